/** A row to learn from: its features, whether it is of the class, and how far it counts. */
export interface TrainingRow {
  readonly features: readonly number[]
  readonly positive: boolean
  readonly weight: number
}

const ROUNDS = 40
/** From here on the weights are averaged, so that the order of the rows matters less. */
const SETTLED = 10
const RATE = 0.3
const DECAY = 1e-3

/**
 * The weights of a logistic regression with shrinkage, by stochastic gradient descent with a rate for each feature
 * (AdaGrad). A row's features are scaled to length one, so that long clauses count like short ones. The rows are shuffled
 * by a generator with a fixed seed: the same rows give the same weights.
 */
export function logisticWeights(rows: readonly TrainingRow[], features: number): Float64Array {
  const weights = new Float64Array(features)
  const squares = new Float64Array(features).fill(1e-3)
  const random = generator(12345)
  const order = rows.map((_, at) => at)
  const sums = new Float64Array(features)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random)
    for (const at of order) step(rows[at]!, weights, squares)
    if (round >= SETTLED) for (const at of weights.keys()) sums[at]! += weights[at]!
  }
  return sums.map(sum => sum / (ROUNDS - SETTLED))
}

function step({ features, positive, weight }: TrainingRow, weights: Float64Array, squares: Float64Array): void {
  const length = 1 / Math.sqrt(features.length || 1)
  const sum = features.reduce((all, feature) => all + weights[feature]! * length, 0)
  const error = (1 / (1 + Math.exp(-sum)) - (positive ? 1 : 0)) * weight
  for (const feature of features) {
    const gradient = error * length + DECAY * weights[feature]!
    squares[feature]! += gradient * gradient
    weights[feature]! -= (RATE * gradient) / Math.sqrt(squares[feature]!)
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
}

/** A linear congruential generator: the same numbers on every machine. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}
