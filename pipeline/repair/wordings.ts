import { matchesOf, overlap, type Span, span } from '../../document/index.ts'
import { LevenshteinDistance } from '../../terminology/index.ts'
import guidelines from '../../vocabulary/terms/guidelines.json' with { type: 'json' }
import wordings from '../../vocabulary/wordings/wordings.json' with { type: 'json' }
import { type Bared, bared, editsAllowed, likeness, missingCharacters, nearIndexes, unbared } from '../segment/bared.ts'
import type { Replacement } from './patches.ts'

/** "Low Back Complaints 2004", "Low Back Complaints Chapter (2004)" */
const citedAs = (title: string, year: number): string[] => [
  `${title} ${year}`,
  `${title} Chapter (${year})`,
  `${title} Guidelines (${year})`,
]

/** Fixed wordings that extractors match character by character. */
const WORDINGS: readonly { readonly text: string; readonly edits?: number }[] = [
  ...wordings.wordings,
  ...guidelines.sources.flatMap(({ names }) => names.filter(name => name.includes(' ')).map(text => ({ text }))),
  ...guidelines.chapters.flatMap(({ title, years = [] }) =>
    [...(isPlain(title) ? [] : [title]), ...years.flatMap(year => citedAs(title, year))].map(text => ({ text })),
  ),
]

/** Titles that are also ordinary words are fixed wordings only together with their year: "Opioids", "Chronic Pain". */
function isPlain(title: string): boolean {
  return title.split(' ').length < 3 && !/Complaints|Disorders|Treatment|Conditions|Approaches/.test(title)
}

interface WordingMark {
  readonly says: string
  readonly bare: string
  /** How many of its characters may be wrong. */
  readonly edits: number
}

const MARKS: readonly WordingMark[] = WORDINGS.map(({ text, edits }) => {
  const bare = text.replaceAll(' ', '').toLowerCase()
  return { says: text, bare, edits: edits ?? editsAllowed(bare) }
})

/** A place that matches a wording, with the number of wrong characters. */
interface WordingMatch extends Span {
  readonly says: string
  readonly edits: number
}

/** A letter has few damaged wordings; this limits the work on hostile input. */
const MOST_TRIED = 100

/**
 * Places that nearly match a fixed wording, and which one: "Decsion bas ed on MTVS" matches "Decision based on MTUS".
 */
export function changedWordings(text: string): Replacement[] {
  const letter = bared(text)
  const matches = MARKS.flatMap(mark => [...exactMatches(letter, mark), ...nearMatches(letter, text, mark)])
  return likeliest(matches)
    .flatMap(match => changesIn(text, match))
    .sort((a, b) => a.start - b.start)
}

function exactMatches(letter: Bared, { says, bare }: WordingMark): WordingMatch[] {
  const matches: WordingMatch[] = []
  for (let at = letter.lower.indexOf(bare); at >= 0; at = letter.lower.indexOf(bare, at + bare.length))
    matches.push({ ...unbared(letter, at, at + bare.length), says, edits: 0 })
  return matches
}

function nearMatches(letter: Bared, text: string, { says, bare, edits }: WordingMark): WordingMatch[] {
  const starts = new Set(
    nearIndexes(letter, letter.lower, bare, edits).filter(at => !letter.lower.startsWith(bare, at)),
  )
  return [...starts].slice(0, MOST_TRIED).flatMap(at => {
    const from = Math.max(0, at - edits)
    const window = letter.lower.slice(from, at + bare.length + edits)
    if (missingCharacters(bare, window) > edits) return []
    const like = likeness(bare, window)
    if (like.edits > edits || like.edits === 0) return []
    const place = whole(text, unbared(letter, from + like.start, from + like.end))
    return place && keepsDigits(text.slice(place.start, place.end), says) ? [{ ...place, says, edits: like.edits }] : []
  })
}

/**
 * Extends or trims a place to whole words, since a wrong character at its edge may have been counted as missing, or one
 * before it as wrong. Null inside longer words: "documented assault" does not contain "documented as".
 */
function whole(text: string, place: Span): Span | null {
  const isAlphanumeric = (at: number): boolean => /[A-Za-z0-9]/.test(text[at] ?? ' ')
  const goesOn = (at: number): boolean => isAlphanumeric(at - 1) && isAlphanumeric(at)
  let { start, end } = place
  while (start < end && !isAlphanumeric(start)) start++
  if (goesOn(start)) start--
  if (goesOn(end)) end++
  return goesOn(start) || goesOn(end) ? null : span(start, end)
}

/** A different year is another year; one with a lost or wrong character is not. */
function keepsDigits(written: string, says: string): boolean {
  const meant = says.replace(/\D/g, '')
  if (meant === '') return true
  let at = 0
  return [...written.replace(/\D/g, '')].every(digit => {
    at = meant.indexOf(digit, at) + 1
    return at > 0
  })
}

/** Of overlapping matches the longest; if two are equally good, none. */
function likeliest(matches: readonly WordingMatch[]): WordingMatch[] {
  const best = matches.toSorted((a, b) => score(b) - score(a))
  const kept: WordingMatch[] = []
  for (const match of best) if (!kept.some(other => overlap(match, other))) kept.push(match)
  return kept.filter(
    match =>
      !matches.some(other => other.says !== match.says && score(other) === score(match) && overlap(match, other)),
  )
}

/** Each wrong character costs a match as much as several right ones gain. */
const score = ({ says, edits }: WordingMatch): number => says.length - 4 * edits

/**
 * One change for each wrong word, so that values keep their own places: a chapter, and its year. Where words were split
 * or run together, tokens are assigned by similarity.
 */
function changesIn(text: string, { start, end, says }: WordingMatch): Replacement[] {
  const tokens = matchesOf(text.slice(start, end), /\S+/g).map(({ 0: word, index }) => ({
    ...span(start + index, start + index + word.length),
    word,
  }))
  const meant = says.split(' ')
  const changes: Replacement[] = []
  let at = 0
  for (const [ordinal, word] of meant.entries()) {
    const isLast = ordinal === meant.length - 1
    const taken = isLast ? tokens.length - at : tokensOf(word, tokens.slice(at, at + MOST_CUTS))
    if (taken < 1 || at + taken > tokens.length) return [{ ...span(start, end), says }]
    const place = span(tokens[at]!.start, tokens[at + taken - 1]!.end)
    changes.push({ ...place, says: ordinal === 0 ? inCaseOf(text.slice(place.start, place.end), word) : word })
    at += taken
  }
  return changes.filter(change => text.slice(change.start, change.end) !== change.says)
}

/** How many spaces may split a word. */
const MOST_CUTS = 3

/** How many consecutive tokens together come nearest to a word. */
function tokensOf(word: string, tokens: readonly { readonly word: string }[]): number {
  const joined = tokens.map((_, last) => tokens.slice(0, last + 1).reduce((all, token) => all + token.word, ''))
  const distances = joined.map(written => LevenshteinDistance(word, written))
  return distances.indexOf(Math.min(...distances)) + 1
}

/** A wording may begin a sentence. */
const inCaseOf = (written: string, word: string): string =>
  written.slice(1) === word.slice(1) && /^[A-Z]/.test(written) ? written : word
