import type { DisputedItem } from '../document/index.ts'
import { reasonReading } from '../extractors/index.ts'
import type { Example } from './examples.ts'
import { logisticWeights } from './logistic.ts'

const { featuresOf, newAlphabet, SCALE, wordsOf } = reasonReading

type Decision = DisputedItem['decision']

/** A feature that fewer clauses have is not learned. */
const LEAST = 3
/** A weight nearer to nothing is left out. */
const SMALL = 0.8

const DECISIONS: readonly Decision[] = ['upheld', 'overturned']

/** Learns, for each code, what tells a clause that states it from the others of its decision. */
export function modelOf(examples: readonly Example[], codes: reasonReading.Weights['codes']): reasonReading.Weights {
  const rows = new Map<string, Partial<Record<Decision, readonly number[]>>>()
  for (const decision of DECISIONS) {
    const own = examples.filter(example => example.decision === decision)
    for (const [feature, weights] of weightsOf(own, codes[decision]))
      rows.set(feature, { ...rows.get(feature), [decision]: weights })
  }
  return {
    codes,
    weights: [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([feature, row]) => ({ feature, ...row })),
  }
}

function weightsOf(examples: readonly Example[], codes: readonly string[]): [string, number[]][] {
  const { added, nameOf } = newAlphabet()
  const features = examples.map(({ words }) => new Set(featuresOf(wordsOf(words), added)))
  const numbers = featureNumbers(features, LEAST)
  const rows = features.map(own => [...own].flatMap(feature => numbers.get(feature) ?? []))
  const weights = codes.map(code =>
    logisticWeights(
      examples.map(({ codes, weight }, at) => ({ features: rows[at]!, positive: codes.includes(code), weight })),
      numbers.size,
    ),
  )
  return Array.from(numbers, ([feature, number]): [string, number[]] => [
    nameOf(feature),
    weights.map(of => (Math.abs(of[number]!) < SMALL ? 0 : Math.round(of[number]! * SCALE))),
  ]).filter(([, row]) => row.some(weight => weight !== 0))
}

/** Numbers the features that clauses have so often. */
export function featureNumbers<F>(clauses: readonly Iterable<F>[], least: number): Map<F, number> {
  const counts = new Map<F, number>()
  for (const features of clauses) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const often = [...counts].filter(([, count]) => count >= least)
  return new Map(often.map(([feature], at) => [feature, at]))
}
