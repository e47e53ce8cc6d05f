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
  [
    'injury',
    'prose/injury',
    /(?<![Rr]e-?)\binjur(?:y|ies) (?:(?:that |which )?(?:occurred|took place) |in a (?:fall|car accident) )?(?:(?:on(?: or (?:about|around))?|dated|of|from) |\()?\0/,
  ],
  // "sustained an injury to the low back on 1/2/12", "injured her left knee on or about 1/2/12"
  [
    'injury',
    'prose/injury-of-part',
    /\b(?:sustained an? (?:[a-z-]{1,20} )?injury to|(?<!re-?)injured) (?:the|his|her|their) [a-z][a-z ]{0,40} on (?:or (?:about|around) )?\0/i,
  ],
  // "date of injury of 1/2/12", "date of injury: 1/2/12", "DOI 1/2/12", "an injury date of 9/2/11"
  [
    'injury',
    'prose/date-of-injury',
    /\b(?:date of (?:injury|loss)|injury date|DOI)(?: \(DOI\))?(?: (?:of|on|is|was|listed as))?:? \0/i,
  ],
  // "with a 4/18/2016 date of injury"
  ['injury', 'prose/day-of-injury', /\0 date of injury\b/i],
  // "an occupational claim from 10/31/2016", "was injured on 1/2/12"
  [
    'injury',
    'prose/claim',
    /\b(?:claim from|(?:(?:was|were|got) hurt|(?<!re-?)injured|industrial accident)(?: at work)?(?: in a fall)? on(?: or (?:about|around))?) \0/,
  ],
  // "On 1/2/12, she injured her knee", "a 40 year old male who fell from a ladder on 1/2/12"
  [
    'injury',
    'prose/accident',
    /\bon \0,? (?:(?:s?he|the (?:injured )?worker|the patient) )?(?:injured|was injured|sustained an? (?:industrial|work)[a-z -]{0,9} injury)\b|\bwho (?:fell|slipped|tripped) [a-z][a-z ]{0,30} on \0/i,
  ],
  // "On 12/13/13 Utilization Review non-certified", "On 11-3-16, the utilization review determined"
  [
    'urDenial',
    'prose/ur-after-day',
    /\bon \0,? (?:an? |the )?(?:original |prior |previous )?(?:utilization review|UR)\b/i,
  ],
  // "The claims administrator denied the request on 1/2/12", "The request was denied by utilization review on 1/2/12"
  [
    'urDenial',
    'prose/request-denied',
    /\b(?:claims administrator|UR) (?:denied|modified|non-?certified) the request on \0|\bthe request was (?:denied|modified|non-?certified)(?: by (?:the )?(?:utilization review|UR|claims administrator))? on \0|\bon \0,? the claims administrator (?:denied|modified|non-?certified) the request\b/i,
  ],
  // "The Utilization Review dated 1-19-17, denied", "utilization review (UR) (11-14-2016)", "review letter is dated 1-3-17",
  // "The Utilization Review report, with a decision date of 01-05-2017"
  [
    'urDenial',
    'prose/ur-before-day',
    /\butilization review(?:er)?(?: \(UR\))?(?: (?:determination|decision|denial|report|letter|form))?,? ?(?:(?:is |was )?dated |with a (?:decision )?date of |on |of |\()?\0/i,
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
    /\b(?:UR|prior (?:determination|review)|previously non-?certified) (?:(?:determination|report|denial) )?(?:(?:was issued )?(?:dated|on|of) |\()?\0/,
  ],
  // "On 1/13/14, the injured worker submitted an application for IMR"
  [
    'applicationReceived',
    'prose/application',
    /\bon \0,? (?:the )?(?:injured worker|patient|applicant|claimant) (?:submitted|filed) an application for (?:IMR|independent medical review)/i,
  ],
]

/** The injury of another claim or of somebody else, or none: "a prior work injury on", "She denied any injury on", "her husband was injured on". */
const OTHER_INJURY =
  /\b(?:prior|previous|past|earlier|second|another|new|non-?industrial|no|any)(?: [a-z-]+){0,2} $|\b(?:husband|wife|son|daughter|mother|father|brother|sister|co-?worker)s?(?: was| got)? $|\bpast (?:medical )?history [a-z ]*$/i
const OTHER_CLAIM = /^ (?:in|from|of|under) an? (?:prior|previous|earlier|another|different)\b/i

/** "The UR dated 3-10-16 certified six visits", "An earlier UR dated 3-10-16 denied", "denied an earlier request". */
const OTHER_REVIEW = /\b(?:earlier|another|first) $/i
const APPROVED =
  /^(?!.*\b(?:denied|denial|modified|non-?certif|failed|partial|not (?:certif|approv|authori|grant))).*\b(?:certified|approved|authorized|granted|allowed)\b|^.*\b(?:denied|modified|non-?certified) (?:an?|the) (?:earlier|previous|other)\b/i

/** Whether the sentence around a statement says that it is about another injury or review. */
function isOther(field: Field, text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start).replace(/^.*[.;] /, '')
  const after = text.slice(end, end + 120).replace(/[.;](?: .*)?$/, '')
  if (field === 'injury') return OTHER_INJURY.test(before) || OTHER_CLAIM.test(after)
  return field === 'urDenial' && (OTHER_REVIEW.test(before) || APPROVED.test(text.slice(start, end) + after))
}

const PATTERNS = WORDINGS.map(([field, rule, wording]) => ({
  field,
  rule,
  pattern: new RegExp(wording.source.replaceAll('\\0', '(?<!\\0)\\0+'), `${wording.flags}g`),
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
  const stated = PATTERNS.filter((_, number) => may(number)).flatMap(({ field, rule, pattern }) =>
    matchesOf(masked, pattern).flatMap(match => {
      const day = days.get(match.index + match[0].indexOf(DAY))
      return day && !isOther(field, masked, match.index, match.index + match[0].length) ? [{ field, rule, ...day }] : []
    }),
  )
  // "Prior UR dated 3-10-16 modified the visits. UR dated 4-20-16 denied the MRI."
  const isPrior = ({ start }: StatedDay) => PRIOR_REVIEW.test(text.slice(Math.max(0, start - 60), start))
  return [...stated.filter(day => !isPrior(day)), ...stated.filter(isPrior)]
}

const PRIOR_REVIEW = /\b(?:prior|previous) (?:UR|utilization review)\b[^.;]*$/i

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
