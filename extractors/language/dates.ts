import { matchesOf, remembered, type Span } from '../../document/index.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const MONTH = `(?:${MONTHS.join('|')})[a-z]{0,6}\\.?`

/**
 * "11/03/2016", "10-13-16", "9/1/2016", "4.10.04", "10/10/ 2016" (wrapped), "2016-11-03", "October 13, 2016", "Oct 13
 * 2016", "13 October 2016", "13-Oct-2016", "13OCT2016", "Oct-13-2016".
 */
export const DATE = new RegExp(
  String.raw`\b(?:\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?(?:\d{4}|\d{2})|(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}|${MONTH}[ /-]\d{1,2}(?:st|nd|rd|th)?(?:,? |[/-])\d{4}|\d{1,2}(?:(?:st|nd|rd|th)?(?: of)? |[./]?)${MONTH}(?:,? |[./]?)\d{4}|\d{1,2}-${MONTH}-(?:\d{4}|\d{2}))\b`,
  'gi',
)

/** A valid date at its place in a text. */
export interface DateMention extends Span {
  /** `YYYY-MM-DD` */
  readonly iso: string
}

/** All valid dates in a text. */
export function findDates(text: string): DateMention[] {
  return matchesOf(text, DATE).flatMap(match => {
    const iso = isoDate(match[0])
    return iso === null ? [] : [{ start: match.index, end: match.index + match[0].length, iso }]
  })
}

/** Whether a text has a date, with a four-digit year, that does not exist: "02/30/2016", or a year that cannot be. */
export const namesNoDay = (text: string): boolean =>
  OTHER_CENTURY.test(text) ||
  matchesOf(text, DATE).some(([written]) => /\d{4}/.test(written) && isoDate(written) === null)

/** "09/14/1816", "09/14/20016" */
const OTHER_CENTURY = /(?<![\d/-])\d{1,2}[-/]\d{1,2}[-/](?!(?:19|20)\d\d(?!\d))\d{4,6}(?![\d/-])/

/** The ISO form of a date in American order; null if there is no such day. Letters repeat their dates, and checks ask again. */
export const isoDate: (written: string) => string | null = remembered(isoOf, 500)

function isoOf(written: string): string | null {
  const [first, second, third] = written.match(/\d+/g) ?? []
  const name = /[a-z]{3,}/i.exec(written)?.[0].toLowerCase().slice(0, 3)
  const [month, day, year] =
    name !== undefined
      ? [MONTHS.indexOf(name) + 1, first, second]
      : first?.length === 4
        ? [Number(second), third, first]
        : [Number(first), second, third]
  return year === undefined || day === undefined ? null : isoOfParts(month, Number(day), year)
}

function isoOfParts(month: number, day: number, year: string): string | null {
  const full = year.length === 4 ? Number(year) : century(Number(year))
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(full, month)
  return exists ? [digits(full, 4), digits(month, 2), digits(day, 2)].join('-') : null
}

const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : DAYS[month - 1]!

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

/** Two-digit years mean 1941 to 2040: injuries go back decades, letters begin in 2013. */
const century = (year: number): number => (year > 40 ? 1900 : 2000) + year
