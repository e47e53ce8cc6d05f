import { LevenshteinDistanceSearch } from 'natural/lib/natural/distance/index.js'
import { type FoldedText, type Span, span } from '../document/index.ts'

/** A folded text made ready for looking up fixed phrases: blanks get lost, doubled and put inside words, so none count. */
export interface Sought extends FoldedText {
  /** The text without its blanks. */
  readonly bare: string
  /** The same in lower case. */
  readonly lower: string
  /** For every unit of `bare`, its place in the text. */
  readonly places: readonly number[]
  /** Where lines begin in `bare`, and where the words after a number at a line's start do. */
  readonly starts: ReadonlySet<number>
}

/** Where a phrase stands, and how many signs of it are wrong there. */
export interface Place extends Span {
  readonly slips: number
}

export function sought(folded: FoldedText): Sought {
  const places: number[] = []
  const units: string[] = []
  for (let at = 0; at < folded.text.length; at++) {
    if (folded.text[at] === ' ') continue
    units.push(folded.text[at]!)
    places.push(at)
  }
  const bare = units.join('')
  const lower = bare.replace(/[A-Z]+/g, letters => letters.toLowerCase())
  const starts = folded.lines.map(({ start }) => bareIndex(places, start))
  return { ...folded, bare, lower, places, starts: new Set(starts.flatMap(start => [start, afterNumber(bare, start)])) }
}

/** "2) Regarding": where the words begin. */
const afterNumber = (bare: string, start: number): number =>
  start + (/^\d{1,2}[.)]/.exec(bare.slice(start, start + 3))?.[0].length ?? 0)

/** Index in the bare text of the first sign that stands at or after `offset`. */
export function bareIndex(places: readonly number[], offset: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The part of the text that `[start, end)` of the bare text stands for. */
export const unbared = ({ places }: Sought, start: number, end: number): Span =>
  end > start ? span(places[start]!, places[end - 1]! + 1) : span(places[start] ?? 0, places[start] ?? 0)

/**
 * Where a fixed phrase stands, in order: letter for letter anywhere, since headings get glued to their text; with a few
 * signs wrong at the start of a line, since scans and bad copies damage them.
 */
export function placesOf(
  letter: Sought,
  phrase: string,
  letters: 'as written' | 'in any case' = 'as written',
): Place[] {
  const wanted = phrase.replaceAll(' ', '')
  const [within, sign] = letters === 'as written' ? [letter.bare, wanted] : [letter.lower, wanted.toLowerCase()]
  const exact = indexesOf(within, sign).map(at => ({ ...unbared(letter, at, at + sign.length), slips: 0 }))
  const damaged = damagedIndexes(letter, within, sign).flatMap(at => likePlace(letter, within, sign, at))
  const others = damaged.filter(one => !exact.some(({ start, end }) => start < one.end && one.start < end))
  return [...exact, ...others].sort((a, b) => a.start - b.start)
}

/** Where any of several wordings of a phrase stands, in order; of two at one place the better one, or the longer. */
export function placesOfAny(
  letter: Sought,
  phrases: readonly string[],
  letters?: 'as written' | 'in any case',
): Place[] {
  const all = phrases.flatMap(phrase => placesOf(letter, phrase, letters))
  const best = all.toSorted((a, b) => a.slips - b.slips || b.end - b.start - (a.end - a.start))
  const apart = best.filter(
    (one, at) => !best.slice(0, at).some(({ start, end }) => start < one.end && one.start < end),
  )
  return apart.sort((a, b) => a.start - b.start)
}

function indexesOf(within: string, sign: string): number[] {
  const found: number[] = []
  for (let at = within.indexOf(sign); at >= 0; at = within.indexOf(sign, at + sign.length)) found.push(at)
  return found
}

/** So many wrong signs leave a phrase what it is. */
export const slipsAllowed = (phrase: string): number => Math.min(4, Math.floor(phrase.length / 8))

/** A letter has few damaged phrases; it bounds what a hostile one can ask for. */
const MOST_DAMAGED = 200

/**
 * Starts of lines at which `sign` may stand with slips: cut into one piece more than slips are allowed, it has at least
 * one piece unharmed.
 */
function damagedIndexes({ starts }: Sought, within: string, sign: string): number[] {
  const slips = slipsAllowed(sign)
  const size = Math.ceil(sign.length / (slips + 1))
  const found = new Set<number>()
  for (let from = 0; slips > 0 && from < sign.length; from += size)
    for (const at of indexesOf(within, sign.slice(from, from + size)))
      for (let start = at - from - slips; start <= at - from + slips; start++)
        if (starts.has(start) && found.size < MOST_DAMAGED && !within.startsWith(sign, start)) found.add(start)
  return [...found]
}

function likePlace(letter: Sought, within: string, sign: string, start: number): Place[] {
  const allowed = slipsAllowed(sign)
  const like = likeness(sign, within.slice(start, start + sign.length + allowed))
  return like.slips <= allowed && like.start <= allowed
    ? [{ ...unbared(letter, start, start + like.end), slips: like.slips }]
    : []
}

/** Where in `window` the words come nearest to `phrase`, and by how many signs they differ. */
export function likeness(phrase: string, window: string): Place {
  const { offset, substring, distance } = LevenshteinDistanceSearch(phrase, window)
  return { start: offset, end: offset + substring.length, slips: distance }
}
