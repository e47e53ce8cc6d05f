import { type CaseRecord, type Span, span } from '../../document/index.ts'
import { LevenshteinDistanceSearch } from '../../terminology/index.ts'

export const LABEL_KINDS = ['number', 'date', 'priority'] as const
export type LabelKind = (typeof LABEL_KINDS)[number]
export type HeaderField = 'case-number' | 'priority' | keyof CaseRecord['dates']

/** A label of the header table, where it stands. */
export interface HeaderLabel extends Span {
  readonly field: HeaderField
  readonly kind: LabelKind
}

/** "Application Received:" wraps in its cell, so that its second word may stand behind its value. */
const LABELS: readonly (readonly [field: HeaderField, kind: LabelKind, words: string, rest?: string])[] = [
  ['case-number', 'number', 'Case Number:'],
  ['assigned', 'date', 'Date Assigned:'],
  ['injury', 'date', 'Date of Injury:'],
  ['decision', 'date', 'Decision Date:'],
  ['urDenial', 'date', 'UR Denial Date:'],
  ['priority', 'priority', 'Priority:'],
  ['applicationReceived', 'date', 'Application', 'Received:'],
]

/** How letters of 2013 and early 2014 may name the same fields, in lines of their own. */
const OTHERS: typeof LABELS = [
  ['urDenial', 'date', 'Date of UR Decision:'],
  ['urDenial', 'date', 'UR Decision Date:'],
  ['urDenial', 'date', 'Date of UR Denial:'],
  ['decision', 'date', 'Date of Decision:'],
  ['decision', 'date', 'Determination Date:'],
  ['injury', 'date', 'Injury Date:'],
  ['assigned', 'date', 'Assigned Date:'],
]

/** The table takes some 200 signs; what goes on for longer is no table. */
const LONGEST = 500

/** So many labels make a table, in which a lost one is looked for. */
const SURE = 3

/** The labels of a header: letter for letter, or else where the words come nearest. */
export function labelsIn(text: string): HeaderLabel[] {
  const head = text.slice(0, LONGEST)
  const placesOf = (labels: typeof LABELS): HeaderLabel[] =>
    labels.flatMap(([field, kind, words, rest]) =>
      exactPlaces(head, words, rest).map((place): HeaderLabel => ({ field, kind, ...place })),
    )
  const own = placesOf(LABELS)
  const exact = [...own, ...placesOf(OTHERS).filter(({ field }) => !own.some(label => label.field === field))]
  if (exact.length < SURE) return exact
  const lost = LABELS.filter(([field]) => !exact.some(label => label.field === field))
  const others = without(head, exact)
  const near = lost.flatMap(([field, kind, words]) =>
    nearestPlace(others, words).map((place): HeaderLabel => ({ field, kind, ...place })),
  )
  return [...exact, ...near]
}

function exactPlaces(text: string, words: string, rest: string | undefined): Span[] {
  const pattern = new RegExp(`${loose(words)}${rest ? `(?: ?${loose(rest)})?` : ''}`, 'g')
  return Array.from(text.matchAll(pattern), ({ 0: label, index }) => span(index, index + label.length))
}

/** Blanks get lost and doubled. */
const loose = (words: string): string => words.replace(/:$/, ' :').replaceAll(' ', ' ?')

/** The same text with blanks in place of labels. */
export const without = (text: string, labels: readonly Span[]): string =>
  labels.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)

function nearestPlace(text: string, words: string): Span[] {
  const { offset, substring, distance } = LevenshteinDistanceSearch(words, text)
  return distance <= words.length / 5 ? [span(offset, offset + substring.length)] : []
}
