import { reasonReading } from '../extractors/index.ts'
import type { ItemWithGold } from './examples.ts'
import { POSTED } from './sources.ts'

const { candidatesIn, valuesOf } = reasonReading

/** What was found of an item, and whether gold has it. */
export interface JudgedCandidate {
  readonly candidate: Pick<reasonReading.ReasonCandidate, 'code' | 'traits'>
  readonly right: boolean
  /** How far it counts; 1 without it. */
  readonly weight?: number
}

/** What rules and a classifier find of items, which neither of the models may have seen. */
export const judgedCandidates = (
  items: readonly ItemWithGold[],
  models: reasonReading.ClauseModels,
): JudgedCandidate[] =>
  items.flatMap(({ source, rationale, about, clauses, gold }) =>
    candidatesIn(rationale, clauses, about, models).map(candidate => ({
      candidate,
      right: gold.includes(candidate.code),
      weight: importanceOf(source),
    })),
  )

/**
 * How far the rationales of a source count when what is found is weighed. Posted letters are what is read; the files that
 * do not argue as those do were written to be hard, and would teach to trust rules too little.
 */
function importanceOf(source: string): number {
  if (source === POSTED.letters) return 3
  return source.startsWith('mixed') ? 1 : 0
}

/** Newton's method is done after fewer. */
const ROUNDS = 20
/** What the square of a weight costs. */
const PENALTY = 1

/** The weights of a logistic regression with a penalty on their squares, by Newton's method. */
export function weighingOf(judged: readonly JudgedCandidate[]): reasonReading.Weighing {
  const traits = [...new Set(judged.flatMap(({ candidate }) => valuesOf(candidate).map(([trait]) => trait)))].sort()
  const rows = judged.map(({ candidate, right, weight = 1 }) => {
    const values = new Map(valuesOf(candidate))
    return { values: traits.map(trait => values.get(trait) ?? 0), right: Number(right), weight }
  })
  const penalties = traits.map(trait => (trait === 'all' ? 1e-6 : PENALTY))
  let weights = traits.map(() => 0)
  for (let round = 0; round < ROUNDS; round++) {
    const step = solved(...slopesAt(weights, rows, penalties))
    weights = weights.map((weight, at) => weight - step[at]!)
  }
  return { weights: traits.map((trait, at) => ({ trait, weight: Math.round(weights[at]! * 100) / 100 })) }
}

interface JudgedValues {
  readonly values: readonly number[]
  readonly right: number
  readonly weight: number
}

/** The second and the first derivatives of the cost. */
function slopesAt(
  weights: readonly number[],
  rows: readonly JudgedValues[],
  penalties: readonly number[],
): [number[][], number[]] {
  const first = weights.map((weight, at) => penalties[at]! * weight)
  const second = weights.map((_, at) => weights.map((_, other) => (at === other ? penalties[at]! : 0)))
  for (const { values, right, weight } of rows) {
    const likelihood = 1 / (1 + Math.exp(-values.reduce((sum, value, at) => sum + value * weights[at]!, 0)))
    for (const [at, value] of values.entries()) {
      if (value === 0) continue
      first[at]! += weight * value * (likelihood - right)
      for (const [other, its] of values.entries())
        second[at]![other]! += weight * value * its * likelihood * (1 - likelihood)
    }
  }
  return [second, first]
}

/** The solution of linear equations by elimination; the matrix is positive definite, so that no pivot is zero. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (const [at, row] of rows.entries())
    for (const other of rows) {
      if (other === row) continue
      const factor = other[at]! / row[at]!
      for (let column = at; column < other.length; column++) other[column]! -= factor * row[column]!
    }
  return rows.map((row, at) => row.at(-1)! / row[at]!)
}
