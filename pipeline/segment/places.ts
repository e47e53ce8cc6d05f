import { type FoldedText, matchesOf, type Span } from '../../document/index.ts'
import {
  type Bared,
  bared,
  bareIndex,
  editsAllowed,
  indexesOf,
  likeness,
  missingCharacters,
  nearIndexes,
  type PhrasePlace,
  unbared,
} from './bared.ts'

/** How a phrase is looked for. A key made of it and the phrase would be hashed anew each time. */
type PhraseLookup = `${'like' | 'exact'}, ${Letters}`

/** A folded text prepared for lookups, and what was found in it before. */
interface Lookup extends Bared {
  /** Offsets in `bare` at which lines and sentences begin, and the first word after a number at such a start. */
  readonly starts: ReadonlySet<number>
  readonly found: Readonly<Record<PhraseLookup, Map<string, PhrasePlace[]>>>
}

const lookups = new WeakMap<FoldedText, Lookup>()

/** Made once per letter, since forms share phrases and several stages look up the same ones. */
export function lookupOf(letter: FoldedText): Lookup {
  const lookup = lookups.get(letter) ?? lookupFor(letter)
  lookups.set(letter, lookup)
  return lookup
}

function lookupFor({ text, lines }: FoldedText): Lookup {
  const view = bared(text)
  const starts = [...lines.map(({ start }) => start), ...sentenceStarts(text)].map(start =>
    bareIndex(view.places, start),
  )
  return {
    ...view,
    starts: new Set(starts.flatMap(start => [start, afterNumber(view.bare, start)])),
    found: {
      'like, as written': new Map(),
      'like, in any case': new Map(),
      'exact, as written': new Map(),
      'exact, in any case': new Map(),
    },
  }
}

const sentenceStarts = (text: string): number[] => matchesOf(text, /\. (?=\S)/g).map(({ index }) => index + 2)

/** "2) Regarding": offset of the first word. */
const afterNumber = (bare: string, start: number): number =>
  start + (/^\d{1,2}[.)]/.exec(bare.slice(start, start + 3))?.[0].length ?? 0)

/** Whether case matters in a lookup. */
export type Letters = 'as written' | 'in any case'

/**
 * The places of a fixed phrase, in order. An exact match counts anywhere, since headings run into their text; with a
 * few wrong characters it counts only at the start of a line or sentence, since scans and bad copies damage phrases.
 */
export function placesOf(letter: FoldedText, phrase: string, letters: Letters = 'as written'): PhrasePlace[] {
  return known(letter, letters === 'as written' ? 'like, as written' : 'like, in any case', phrase, lookup => {
    const { within, needle } = bareOf(lookup, phrase, letters)
    const damaged = damagedIndexes(lookup, within, needle).flatMap(at => likePlace(lookup, within, needle, at))
    return apart([...exactPlacesOf(letter, phrase, letters), ...damaged])
  })
}

/** Exact matches only, which is several times as fast. */
export const exactPlacesOf = (letter: FoldedText, phrase: string, letters: Letters = 'as written'): PhrasePlace[] =>
  known(letter, letters === 'as written' ? 'exact, as written' : 'exact, in any case', phrase, lookup => {
    const { within, needle } = bareOf(lookup, phrase, letters)
    return indexesOf(lookup, within, needle).map(at => ({ ...unbared(lookup, at, at + needle.length), edits: 0 }))
  })

/** The places of any of several wordings of a phrase, in order. */
export const placesOfAny = (letter: FoldedText, phrases: readonly string[], letters?: Letters): PhrasePlace[] =>
  apart(phrases.flatMap(phrase => placesOf(letter, phrase, letters)))

/**
 * "• MAXIMUS guideline:", "**Decision rationale:**", "## CLINICAL CASE SUMMARY": bullets and markup before a phrase.
 */
const MARKS_BEFORE = /(?:[•●▪◦*_#] ?){1,6}$/
const MARKS_AFTER = /^ ?[*_]{1,3}(?!\w)/

/** A heading or label together with its bullets and markup, which belong neither to it nor to its neighbours. */
export function withMarks<P extends Span>({ text }: FoldedText, place: P): P {
  const before = MARKS_BEFORE.exec(text.slice(Math.max(0, place.start - 8), place.start))?.[0].length ?? 0
  const after = MARKS_AFTER.exec(text.slice(place.end, place.end + 4))?.[0].length ?? 0
  return { ...place, start: place.start - before, end: place.end + after }
}

function known(
  letter: FoldedText,
  search: PhraseLookup,
  phrase: string,
  look: (lookup: Lookup) => PhrasePlace[],
): PhrasePlace[] {
  const lookup = lookupOf(letter)
  const before = lookup.found[search].get(phrase)
  if (before) return before
  const places = look(lookup)
  lookup.found[search].set(phrase, places)
  return places
}

function bareOf({ bare, lower }: Bared, phrase: string, letters: Letters): { within: string; needle: string } {
  const needle = phrase.replaceAll(' ', '')
  return letters === 'as written' ? { within: bare, needle } : { within: lower, needle: needle.toLowerCase() }
}

/** In order; of overlapping places the one with fewer edits, or else the longer one. */
function apart(places: readonly PhrasePlace[]): PhrasePlace[] {
  const kept: PhrasePlace[] = []
  for (const place of places.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1)
    if (!last || place.start >= last.end) kept.push(place)
    else if (isBetter(place, last)) kept[kept.length - 1] = place
  }
  return kept
}

const isBetter = (one: PhrasePlace, other: PhrasePlace): boolean =>
  one.edits < other.edits || (one.edits === other.edits && one.end - one.start > other.end - other.start)

/** A letter has few damaged phrases; this limits the work on hostile input. */
const MOST_DAMAGED = 200

/** Starts of lines and sentences at which `needle` may occur with edits. */
function damagedIndexes(letter: Lookup, within: string, needle: string): number[] {
  const edits = editsAllowed(needle)
  const found = new Set<number>()
  for (const at of nearIndexes(letter, within, needle))
    for (let start = at - edits; start <= at + edits; start++)
      if (letter.starts.has(start) && found.size < MOST_DAMAGED && !within.startsWith(needle, start)) found.add(start)
  return [...found]
}

function likePlace(letter: Bared, within: string, needle: string, start: number): PhrasePlace[] {
  const allowed = editsAllowed(needle)
  const window = within.slice(start, start + needle.length + allowed)
  if (missingCharacters(needle, window) > allowed) return []
  const like = likeness(needle, window)
  return like.edits <= allowed && like.start <= allowed
    ? [{ ...unbared(letter, start + like.start, start + like.end), edits: like.edits }]
    : []
}
