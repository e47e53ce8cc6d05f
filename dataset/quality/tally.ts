/** Sums by name. */
export interface Tally<T> {
  /** The sum for a name, created if the name is new. */
  of(name: string): T
  /** All names and sums, ordered by code units. */
  entries(): [name: string, sum: T][]
}

/** For entries without a name. */
export const UNKNOWN = 'unknown'
/** For names beyond the limit. */
export const REST = 'all others'

/**
 * Names come from letters, and letters can contain anything: to bound memory, new names after the first `limit` share
 * one sum. Vocabularies are far smaller, so their terms are counted exactly.
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
