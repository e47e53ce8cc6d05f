import wordings from '../../vocabulary/context/headings.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'

/**
 * How headings state a number of visits, sessions, treatments or days. Groups: `number`, or `often` times a week for
 * `weeks`, a day for `days`, a month for `months`; `adverb` is "once" or "twice" in place of `often`. Of a range the
 * group holds the upper bound.
 */

const wording = patternsOf(wordings)

/** Figures that do not count visits. */
export const NO_COUNT = new RegExp(wording('no-count'), 'gi')
/** The same number twice, in figures and in words. */
export const ECHO = new RegExp(wording('echo'), 'gi')
/** "six of the twelve sessions" */
export const PART_OF = wording('part-of')
/** "8 physical therapy sessions" */
export const COUNTED = new RegExp(wording('counted-visits'), 'gi')
/** "sessions: 8", "QTY: 2" */
export const NUMBERED = wording('numbered-visits')
/** "total of 9" */
export const IN_ALL = wording('in-all')
/** "(12 sessions)" */
export const BRACKETED = wording('bracketed')
/** "2 times a week for 6 weeks" */
export const SCHEDULE = new RegExp(wording('schedule'), 'gi')
/** "2x6" */
export const PRODUCT = new RegExp(wording('product'), 'gi')
/** "twice a week for 6 weeks" */
export const OFTEN = wording('often')
/** "for 6 weeks, twice a week" */
export const WEEKS_FIRST = wording('weeks-first')
/** "weekly for 8 weeks" */
export const EVERY_WEEK = wording('every-week')
/** "daily for 2 weeks" */
export const DAILY = wording('every-day')
/** "1 visit per day for 10 days" */
export const PER_DAY = wording('a-day')
/** "times 3", "x 12" */
export const TIMES_N = wording('times-n')
/** "6 times", "12x" */
export const N_TIMES = wording('n-times')
/** "NCV of the legs, 2" */
export const TRAILING = wording('trailing')
/** "Occupational therapy 12" */
export const BARE = wording('bare-count')
/** "6 acupuncture" */
export const LEADING = wording('leading')
/** What says that a device is on loan. */
export const LENT = wording('lent')
/** "for one week" */
export const WEEKS = wording('lent-weeks')
/** "one per month for 6 months" */
export const PER_MONTH = wording('a-month')
/** "monthly for 6 months" */
export const EVERY_MONTH = wording('every-month')
