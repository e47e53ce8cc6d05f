import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { REASON_CODES } from '../document/index.ts'
import { reasonReading } from '../extractors/index.ts'
import { type ItemWithGold, inventedClauses, itemsOf } from './examples.ts'
import { modelOf } from './model.ts'

/**
 * Compares ways to read reasons, by cross-validation over letters with gold: what is learned never comes from the letter
 * that is read. The rules were written on these letters, so that their own figures are too high; beside them stand those
 * on our own corpus, on which no rule was written and nothing is trained.
 *
 *     npm run train:compare
 */
const { classifierOf, ordered, statedIn, wordsOf } = reasonReading

const { values } = parseArgs({ options: { gold: { type: 'string' }, letters: { type: 'string' } } })
const ROOT = join(import.meta.dirname, '..')
const FOLDS = 8
const MOST = 3

const first = REASON_CODES.indexOf('supports-necessary-item')
const codes = { upheld: REASON_CODES.slice(0, first), overturned: REASON_CODES.slice(first, -1) }
const { fitted, learned } = inventedClauses()

type Way = (item: ItemWithGold, classifier: reasonReading.Classifier) => readonly string[]

const NO_CLASSIFIER: reasonReading.Classifier = () => new Map()

const codesOf: Way = ({ item, clauses }, classifier) => {
  const text = item.rationale ?? ''
  const stated = statedIn(text, clauses, { decision: item.decision, heading: item.text }, classifier)
  return ordered(stated)
    .slice(0, MOST)
    .map(({ code }) => code)
}

const WAYS: Readonly<Record<string, Way>> = {
  'rules alone': item => codesOf(item, NO_CLASSIFIER),
  'classifier alone': ({ item, clauses }, classifier) => {
    const best = new Map<string, number>()
    for (const { start, end, part } of clauses) {
      if (part !== 'case' && part !== 'summing-up') continue
      const judged = classifier(wordsOf((item.rationale ?? '').slice(start, end)), item.decision)
      for (const [code, likelihood] of judged) best.set(code, Math.max(best.get(code) ?? 0, likelihood))
    }
    const all = [...best].sort(([, a], [, b]) => b - a)
    const likely = all.filter(([, likelihood]) => likelihood >= 0.5)
    return (likely.length > 0 ? likely : all.slice(0, 1)).slice(0, MOST).map(([code]) => code)
  },
  'rules, then the classifier': codesOf,
}

const learnedFrom = (items: readonly ItemWithGold[]): reasonReading.Classifier =>
  classifierOf(modelOf([...items.flatMap(({ examples }) => examples), ...fitted, ...learned], codes))

function print(
  set: string,
  read: readonly { readonly gold: readonly string[]; readonly got: readonly string[] }[],
): void {
  const sum = (of: (one: (typeof read)[number]) => number) => read.reduce((all, one) => all + of(one), 0)
  const right = sum(({ gold, got }) => gold.filter(code => got.includes(code)).length)
  const found = sum(({ got }) => got.length)
  const gold = sum(one => one.gold.length)
  const firsts = sum(one => (one.gold[0] === one.got[0] ? 1 : 0))
  const figures = [right / found, right / gold, (2 * right) / (found + gold), firsts / read.length]
  process.stdout.write(`${set.padEnd(60)}${figures.map(figure => figure.toFixed(3).padStart(8)).join('')}\n`)
}

const posted = await itemsOf(
  values.letters ?? join(ROOT, '..', 'shared', 'letters'),
  values.gold ?? join(ROOT, '..', 'shared', 'gold', 'letters'),
)
const corpus = await itemsOf(join(ROOT, 'corpus', 'letters'), join(ROOT, 'corpus', 'gold'))
const letters = [...new Set(posted.map(({ letter }) => letter))]
const foldOf = ({ letter }: ItemWithGold) => letters.indexOf(letter) % FOLDS
const folds = Array.from({ length: FOLDS }, (_, fold) => learnedFrom(posted.filter(item => foldOf(item) !== fold)))
const all = learnedFrom(posted)
process.stdout.write(`${''.padEnd(60)}${['precis.', 'recall', 'F1', 'first'].map(name => name.padStart(8)).join('')}\n`)
for (const [name, way] of Object.entries(WAYS)) {
  print(
    `${name}: posted letters, cross-validated`,
    posted.map(item => ({ gold: item.gold, got: way(item, folds[foldOf(item)]!) })),
  )
  print(
    `${name}: corpus`,
    corpus.map(item => ({ gold: item.gold, got: way(item, all) })),
  )
}
