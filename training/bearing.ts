import { reasonReading } from '../extractors/index.ts'
import type { ItemWithGold } from './examples.ts'
import { logisticWeights } from './logistic.ts'
import { featureNumbers } from './model.ts'

const { featuresOfClauses, SCALE, wordsOf } = reasonReading

/** A feature that is rarer is not learned. */
const LEAST = 4

/** Learns what tells a clause that annotators quote for a reason from the others of its rationale. */
export function bearingWeightsOf(
  items: readonly Pick<ItemWithGold, 'rationale' | 'clauses' | 'stated' | 'about'>[],
): reasonReading.BearingWeights {
  const features = items.flatMap(({ rationale, clauses, about }) => {
    const worded = clauses.map(({ start, end, part }) => ({
      part,
      stems: wordsOf(rationale.slice(start, end)).stems.stems,
    }))
    return featuresOfClauses(worded, about.decision)
  })
  const states = items.flatMap(({ stated }) => stated.map(codes => codes.length > 0))
  const numbers = featureNumbers(features, LEAST)
  const rows = features.map((own, at) => ({
    features: own.flatMap(feature => numbers.get(feature) ?? []),
    positive: states[at]!,
    weight: 1,
  }))
  const learned = logisticWeights(rows, numbers.size)
  const weights = Array.from(numbers, ([feature, at]) => ({ feature, weight: Math.round(learned[at]! * SCALE) }))
  return { weights: weights.filter(({ weight }) => weight !== 0).sort((a, b) => (a.feature < b.feature ? -1 : 1)) }
}
