import { lowerBound, type Span, span } from '../../document/index.ts'
import { LevenshteinDistanceSearch } from '../../terminology/index.ts'

/**
 * A text without its spaces, for looking up fixed phrases: spaces get lost, doubled and inserted into words, so they
 * are ignored.
 */
export interface Bared {
  /** The text without its spaces. */
  readonly bare: string
  /** The same in lower case. */
  readonly lower: string
  /** For each unit of `bare`, its offset in the text. */
  readonly places: Uint32Array
  /** Which hashes of four characters occur. Most phrases that are looked up do not, and their first ones show it. */
  readonly grams: Uint8Array
}

/** The place of a phrase, and how many of its characters are wrong there. */
export interface PhrasePlace extends Span {
  readonly edits: number
}

const SPACE = 32

/** The text without its spaces, with the way back. */
export function bared(text: string): Bared {
  const bare = text.replaceAll(' ', '')
  const places = new Uint32Array(bare.length)
  const grams = new Uint8Array(1 << HASH_BITS)
  let gram = 0
  for (let at = 0, next = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === SPACE) continue
    places[next++] = at
    gram = gramAfter(gram, code)
    grams[hashOf(gram)] = 1
  }
  return { bare, lower: inLowerCase(bare), places, grams }
}

/** Of few letters another length ("İ"), which would move all that follows. */
function inLowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, letters => letters.toLowerCase())
}

/** The last four characters, a byte each, in lower case. */
const gramAfter = (gram: number, code: number): number => (gram << 8) | ((code | LOWER) & 0xff)
const GRAM = 4
const LOWER = 32

/** Four times as many hashes as a letter has characters keep chance hits rare. */
const HASH_BITS = 14
const hashOf = (gram: number): number => Math.imul(gram, 0x9e3779b1) >>> (32 - HASH_BITS)

/** Whether a text may contain `needle`, in whatever case. */
function mayContain({ grams }: Bared, needle: string): boolean {
  let gram = 0
  for (let at = 0; at < needle.length; at++) {
    gram = gramAfter(gram, needle.charCodeAt(at))
    if (at >= GRAM - 1 && grams[hashOf(gram)] === 0) return false
  }
  return true
}

/** Index in the bare text of the first character at or after `offset`. */
export function bareIndex(places: Uint32Array, offset: number): number {
  return lowerBound(places.length, index => places[index]! < offset)
}

/** The range of the text that `[start, end)` of the bare text stands for. */
export const unbared = ({ places }: Bared, start: number, end: number): Span =>
  end > start ? span(places[start]!, places[end - 1]! + 1) : span(places[start] ?? 0, places[start] ?? 0)

/** Where `needle` begins in `within`, which is the text of `letter` in whatever case. */
export function indexesOf(letter: Bared, within: string, needle: string): number[] {
  const found: number[] = []
  if (!mayContain(letter, needle)) return found
  for (let at = within.indexOf(needle); at >= 0; at = within.indexOf(needle, at + needle.length)) found.push(at)
  return found
}

/** How many characters of a phrase may be wrong. */
export const editsAllowed = (phrase: string): number => Math.min(4, Math.floor(phrase.length / 8))

/**
 * Approximate offsets at which `needle` may occur with edits: cut into one piece more than edits are allowed, it has at
 * least one intact piece.
 */
export function nearIndexes(letter: Bared, within: string, needle: string, edits = editsAllowed(needle)): number[] {
  const size = Math.ceil(needle.length / (edits + 1))
  const found: number[] = []
  for (let from = 0; edits > 0 && from < needle.length; from += size)
    for (const at of indexesOf(letter, within, needle.slice(from, from + size))) found.push(at - from)
  return found
}

/**
 * How many characters of a phrase its window lacks: each is at least one edit, and counting is faster than aligning.
 */
export function missingCharacters(phrase: string, window: string): number {
  const rest = [...window]
  return [...phrase].filter(character => {
    const at = rest.indexOf(character)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  }).length
}

/** The best alignment of `phrase` in `window`, and the number of characters that differ. */
export function likeness(phrase: string, window: string): PhrasePlace {
  const { offset, substring, distance } = LevenshteinDistanceSearch(phrase, window)
  return { start: offset, end: offset + substring.length, edits: distance }
}
