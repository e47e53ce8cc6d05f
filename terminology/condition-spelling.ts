import { remembered } from '../document/index.ts'
import { DamerauLevenshteinDistance, JaroWinklerDistance } from './likeness.ts'

/** Shorter words differ by one letter without being misspelt: "hip" and "lip". */
const SHORTEST = 7

/** Letters share most of their words that are no conditions: "claimant", "reported". */
const MOST = 1000

/**
 * Returns a function that finds the correct form of a misspelt word ("sacroilitis", "tenosynovits"). It only compares
 * words with the same first letter and nearly the same length, a few dozen of several thousand.
 */
export function speller(known: Iterable<string>): (word: string) => string | null {
  const words = new Set(known)
  const long = Array.from(words).filter(word => word.length >= SHORTEST - 1)
  const blocks = Map.groupBy(long, word => word[0])
  const nearest = remembered(word => closest(word, blocks.get(word[0]) ?? []), MOST)
  return word => (word.length < SHORTEST || word.length > 24 || words.has(word) ? null : nearest(word))
}

function closest(word: string, block: readonly string[]): string | null {
  const allowed = word.length >= 10 ? 2 : 1
  let best: string | null = null
  let score = 0.93
  for (const other of block) {
    if (Math.abs(other.length - word.length) > allowed) continue
    const likeness = JaroWinklerDistance(word, other)
    if (likeness <= score || DamerauLevenshteinDistance(word, other) > allowed) continue
    best = other
    score = likeness
  }
  return best
}
