import { reasonReading } from '../extractors/index.ts'
import type { ItemWithGold } from './examples.ts'
import { regressionOf } from './regression.ts'

const { candidatesIn, valuesOf } = reasonReading

/** What was found of an item, and whether gold has it. */
export interface JudgedCandidate {
  readonly candidate: Pick<reasonReading.ReasonCandidate, 'code' | 'traits'>
  readonly right: boolean
}

/** What rules and a classifier find of items, which neither of the models may have seen. */
export const judgedCandidates = (
  items: readonly ItemWithGold[],
  models: reasonReading.ClauseModels,
): JudgedCandidate[] =>
  items.flatMap(({ rationale, about, clauses, gold }) =>
    candidatesIn(rationale, clauses, about, models).map(candidate => ({
      candidate,
      right: gold.includes(candidate.code),
    })),
  )

/** The weights of a logistic regression over the traits. */
export function weighingOf(judged: readonly JudgedCandidate[]): reasonReading.Weighing {
  const traits = [...new Set(judged.flatMap(({ candidate }) => valuesOf(candidate).map(([trait]) => trait)))].sort()
  const rows = judged.map(({ candidate, right }) => {
    const values = new Map(valuesOf(candidate))
    return { values: traits.map(trait => values.get(trait) ?? 0), right: Number(right) }
  })
  const weights = regressionOf(
    rows,
    traits.map(trait => (trait === 'all' ? 1e-6 : PENALTY)),
  )
  return { weights: traits.map((trait, at) => ({ trait, weight: Math.round(weights[at]! * 100) / 100 })) }
}

/** What the square of a weight costs. */
const PENALTY = 1
