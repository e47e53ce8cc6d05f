import { type Span, span } from '../../document/index.ts'
import guidelines from '../../vocabulary/guidelines.json' with { type: 'json' }
import wordings from '../../vocabulary/wordings.json' with { type: 'json' }
import { type Bared, bared, likeness, nearIndexes, slipsAllowed, unbared } from '../places.ts'
import type { Change } from './patches.ts'

/** "Low Back Complaints 2004", "Low Back Complaints Chapter (2004)" */
const citedAs = (title: string, year: number): string[] => [
  `${title} ${year}`,
  `${title} Chapter (${year})`,
  `${title} Guidelines (${year})`,
]

/** Fixed wordings on whose very signs extractors rely. */
const WORDINGS: readonly string[] = [
  ...wordings.wordings.map(({ text }) => text),
  ...guidelines.sources.flatMap(({ names }) => names.filter(name => name.includes(' '))),
  ...guidelines.chapters.flatMap(({ title, years }) => years?.flatMap(year => citedAs(title, year)) ?? title),
]

interface Sign {
  readonly says: string
  readonly bare: string
}

const SIGNS: readonly Sign[] = WORDINGS.map(says => ({ says, bare: says.replaceAll(' ', '').toLowerCase() }))

/** A place that says a wording, with so many signs wrong. */
interface Match extends Span {
  readonly says: string
  readonly slips: number
}

/** A letter has few damaged wordings; it bounds what a hostile one can ask for. */
const MOST_TRIED = 500

/** Where a text nearly says a fixed wording, and which one: "Decsion bas ed on MTVS" says "Decision based on MTUS". */
export function changedWordings(text: string): Change[] {
  const letter = bared(text)
  const matches = SIGNS.flatMap(sign => [...exactMatches(letter, sign), ...nearMatches(letter, text, sign)])
  return likeliest(matches)
    .map(match => wordsOnly(text, match))
    .filter(({ start, end, says }) => text.slice(start, end) !== says)
    .sort((a, b) => a.start - b.start)
}

function exactMatches(letter: Bared, { says, bare }: Sign): Match[] {
  const matches: Match[] = []
  for (let at = letter.lower.indexOf(bare); at >= 0; at = letter.lower.indexOf(bare, at + bare.length))
    matches.push({ ...unbared(letter, at, at + bare.length), says, slips: 0 })
  return matches
}

function nearMatches(letter: Bared, text: string, { says, bare }: Sign): Match[] {
  const slips = slipsAllowed(bare)
  const starts = new Set(nearIndexes(letter.lower, bare).filter(at => !letter.lower.startsWith(bare, at)))
  return [...starts].slice(0, MOST_TRIED).flatMap(at => {
    const from = Math.max(0, at - slips)
    const like = likeness(bare, letter.lower.slice(from, at + bare.length + slips))
    if (like.slips > slips || like.slips === 0) return []
    const place = whole(text, unbared(letter, from + like.start, from + like.end))
    return place && keepsDigits(text.slice(place.start, place.end), says) ? [{ ...place, says, slips: like.slips }] : []
  })
}

/**
 * The whole words of a place: a wrong sign at its edge may have been counted as a lost one, or a sign before it as a
 * wrong one. Null inside longer words: "documented assault" does not say "documented as".
 */
function whole(text: string, place: Span): Span | null {
  const isLetter = (at: number): boolean => /[A-Za-z]/.test(text[at] ?? ' ')
  let { start, end } = place
  while (start < end && !isLetter(start)) start++
  if (isLetter(start - 1)) start--
  if (isLetter(end - 1) && isLetter(end)) end++
  return isLetter(start - 1) || (isLetter(end - 1) && isLetter(end)) ? null : span(start, end)
}

/** A year that is written otherwise is another year; one with a sign lost or wrong is not. */
function keepsDigits(written: string, says: string): boolean {
  const meant = says.replace(/\D/g, '')
  if (meant === '') return true
  let at = 0
  return [...written.replace(/\D/g, '')].every(digit => {
    at = meant.indexOf(digit, at) + 1
    return at > 0
  })
}

/** Of matches that overlap the one that says most; of two that say as much, none. */
function likeliest(matches: readonly Match[]): Match[] {
  const best = matches.toSorted((a, b) => worth(b) - worth(a))
  const kept: Match[] = []
  for (const match of best) if (!kept.some(other => overlap(match, other))) kept.push(match)
  return kept.filter(
    match =>
      !matches.some(other => other.says !== match.says && worth(other) === worth(match) && overlap(match, other)),
  )
}

/** A wrong sign takes from a match as much as some right ones give. */
const worth = ({ says, slips }: Match): number => says.length - 4 * slips

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

/** Without the words at both ends that are right: what is read there as a value keeps its own place. */
function wordsOnly(text: string, { start, end, says }: Match): Change {
  const written = text.slice(start, end).split(' ')
  const meant = says.split(' ')
  // A wording may open a sentence.
  if (written[0]!.slice(1) === meant[0]!.slice(1) && /^[A-Z]?$/.test(written[0]!.slice(0, 1))) meant[0] = written[0]!
  const most = Math.min(written.length, meant.length) - 1
  let head = 0
  while (head < most && written[head] === meant[head]) head++
  let tail = 0
  while (tail < most - head && written.at(-1 - tail) === meant.at(-1 - tail)) tail++
  const lengthOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length + 1, 0)
  return {
    ...span(start + lengthOf(written.slice(0, head)), end - lengthOf(written.slice(written.length - tail))),
    says: meant.slice(head, meant.length - tail).join(' '),
  }
}
