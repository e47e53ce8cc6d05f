import { type CaseRecord, type Found, found, matchesOf, type Span, span } from '../document/index.ts'
import type { CaseExtractor } from './extractor.ts'
import { DATE, findDates } from './language/dates.ts'
import { prefilter } from './language/prefilter.ts'

type Field = keyof CaseRecord['dates']

const DAY = '\u0000'

/**
 * Wordings that say what a date was, with NUL in place of the date: the only source in letters without a header table.
 * The first wording that occurs wins.
 */
const WORDINGS: readonly (readonly [field: Field, rule: string, wording: RegExp])[] = [
  // "an industrial injury on 11/3/09", "a work injury dated 4/10/04", "an industrial injury August 30, 2016"
  ['injury', 'prose/injury', /\binjur(?:y|ies) (?:that occurred )?(?:(?:on|dated|of|from) )?\0/],
  // "date of injury of 1/2/12", "date of injury: 1/2/12", "DOI 1/2/12", "an injury date of 9/2/11"
  ['injury', 'prose/date-of-injury', /\b(?:date of injury|injury date|DOI)(?: (?:of|on|is|was|listed as))?:? \0/i],
  // "with a 4/18/2016 date of injury"
  ['injury', 'prose/day-of-injury', /\0 date of injury\b/i],
  // "an occupational claim from 10/31/2016", "was injured on 1/2/12"
  ['injury', 'prose/claim', /\b(?:claim from|(?:was|were|got) (?:injured|hurt)(?: at work)? on) \0/],
  // "On 12/13/13 Utilization Review non-certified", "On 11-3-16, the utilization review determined"
  ['urDenial', 'prose/ur-after-day', /\bon \0,? (?:an? |the )?(?:original |prior |previous )?utilization review\b/i],
  // "The Utilization Review dated 1-19-17, denied", "utilization review (UR) (11-14-2016)", "review letter is dated 1-3-17",
  // "The Utilization Review report, with a decision date of 01-05-2017"
  [
    'urDenial',
    'prose/ur-before-day',
    /\butilization review(?:er)?(?: \(UR\))?(?: (?:determination|decision|report|letter|form))?,? ?(?:(?:is |was )?dated |with a (?:decision )?date of |on |of |\()?\0/i,
  ],
  // "Utilization review denied the visits on 2/15/2013"
  [
    'urDenial',
    'prose/ur-denied',
    /\butilization review (?:denied|modified|non-?certified) (?:the |an? )?[a-z][a-z -]{0,60}? on \0/i,
  ],
  // "The UR dated 11-14-16 non-certified", "The prior determination on 11/25/2016 denied", "was previously non-certified on 12/1/16"
  [
    'urDenial',
    'prose/determination',
    /\b(?:UR|prior (?:determination|review)|previously non-?certified) (?:determination )?(?:dated|on) \0/,
  ],
  // "On 1/13/14, the injured worker submitted an application for IMR"
  [
    'applicationReceived',
    'prose/application',
    /\bon \0,? (?:the )?(?:injured worker|patient|applicant|claimant) (?:submitted|filed) an application for (?:IMR|independent medical review)/i,
  ],
]

const PATTERNS = WORDINGS.map(([field, rule, wording]) => ({
  field,
  rule,
  pattern: new RegExp(wording.source.replace('\\0', '(?<!\\0)\\0+'), `${wording.flags}g`),
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
  return PATTERNS.filter((_, number) => may(number)).flatMap(({ field, rule, pattern }) =>
    matchesOf(masked, pattern).flatMap(match => {
      const day = days.get(match.index + match[0].indexOf(DAY))
      return day ? [{ field, rule, ...day }] : []
    }),
  )
}

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
