import { lazy, remembered } from '../document/index.ts'
import { isWord } from './lexicon.ts'
import { DamerauLevenshteinDistance, JaroWinklerDistance } from './likeness.ts'

/** Shorter words differ by one letter without being misspelt: "hip" and "lip". */
const SHORTEST = 7

/** Letters share most of their words that are no terms: "claimant", "reported". */
const MOST = 1000

/**
 * Returns a function that finds the correct form of a misspelt word ("sacroilitis", "tenosynovits"). It only compares
 * words with the same first letter and nearly the same length, a few dozen of several thousand.
 *
 * @param shortest - how many letters a misspelt word has at least; words that lack one letter are one shorter
 */
export function speller(known: Iterable<string>, shortest = SHORTEST): (word: string) => string | null {
  const words = new Set(known)
  const long = Array.from(words).filter(word => word.length >= shortest - 1)
  const blocks = Map.groupBy(long, word => word[0])
  const nearest = remembered(word => closest(word, blocks.get(word[0]) ?? []), MOST)
  return word => (word.length < shortest || word.length > 24 || words.has(word) ? null : nearest(word))
}

/**
 * Returns a function that gives the word meant: of those in these phrases, the one that a word of no list resembles, or
 * else the word as it is. Phrases are only looked at when the first such word comes.
 */
export function corrected(phrases: () => readonly string[], shortest = SHORTEST): (word: string) => string {
  const spell = lazy(() =>
    speller(
      phrases().flatMap(phrase => phrase.toLowerCase().split(/[^a-z]+/)),
      shortest,
    ),
  )
  return word => (word.length < shortest || isWord(word) ? word : (spell()(word) ?? word))
}

// Above this a long word may differ by two letters.
const NEAR = 0.93

function closest(word: string, block: readonly string[]): string | null {
  const allowed = word.length >= 10 ? 2 : 1
  let best: string | null = null
  let score = 0
  for (const other of block) {
    if (Math.abs(other.length - word.length) > allowed) continue
    const distance = DamerauLevenshteinDistance(word, other)
    if (distance > allowed) continue
    const likeness = JaroWinklerDistance(word, other)
    const likely = distance === 1 ? 1 + likeness : likeness > NEAR ? likeness : 0
    if (likely <= score) continue
    best = other
    score = likely
  }
  return best
}
