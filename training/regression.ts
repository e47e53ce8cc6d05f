/** Newton's method is done after fewer. */
const ROUNDS = 20

/** What was observed once: values, and whether it was right (1) or not (0). */
export interface Observation {
  readonly values: readonly number[]
  readonly right: number
}

/** The weights of a logistic regression with a penalty on the square of each, by Newton's method. */
export function regressionOf(rows: readonly Observation[], penalties: readonly number[]): number[] {
  let weights = penalties.map(() => 0)
  for (let round = 0; round < ROUNDS; round++) {
    const step = solved(...slopesAt(weights, rows, penalties))
    weights = weights.map((weight, at) => weight - step[at]!)
  }
  return weights
}

/** The second and the first derivatives of the cost. */
function slopesAt(
  weights: readonly number[],
  rows: readonly Observation[],
  penalties: readonly number[],
): [number[][], number[]] {
  const first = weights.map((weight, at) => penalties[at]! * weight)
  const second = weights.map((_, at) => weights.map((_, other) => (at === other ? penalties[at]! : 0)))
  for (const { values, right } of rows) {
    const likelihood = 1 / (1 + Math.exp(-values.reduce((sum, value, at) => sum + value * weights[at]!, 0)))
    for (const [at, value] of values.entries()) {
      if (value === 0) continue
      first[at]! += value * (likelihood - right)
      for (const [other, its] of values.entries()) second[at]![other]! += value * its * likelihood * (1 - likelihood)
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
