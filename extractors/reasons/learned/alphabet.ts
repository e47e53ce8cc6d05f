/** What gives a symbol its number, or `UNKNOWN`. */
export type NumberOf = (symbol: string) => number

/**
 * Numbers for the features of a clause, since a number is found faster than a name. A feature is made of symbols, which
 * are stems and groups of words: one alone, one that is said to be missing, or two that follow each other:
 *
 *     relief, ~relief, record relief
 */
export interface Alphabet {
  /** Knows the symbols that it has, no others. */
  readonly known: NumberOf
  /** Takes up each symbol that it has not. */
  readonly added: NumberOf
  readonly featureOf: (name: string) => number
  readonly nameOf: (feature: number) => string
}

/** The number of what is not in the alphabet. */
export const UNKNOWN = 0

const ALONE = 0
const MISSING = 1
const FIRST = 2
/** More than there are symbols; two of them make a small integer. */
const MOST = 2 ** 15

/** The feature of a symbol. */
export const alone = (symbol: number): number => symbol * MOST + ALONE
/** The feature of a symbol that is said to be missing. */
export const missing = (symbol: number): number => symbol * MOST + MISSING
/** The feature of a symbol and the one behind it. */
export const pair = (symbol: number, next: number): number => symbol * MOST + next

/** An alphabet without symbols. */
export function newAlphabet(): Alphabet {
  const symbols: string[] = []
  const numbers = new Map<string, number>()
  const known = (symbol: string): number => numbers.get(symbol) ?? UNKNOWN
  const added = (symbol: string): number => {
    if (!numbers.has(symbol)) numbers.set(symbol, FIRST + symbols.push(symbol) - 1)
    return known(symbol)
  }
  return {
    known,
    added,
    featureOf: name => {
      const [symbol, next] = name.replace('~', '').split(' ').map(added)
      if (name.startsWith('~')) return missing(symbol!)
      return next === undefined ? alone(symbol!) : pair(symbol!, next)
    },
    nameOf: feature => {
      const symbol = symbols[Math.floor(feature / MOST) - FIRST]!
      const next = feature % MOST
      if (next === ALONE) return symbol
      return next === MISSING ? `~${symbol}` : `${symbol} ${symbols[next - FIRST]!}`
    },
  }
}

/**
 * Returns a function that finds the place of a feature in a list, or null: an array with free slots, in which a feature
 * stands in the first free one from that of its hash on. A map takes twice as long.
 */
export function placeFinder(features: readonly number[]): (feature: number) => number | null {
  const bits = Math.ceil(Math.log2(features.length + 1)) + 1
  const slots = new Int32Array(1 << bits).fill(FREE)
  const last = slots.length - 1
  const slotOf = (feature: number): number => {
    let slot = Math.imul(feature, GOLDEN) >>> (32 - bits)
    while (slots[slot] !== FREE && features[slots[slot]!] !== feature) slot = (slot + 1) & last
    return slot
  }
  for (const [place, feature] of features.entries()) slots[slotOf(feature)] = place
  return feature => {
    const place = slots[slotOf(feature)]!
    return place === FREE ? null : place
  }
}

const FREE = -1
/** Multiplied by it, neighbours lie far apart. */
const GOLDEN = 0x9e3779b1
