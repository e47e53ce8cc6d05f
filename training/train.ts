import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bearingWeightsOf } from './bearing.ts'
import { groupsOf, itemsToLearnFrom, modelsFrom, weightsFrom } from './sources.ts'
import { judgedCandidates, weighingOf } from './weighing.ts'

/**
 * Learns what the reasons need from the posted letters, from the rationales of the corpus and from clauses of our own, and
 * writes it into the vocabulary:
 *
 *     npm run train
 *
 * How to weigh what they find is learned from rationales that the models of clauses have not seen. The same texts give the
 * same files at the same commit, whose date they carry.
 */
const FOLDER = join(import.meta.dirname, '..', 'vocabulary', 'learned')
const DATE = execFileSync('git', ['log', '-1', '--format=%cs'], { cwd: FOLDER, encoding: 'utf8' }).trim()

const items = await itemsToLearnFrom()
write('reasons.json', {
  source:
    'Learned by training/train.ts from posted letters, the rationales of the corpus and clauses of our own: what each feature of a clause (extractors/reasons/learned/classifier.ts) says for each code, in tenths. Not to be edited',
  licence: 'MIT, ours',
  date: DATE,
  ...weightsFrom(items),
})
write('bearing.json', {
  source:
    'Learned by training/train.ts from posted letters and the rationales of the corpus: how much each feature of a clause (extractors/reasons/learned/bearing.ts) speaks for its stating a reason, in tenths. Not to be edited',
  licence: 'MIT, ours',
  date: DATE,
  ...bearingWeightsOf(items),
})
const judged = Array.from(groupsOf(items).values(), group =>
  judgedCandidates(group, modelsFrom(items.filter(item => !group.includes(item)))),
)
write('weighing.json', {
  source:
    'Learned by training/train.ts from posted letters and the rationales of the corpus: what each trait of a code that rules or classifier find in a rationale (extractors/reasons/candidates.ts), and each code, says for it. Not to be edited',
  licence: 'MIT, ours',
  date: DATE,
  ...weighingOf(judged.flat()),
})

function write(name: string, vocabulary: object): void {
  writeFileSync(join(FOLDER, name), JSON.stringify(vocabulary))
}
