import { reasonReading } from '../extractors/index.ts'

const { traitsOf } = reasonReading

/** The reasons of an item that were found, and those of gold, the decisive one first. */
export interface OrderExample {
  readonly stated: readonly reasonReading.StatedReason[]
  readonly gold: readonly string[]
}

const ROUNDS = 300
const RATE = 0.5
const DECAY = 0.03
/**
 * What the annotators' guide says of the order, toward which the weights are drawn: the summing up first, then what is
 * stated first; a stock sentence last.
 */
const GUIDE: ReadonlyMap<string, number> = new Map([
  ['summed', 2],
  ['later', -1],
  ['stock', -2],
  ['request-unclear', -1],
  ['alternative-suffices', -1],
])
/** That the second reason stands before the third counts less than which is the first. */
const LATER_PAIR = 0.5

interface Pair {
  readonly difference: ReadonlyMap<string, number>
  readonly weight: number
}

/** Weights by which the decisive reason comes out before the others: a logistic regression over pairs of reasons. */
export function orderWeights(examples: readonly OrderExample[]): reasonReading.OrderWeights {
  const pairs = examples.flatMap(pairsOf)
  const weights = new Map(GUIDE)
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Map<string, number>()
    for (const { difference, weight } of pairs) {
      const sum = difference.entries().reduce((all, [trait, value]) => all + value * (weights.get(trait) ?? 0), 0)
      const missing = weight / (1 + Math.exp(sum))
      for (const [trait, value] of difference) gradient.set(trait, (gradient.get(trait) ?? 0) + missing * value)
    }
    for (const [trait, value] of gradient) {
      const before = weights.get(trait) ?? 0
      weights.set(trait, before + RATE * (value / pairs.length - DECAY * (before - (GUIDE.get(trait) ?? 0))))
    }
  }
  return weights
}

function pairsOf({ stated, gold }: OrderExample): Pair[] {
  const traits = traitsOf(stated)
  const place = (code: string) => stated.findIndex(one => one.code === code)
  return gold
    .filter(code => place(code) >= 0)
    .flatMap((code, rank, right) =>
      stated.flatMap((other, at) => {
        const before = right.indexOf(other.code)
        if (other.code === code || (before >= 0 && before < rank) || (rank > 0 && before < 0)) return []
        return [{ difference: difference(traits[place(code)]!, traits[at]!), weight: rank === 0 ? 1 : LATER_PAIR }]
      }),
    )
}

function difference(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const traits = new Set([...a.keys(), ...b.keys()])
  return new Map(Array.from(traits, trait => [trait, (a.get(trait) ?? 0) - (b.get(trait) ?? 0)]))
}
