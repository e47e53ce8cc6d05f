import { blanked, matchesOf, type Span, span, spansOf } from '../../document/index.ts'
import { LevenshteinDistance } from '../../terminology/index.ts'
import { findDates, isoDate } from '../language/dates.ts'
import type { LabelKind } from './labels.ts'

/** A value of the header table at its place. */
export interface Value extends Span {
  readonly kind: LabelKind
  /** In the form of the record: "CM16-9000001", "2016-10-13", "standard". */
  readonly says: string
  /** Whether characters were wrong and had to be corrected. */
  readonly repaired: boolean
}

/** Characters that scans and careless typists produce for a digit. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  G: '6',
  b: '6',
  B: '8',
  g: '9',
  q: '9',
}

const DIGIT = String.raw`[\dOoQDlIi|!ZzSsGbBgq]`
/** A separator between digits, or whatever takes its place. */
const SEPARATOR = String.raw`(?: ?[^\s\d] ?| ?1 ?| )?`
const digits = (count: number): string => Array(count).fill(DIGIT).join(' ?')

/** "11/03/2016", "1l/O3/2016", "11/0 3/2016", "1103/2016": always two, two and four digits. */
const DATE = new RegExp(
  `(?<![\\w/])(?:\\d{1,2}/\\d{1,2}/\\d{4}|${digits(2)}${SEPARATOR}${digits(2)}${SEPARATOR}${digits(4)})(?![\\w/])`,
  'g',
)
/** "CM16-9000001", "CMl6-90OOO01", "CM 16 9000001", "cm16-9000001" */
const NUMBER = new RegExp(`(?<!\\w)(?:[C(G] ?M|CN|OM|[Cc]m) ?${digits(2)} ?[-_.~]? ?${digits(7)}(?!\\w)`, 'g')

/** "Standard", "STANDARD" */
const PRIORITIES = { standard: 'standard', regular: 'standard', expedited: 'expedited' } as const

/** The values between labels, however damaged; what does not yield a number or date is ignored. */
export function valuesIn(text: string, labels: readonly Span[]): Value[] {
  const rest = blanked(text, labels)
  const dates = spansOf(rest, DATE)
  // If one date is written "02/23/2016", another "2/23/2016" has lost a character.
  const isPadded = dates.some(({ start }) => /^0\d\//.test(rest.slice(start)))
  return [
    ...spansOf(rest, NUMBER).flatMap(place => number(rest, place)),
    ...earlyNumbers(text),
    ...otherDates(rest, dates),
    ...dates
      .filter(({ start, end }) => !(isPadded && UNPADDED.test(rest.slice(start, end))))
      .flatMap(place => date(rest, place)),
    ...spansOf(rest, WORD).flatMap(place => priority(rest, place)),
  ]
}

/**
 * "March 4, 2013", "4-Mar-13", "2013-03-04"; "3/4/13" only if no year has four digits, since it may have lost some.
 */
function otherDates(text: string, dates: readonly Span[]): Value[] {
  const others = findDates(text).filter(({ start, end }) => !dates.some(one => one.start < end && start < one.end))
  const isShort = ({ start, end }: Span): boolean => !/\d{4}|[a-z]{3}/i.test(text.slice(start, end))
  const areShort = dates.length === 0 && others.every(isShort)
  return others
    .filter(one => areShort || !isShort(one))
    .map(({ iso, start, end }) => ({ kind: 'date', says: iso, repaired: false, ...span(start, end) }))
}

const UNPADDED = /^(?:\d\/\d{1,2}|\d{1,2}\/\d)\/\d{4}$/

const WORD = /[\w|!]{5,12}/g

const plainDigits = (written: string): string =>
  Array.from(written, character => LOOKALIKES[character] ?? character).join('')

/** "Case Number: 13-000004": how cases of early 2013 were numbered; without the label it could be anything. */
const EARLY_NUMBER = /\bCase (?:Number|No\.?|#) ?[:#]? ?(?<number>13-\d{3,6})(?![\w/-])/dgi

const earlyNumbers = (text: string): Value[] =>
  matchesOf(text, EARLY_NUMBER).map(({ indices }) => {
    const [start, end] = indices!.groups!.number!
    return { kind: 'number', says: text.slice(start, end), repaired: false, ...span(start, end) }
  })

function number(text: string, place: Span): Value[] {
  const written = text.slice(place.start, place.end)
  const tail = plainDigits(written.slice(written.search(/[MNm]/) + 1)).replace(/\D/g, '')
  const says = `CM${tail.slice(0, 2)}-${tail.slice(2)}`
  return [{ kind: 'number', says, repaired: says !== written, ...place }]
}

/** A date of which at least half the digits are intact. */
function date(text: string, place: Span): Value[] {
  const written = text.slice(place.start, place.end)
  if (/^\d+[-./]\d+[-./]\d{4}$/.test(written)) return dated(written, written, place)
  if (written.replace(/\D/g, '').length < 4) return []
  const [, month, day, year] = LOOSE.exec(written)!
  return dated([month, day, year].map(part => plainDigits(part!).replace(/\D/g, '')).join('/'), written, place)
}

const LOOSE = new RegExp(`^(${digits(2)})${SEPARATOR}(${digits(2)})${SEPARATOR}(${digits(4)})$`)

/** No letter is from another century, so a year in another century is wrong. */
function dated(plain: string, written: string, place: Span): Value[] {
  const iso = isoDate(plain)
  return iso !== null && /^(?:19|20)/.test(iso)
    ? [{ kind: 'date', says: iso, repaired: plain !== written, ...place }]
    : []
}

/** Each word with how many of its characters may be wrong, and cut into one piece more: one of the pieces is then intact. */
const PRIORITY_WORDS = Object.entries(PRIORITIES).map(([word, says]) => {
  const edits = Math.floor(word.length / 4)
  return { word, says, edits, pieces: word.match(new RegExp(`.{1,${Math.ceil(word.length / (edits + 1))}}`, 'g'))! }
})

function priority(text: string, place: Span): Value[] {
  const written = text.slice(place.start, place.end).toLowerCase()
  for (const { word, says, edits, pieces } of PRIORITY_WORDS) {
    // To align them takes long.
    if (!pieces.some(piece => written.includes(piece))) continue
    if (LevenshteinDistance(word, written) <= edits)
      return [{ kind: 'priority', says, repaired: word !== written, ...place }]
  }
  return []
}
