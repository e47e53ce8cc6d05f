import {
  type FoldedText,
  Rejected,
  type Section,
  type SectionKind,
  type Span,
  span,
  spansOf,
  trimmed,
} from '../../../document/index.ts'
import { exactPlacesOf, placesOf, placesOfAny, withMarks } from '../places.ts'
import type { LetterForm, SectionRule } from './form.ts'

/** The place of a section's heading, and where its body begins. */
export interface Heading {
  readonly kind: SectionKind
  readonly at: Span
  readonly bodyStart: number
}

/**
 * The headings of the letter, each after the one before. A phrase followed by its fixed sentence is a heading wherever
 * it occurs; two of those mean two letters, and so do two of every heading. Throws `Rejected` with E_AMBIGUOUS.
 */
export function headingsOf(letter: FoldedText, form: LetterForm): Heading[] {
  const found: Heading[] = []
  const counts: number[] = []
  let from = 0
  for (const rule of form.sections) {
    const places = candidates(letter, rule)
    const certain = places.filter(place => place.bodyStart > place.at.end)
    if (certain.length > 1) throw new Rejected('E_AMBIGUOUS', 'recognize')
    const after = rule.kind === 'closing' ? Math.max(from, lastRationale(letter, form)) : from
    const later = places.filter(place => place.at.start >= after)
    const likely = rule.repeats ? later[0] : later.find(one => startsLine(letter, one))
    const heading = later.find(one => certain.includes(one)) ?? likely ?? later[0]
    if (!heading) continue
    found.push(heading)
    if (!rule.repeats) counts.push(places.length)
    from = heading.at.end
  }
  if (counts.length > 2 && counts.every(count => count > 1)) throw new Rejected('E_AMBIGUOUS', 'recognize')
  return found
}

/** Text above the rationale of another item cannot close the letter, whatever a rationale says. */
function lastRationale(letter: FoldedText, { items }: LetterForm): number {
  const labels = 'labels' in items ? items.labels.filter(({ part }) => part === 'rationale') : []
  const places = labels.flatMap(({ says }) => placesOfAny(letter, says, 'in any case'))
  return Math.max(0, ...places.map(({ end }) => end))
}

/** Damaged headings are looked for only if there is no intact one. */
function candidates(letter: FoldedText, { kind, headings, openings = [] }: SectionRule): Heading[] {
  const whole = headings.flatMap(heading => exactPlacesOf(letter, heading))
  const places = whole.length > 0 && headings.length === 1 ? whole : placesOfAny(letter, headings)
  return places
    .map(at => withMarks(letter, at))
    .map(at => ({ kind, at, bodyStart: afterOpenings(letter, at.end, openings) }))
}

const startsLine = ({ lines }: FoldedText, { at }: Heading): boolean => lines.some(line => line.start === at.start)

/** What a damaged heading may leave after it: its last character, wrong or with another one beside it. */
const REST = 3

/** End of the fixed sentence that follows immediately. */
function afterOpenings(letter: FoldedText, from: number, openings: NonNullable<SectionRule['openings']>): number {
  for (const opening of openings) {
    const places =
      typeof opening === 'string' ? openingPlaces(letter, opening) : spansOf(letter.text, new RegExp(opening, 'gi'))
    const next = places.find(({ start }) => start >= from && start - from <= REST)
    if (next) return next.end
  }
  return from
}

function openingPlaces(letter: FoldedText, opening: string): Span[] {
  const whole = exactPlacesOf(letter, opening)
  return whole.length > 0 ? whole : placesOf(letter, opening)
}

/** Header and sections; each body extends from its heading, after the fixed sentence, to the next heading. */
export function sectionsOf(text: string, headings: readonly Heading[]): Section[] {
  const end = (at: number): number => headings[at]?.at.start ?? text.length
  return [
    { kind: 'header', heading: span(0, 0), body: trimmed(text, span(0, end(0))) },
    ...headings.map(
      ({ kind, at, bodyStart }, index): Section => ({
        kind,
        heading: at,
        body: trimmed(text, span(bodyStart, Math.max(bodyStart, end(index + 1)))),
      }),
    ),
  ]
}
