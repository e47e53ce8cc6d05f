/** Sums by name. */
export interface Tally<T> {
  /** The sum to add to, made where the name is new. */
  of(name: string): T
  /** All names and sums, in the order of code units. */
  entries(): [name: string, sum: T][]
}

/** For what has no name. */
export const UNKNOWN = 'unknown'
/** For names past the limit. */
export const REST = 'all others'

/**
 * Names come out of letters, and letters can say anything: so that memory has a bound, names that are new after the
 * first `limit` share one sum. Vocabularies are far smaller, and are counted exactly.
 */
export function startTally<T>(zero: () => T, limit = 5000): Tally<T> {
  const sums = new Map<string, T>()
  const of = (name: string): T => {
    const key = sums.has(name) || sums.size < limit ? name : REST
    const sum = sums.get(key) ?? zero()
    sums.set(key, sum)
    return sum
  }
  return { of, entries: () => [...sums].sort(([a], [b]) => byCodeUnits(a, b)) }
}

/** Never by locale: the order is the same on every machine. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
