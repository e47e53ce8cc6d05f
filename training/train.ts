import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { REASON_CODES } from '../document/index.ts'
import { inventedClauses, itemsOf } from './examples.ts'
import { modelOf } from './model.ts'

/**
 * Learns what the reasons need from letters with gold and from clauses of our own, and writes it into the vocabulary:
 *
 *     npm run train -- --gold FOLDER --letters FOLDER
 *
 * The same letters give the same files.
 */
const { values } = parseArgs({ options: { gold: { type: 'string' }, letters: { type: 'string' } } })
const ROOT = join(import.meta.dirname, '..')
const FOLDER = join(ROOT, 'vocabulary', 'learned')
const DATE = '2026-11-28'

const items = await itemsOf(
  values.letters ?? join(ROOT, '..', 'shared', 'letters'),
  values.gold ?? join(ROOT, '..', 'shared', 'gold', 'letters'),
)
const first = REASON_CODES.indexOf('supports-necessary-item')
const codes = { upheld: REASON_CODES.slice(0, first), overturned: REASON_CODES.slice(first, -1) }
const { fitted, learned } = inventedClauses()
const weights = modelOf([...items.flatMap(({ examples }) => examples), ...fitted, ...learned], codes)
write('reasons.json', {
  source:
    'Learned by training/train.ts from the rationales of letters with gold and from clauses of our own: what each feature of a clause (extractors/reasons/classifier.ts) says for each code, in tenths. Not to be edited',
  licence: 'MIT, ours',
  date: DATE,
  ...weights,
})

function write(name: string, vocabulary: object): void {
  writeFileSync(join(FOLDER, name), JSON.stringify(vocabulary))
}
