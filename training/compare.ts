import { basename } from 'node:path'
import { binsOf, calibrationError } from '../evaluation/index.ts'
import { reasonReading } from '../extractors/index.ts'
import { type ItemWithGold, itemsOf } from './examples.ts'
import { CORPUS, groupsOf, itemsToLearnFrom, modelsFrom, POSTED } from './sources.ts'
import { judgedCandidates, weighingOf } from './weighing.ts'

/**
 * Compares ways to read reasons: what is learned never comes from the file of rationales, or the part of the posted letters,
 * that is read, nor from the letters of the corpus. The rules were written on the posted letters, so that what rules read
 * there is too good.
 *
 *     npm run train:compare
 */
const { ordered, statedIn, weigherOf, wordsOf } = reasonReading
const MOST = 3

interface Learned extends reasonReading.ClauseModels {
  readonly weigh: reasonReading.Weigh
}
type Way = (item: ItemWithGold, learned: Learned) => readonly Pick<reasonReading.StatedReason, 'code' | 'likelihood'>[]

const read = ({ rationale, about, clauses }: ItemWithGold, { weigh, ...models }: Learned) =>
  ordered(statedIn(rationale, clauses, about, weigh, models).slice(0, MOST))

const WAYS: Readonly<Record<string, Way>> = {
  'rules alone': item =>
    read(item, {
      classifier: () => [],
      bearing: clauses => clauses.map(({ part }) => (part === 'case' || part === 'summing-up' ? 1 : -Infinity)),
      weigh: ({ traits }) => Number(traits.rule || traits.weak || traits.anywhere),
    }),
  'classifier alone': ({ rationale, about, clauses }, { classifier }) => {
    const best = new Map<reasonReading.ReasonCandidate['code'], number>()
    for (const { start, end, part } of clauses) {
      if (part !== 'case' && part !== 'summing-up') continue
      const judged = classifier(wordsOf(rationale.slice(start, end)), about.decision)
      for (const [code, likelihood] of judged) best.set(code, Math.max(best.get(code) ?? 0, likelihood))
    }
    const all = Array.from(best, ([code, likelihood]) => ({ code, likelihood })).sort(
      (a, b) => b.likelihood - a.likelihood,
    )
    const likely = all.filter(({ likelihood }) => likelihood >= 0.4)
    return (likely.length > 0 ? likely : all.slice(0, 1)).slice(0, MOST)
  },
  'rules and classifier, weighed': read,
}

const items = await itemsToLearnFrom()
const groups = [...groupsOf(items).values()]
const models = groups.map(group => modelsFrom(items.filter(item => !group.includes(item))))
const judged = groups.map((group, at) => judgedCandidates(group, models[at]!))
const learned = groups.map((_, at) => ({
  ...models[at]!,
  weigh: weigherOf(weighingOf(judged.filter((_, other) => other !== at).flat())),
}))
const fromAll = { ...modelsFrom(items), weigh: weigherOf(weighingOf(judged.flat())) }
/** What is learned for an item: nothing of its group is seen. */
const learnedFor = (item: ItemWithGold): Learned => learned[groups.findIndex(group => group.includes(item))] ?? fromAll

function print(name: string, of: readonly ItemWithGold[], way: (item: ItemWithGold) => ReturnType<Way>): void {
  const all = of.map(item => ({ gold: item.gold, got: way(item) }))
  const sum = (count: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + count(one), 0)
  const has = (got: ReturnType<Way>, code: string | undefined) => got.some(one => one.code === code)
  const right = sum(({ gold, got }) => gold.filter(code => has(got, code)).length)
  const found = sum(({ got }) => got.length)
  const gold = sum(one => one.gold.length)
  const firsts = sum(one => (one.gold[0] === one.got[0]?.code ? 1 : 0))
  const among = sum(one => (has(one.got, one.gold[0]) ? 1 : 0))
  const judgements = all.flatMap(({ gold, got }) =>
    got.map(({ code, likelihood }) => ({ confidence: Math.min(likelihood, 0.999), right: gold.includes(code) })),
  )
  const figures = [
    right / found,
    right / gold,
    (2 * right) / (found + gold),
    firsts / of.length,
    among / of.length,
    calibrationError(binsOf(judgements))!,
  ]
  process.stdout.write(`${name.padEnd(50)}${figures.map(figure => figure.toFixed(3).padStart(8)).join('')}\n`)
}

const HEADS = ['precis.', 'recall', 'F1', 'first', 'found', 'ECE']
process.stdout.write(`${''.padEnd(50)}${HEADS.map(name => name.padStart(8)).join('')}\n`)
const corpus = await itemsOf(CORPUS.letters, CORPUS.gold)
const sources = [...Map.groupBy([...items, ...corpus], ({ source }) => source)]
for (const [name, way] of Object.entries(WAYS)) {
  for (const [source, own] of sources)
    print(`${name}: ${source === POSTED.letters ? 'posted' : basename(source)}`, own, item =>
      way(item, learnedFor(item)),
    )
  print(
    `${name}: all but posted and corpus`,
    items.filter(({ source }) => source !== POSTED.letters),
    item => way(item, learnedFor(item)),
  )
}
