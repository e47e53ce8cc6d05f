import { blanked, type CaseRecord, lazy, type Span, span, spansOf } from '../../document/index.ts'
import { LevenshteinDistanceSearch } from '../../terminology/index.ts'

/** What follows a label of the header. */
export const LABEL_KINDS = ['number', 'date', 'priority'] as const
/** One of them. */
export type LabelKind = (typeof LABEL_KINDS)[number]
/** What a label announces. */
export type HeaderField = 'case-number' | 'priority' | keyof CaseRecord['dates']

/** A label of the header table at its place. */
export interface HeaderLabel extends Span {
  readonly field: HeaderField
  readonly kind: LabelKind
}

/** "Application Received:" wraps in its cell, so its second word may follow its value. */
const LABELS: readonly (readonly [field: HeaderField, kind: LabelKind, words: string, rest?: string])[] = [
  ['case-number', 'number', 'Case Number:'],
  ['assigned', 'date', 'Date Assigned:'],
  ['injury', 'date', 'Date of Injury:'],
  ['decision', 'date', 'Decision Date:'],
  ['urDenial', 'date', 'UR Denial Date:'],
  ['priority', 'priority', 'Priority:'],
  ['applicationReceived', 'date', 'Application', 'Received:'],
]

/** How letters of 2013 and early 2014 may name the same fields, on separate lines and in any case. */
const OTHERS: readonly (readonly [field: HeaderField, kind: LabelKind, wordings: readonly string[]])[] = [
  ['case-number', 'number', ['Case Number:', 'Case No.:', 'Case No:', 'Case #:']],
  ['urDenial', 'date', ['UR Denial Date:', 'Date of UR Decision:', 'UR Decision Date:', 'Date of UR Denial:']],
  [
    'decision',
    'date',
    [
      'Decision Date:',
      'Date of Decision:',
      'Determination Date:',
      'Date of Determination:',
      'Date of Notice:',
      'Notice Date:',
    ],
  ],
  ['injury', 'date', ['Date of Injury:', 'Injury Date:', 'Date of Injury (DOI):', 'DOI:']],
  [
    'assigned',
    'date',
    ['Date Assigned:', 'Assigned Date:', 'Date Case Assigned:', 'Date Assigned to Reviewer:', 'Case Assigned:'],
  ],
  [
    'applicationReceived',
    'date',
    [
      'Application Received:',
      'Date Application Received:',
      'Application Date:',
      'Date of Application:',
      'Date Received:',
    ],
  ],
  ['priority', 'priority', ['Priority:', 'Review Type:', 'Type of Review:']],
]

/** The table takes some 200 characters; anything much longer is not the table. */
const LONGEST = 500

/** With this many labels it is a table, and a missing label is looked for. */
const SURE = 3

/** The labels of a header: exact matches, or else the nearest words. */
export function labelsIn(text: string): HeaderLabel[] {
  const head = text.slice(0, LONGEST)
  const placesOf = (labels: typeof LABELS): HeaderLabel[] =>
    labels.flatMap(label =>
      exactPlaces(head, label).map((place): HeaderLabel => ({ field: label[0], kind: label[1], ...place })),
    )
  const own = placesOf(LABELS)
  const exact = [...own, ...otherLabels(head).filter(({ field }) => !own.some(label => label.field === field))]
  if (exact.length < SURE) return exact
  const lost = LABELS.filter(([field]) => !exact.some(label => label.field === field))
  const others = blanked(head, exact)
  const near = lost.flatMap(([field, kind, words]) =>
    nearestPlace(others, words).map((place): HeaderLabel => ({ field, kind, ...place })),
  )
  return [...exact, ...near]
}

/**
 * The first label of each field in any of its other wordings; a line end may replace its colon, with the value on the
 * next line.
 */
function otherLabels(head: string): HeaderLabel[] {
  return otherPatterns().flatMap(({ field, kind, pattern }) => {
    const match = pattern.exec(head)
    return match ? [{ field, kind, ...span(match.index, match.index + match[0].length) }] : []
  })
}

const otherPatterns = lazy(() =>
  OTHERS.map(([field, kind, wordings]) => {
    const words = wordings.map(wording => loose(wording.replace(/:$/, ''))).join('|')
    return { field, kind, pattern: new RegExp(`(?<![\\w-])(?:${words})(?: ?:|(?=${VALUE[kind]}))`, 'i') }
  }),
)

/** How a value begins. */
const VALUE: Readonly<Record<LabelKind, string>> = {
  number: String.raw` (?:CM ?)?\d`,
  date: String.raw` (?:\d{1,4}[-/.]|[A-Z][a-z]{2,8}\.? \d|\d{1,2} [A-Z])`,
  priority: ' (?:standard|regular|expedited)',
}

const exactPlaces = (text: string, label: (typeof LABELS)[number]): Span[] => spansOf(text, exactPatterns().get(label)!)

const exactPatterns = lazy(
  () =>
    new Map(
      LABELS.map(label => {
        const [, , words, rest] = label
        return [label, new RegExp(`${loose(words)}${rest ? `(?: ?${loose(rest)})?` : ''}`, 'g')]
      }),
    ),
)

/** Spaces get lost and doubled. */
const loose = (words: string): string =>
  words.replace(/:$/, ' :').replace(/[.()]/g, String.raw`\$&`).replaceAll(' ', ' ?')

function nearestPlace(text: string, words: string): Span[] {
  const { offset, substring, distance } = LevenshteinDistanceSearch(words, text)
  return distance <= words.length / 5 ? [span(offset, offset + substring.length)] : []
}
