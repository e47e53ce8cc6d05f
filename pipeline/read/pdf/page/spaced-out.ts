import { matchesOf } from '../../../../document/index.ts'
import { isWord } from '../../../../terminology/index.ts'

/** The part of a line that is needed to distinguish letter spacing from word spacing. */
interface Spaced {
  readonly text: string
  /** The edges of each character. */
  readonly lefts: readonly number[]
  readonly rights: readonly number[]
}

/** Single characters in sequence, more than any list of names or grades has. */
const SINGLES = /(?<!\S)\S(?: \S){5,}(?!\S)/g

/**
 * The offsets of spaces that do not separate words: "H O W   T H E   I M R", where each letter is set individually. The
 * gaps between its words are wider than those between letters, and the result must consist of words, which numbers in a
 * row do not.
 */
export function spacesWithinWords(line: Spaced): ReadonlySet<number> {
  const dropped = new Set<number>()
  for (const { 0: singles, index } of matchesOf(line.text, SINGLES)) {
    const spaces = Array.from({ length: (singles.length - 1) / 2 }, (_, at) => index + 2 * at + 1)
    const widths = spaces.map(at => line.lefts[at + 1]! - line.rights[at - 1]!)
    const usual = widths.toSorted((a, b) => a - b)[widths.length >> 1]!
    const within = spaces.filter((_, at) => widths[at]! < usual * WIDER)
    if (areWords(withoutSpaces(line.text, within).slice(index, index + singles.length - within.length)))
      for (const at of within) dropped.add(at)
  }
  return dropped
}

/** How much wider gaps between words are than those between letters. */
const WIDER = 1.4

const withoutSpaces = (text: string, spaces: readonly number[]): string => {
  const left = new Set(spaces)
  return Array.from(text, (character, at) => (left.has(at) ? '' : character)).join('')
}

/** Whether most of the words are known. */
function areWords(text: string): boolean {
  const words = text.toLowerCase().match(/[a-z]{2,}/g) ?? []
  const letters = (some: readonly string[]): number => some.reduce((sum, word) => sum + word.length, 0)
  return words.length > 0 && letters(words.filter(isWord)) > letters(words) / 2
}
