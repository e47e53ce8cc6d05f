import { type CaseRecord, type Found, found, matchesOf, type Span, span } from '../document/index.ts'
import wordingsFile from '../vocabulary/wordings/stated-days.json' with { type: 'json' }
import type { CaseExtractor } from './extractor.ts'
import { DATE, findDates } from './language/dates.ts'
import { patternsOf } from './language/named-patterns.ts'
import { prefilter } from './language/prefilter.ts'

type Field = keyof CaseRecord['dates']

/** Stands for every character of a date. */
const DAY = '\u0000'

const wording = patternsOf(wordingsFile.patterns)

const OTHER_TIME = wording('another-injury')
const OTHER_PERSON = wording('injury-of-another')
const TREATED = wording('treated-for-it')
const OTHER_CLAIM = wording('another-claim')

const OTHER_REVIEW = wording('another-review')
const APPROVED = wording('approved')

/** Whether the sentence around a statement says that it is about another injury or review. */
function isOther(field: Field, text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start).replace(/^.*[.;] /, '')
  const after = text.slice(end, end + 120).replace(/[.;](?: .*)?$/, '')
  if (field === 'injury')
    return [OTHER_TIME, OTHER_PERSON, TREATED].some(other => other.test(before)) || OTHER_CLAIM.test(after)
  return field === 'urDenial' && (OTHER_REVIEW.test(before) || APPROVED.test(text.slice(start, end) + after))
}

/** What says which date it was: the only source in letters without a header table. The first wording that occurs wins. */
interface Wording {
  readonly id: string
  readonly field: string
  /** With `<day>` in place of the date, and other names in angle brackets in place of phrases. */
  readonly pattern: string
  /** Capitals matter. */
  readonly cased?: boolean
}

const spelledOut = (pattern: string): string =>
  Object.entries(wordingsFile.phrases).reduce((text, [name, phrase]) => text.replaceAll(`<${name}>`, phrase), pattern)

const PATTERNS = (wordingsFile.wordings satisfies readonly Wording[]).map(({ id, field, pattern, cased }: Wording) => ({
  field: field as Field,
  rule: `prose/${id}`,
  pattern: new RegExp(spelledOut(pattern).replaceAll('<day>', `(?<!${DAY})${DAY}+`), cased ? 'g' : 'gi'),
}))

const mayMatch = prefilter(PATTERNS.map(({ pattern }) => pattern))

/** A date together with what the text says it was. */
export interface StatedDay extends Span {
  readonly field: Field
  readonly rule: string
  /** `YYYY-MM-DD` */
  readonly iso: string
}

/** All dates whose meaning the text states, the most reliable wordings first. */
export function statedDays(text: string): readonly StatedDay[] {
  if (latest?.text !== text) latest = { text, days: daysIn(text) }
  return latest.days
}

// A check of the record asks about a summary, too.
let latest: { readonly text: string; readonly days: readonly StatedDay[] } | undefined

function daysIn(text: string): StatedDay[] {
  const days = new Map(findDates(text).map(day => [day.start, day]))
  const masked = text.replace(DATE, written => DAY.padEnd(written.length, DAY))
  if (days.size === 0) return []
  const may = mayMatch(masked)
  const stated = PATTERNS.filter((_, number) => may[number] === 1).flatMap(({ field, rule, pattern }) =>
    matchesOf(masked, pattern).flatMap(match => {
      const day = days.get(match.index + match[0].indexOf(DAY))
      return day && !isOther(field, masked, match.index, match.index + match[0].length) ? [{ field, rule, ...day }] : []
    }),
  )
  // "Prior UR dated 3-10-16 modified the visits. UR dated 4-20-16 denied the MRI."
  const isPrior = ({ start }: StatedDay) => PRIOR_REVIEW.test(text.slice(Math.max(0, start - 60), start))
  return [...stated.filter(day => !isPrior(day)), ...stated.filter(isPrior)]
}

const PRIOR_REVIEW = wording('prior-review')

/** Dates that the clinical summary states in prose. */
export const proseDates: CaseExtractor = {
  name: 'prose-dates',
  reads: 'summary',
  extract: text => {
    const dates: Partial<Record<Field, Found<string>>> = {}
    for (const { field, rule, iso, start, end } of statedDays(text))
      dates[field] ??= found<string>(iso, span(start, end), rule)
    return { dates }
  },
}
