import { type Found, found, placed, span } from '../../document/index.ts'
import type { ItemDraft, ItemExtractor } from '../extractor.ts'
import { classified, LONGEST } from './classify.ts'
import { NUMBER, numberOf } from './numbers.ts'
import { readRequest } from './ur-action.ts'

/**
 * How many visits, sessions, treatments or days are disputed:
 *
 *     Physical therapy 2 times a week for 6 weeks => 12
 */
export const sessions: ItemExtractor = {
  name: 'items/sessions',
  reads: 'heading',
  extract: text => {
    const { disputed } = readRequest(text)
    if (disputed.end <= disputed.start) return {}
    const { kind } = classified(text, disputed)
    if (kind === 'medication') return { sessions: null }
    const phrase = text.slice(disputed.start, Math.min(disputed.end, disputed.start + LONGEST))
    const once = withoutEchoes(phrase)
    const plain = once.replace(NO_COUNT, match => ' '.repeat(match.length))
    const count = monthly(once, kind) ?? counted(plain, kind)
    return { sessions: count && placed(count, disputed.start) } satisfies ItemDraft
  },
}

// Figures that do not count visits: dates, levels ("L4-5", "C5-C6"), codes, "3 in 1", "1.5 Tesla", "2 view", "in 4-6
// weeks". "biweekly x 6" is twice a week to some and every other week to others. "teeth #3 and #14" are names of teeth,
// "a week for 30 days" has no number of visits.
const NO_COUNT =
  /(?<=\bweek,? (?:for|x) )\d{1,2} days\b|\b(?:tooth|teeth) (?:#?\d{1,2}(?:-\d{1,2})?(?:, (?:and )?| and | & )?)+|\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b|\b[LCTS]\d{1,2}(?:\s?[-/,&]\s?(?:[LCTS]?\d{1,2}))*\b|\b(?:cpt|code|hcpcs|icd)\S*\s?#?:?\s?[\w.]+|\b\d in \d\b|\b\d(?:\.\d)?\s?(?:tesla|T)\b|\b\d+(?:-\d+)?[- ](?:views?|lead|phase|panel|hours?|hr|levels?|months?)\b|\bin \d+(?:-\d+)? (?:weeks?|months?)\b|\bthree[- ]in[- ]one\b|\bbi-?weekly,? (?:x|×|times|for) ?\d{1,2}\b(?! ?(?:visits?|sessions?|treatments?))/gi

const RANGE = `(?:(${NUMBER})\\s?(?:-|to|or|–)\\s?)?(${NUMBER})`

// "two (2) times", "2 (two) times": the same number twice; but in "two times four (8)" the second is the total.
const ECHO = new RegExp(`\\b(${NUMBER})( ?\\((${NUMBER})\\))`, 'gi')

/** The text with each such number only once, where its repetition ended; all offsets stay. */
const withoutEchoes = (text: string): string =>
  text.replace(ECHO, (both, number: string, echo: string, again: string) =>
    numberOf(number) === numberOf(again) ? ' '.repeat(echo.length) + number : both,
  )

const UNIT =
  '(?:session|visit|treatment|appointment|day|test|screen|scan|injection|shot|consultation|evaluation|dose|series|follow[- ]up|procedure|office visit|block|hour session|dive|class|classe)s?'
// "six sessions", "8 physical therapy sessions", "1-2 visits", "30 day rental", "two additional chiropractic visits"; "two visits weekly for
// 6 weeks" is a schedule, but "12 visits weekly for 12 weeks" a count.
const COUNTED = new RegExp(
  `(?<![\\w.#/-])(?!(?:[123]|one|two|three) ${UNIT} weekly (?:for|x|×|times|over)\\b)${RANGE}(?:[ -](?!times?\\b|x\\b|mc?g\\b|ml\\b|cc\\b|units?\\b|weeks?\\b|per\\b|a\\b|for\\b|of\\b)[a-z/&-]+){0,5}?[ -]+(?:of )?${UNIT}\\b(?!(?: (?:a|per|each|every) |/)(?:week|month))`,
  'gi',
)
// "sessions: 8", "visits x 6", "sessions #12", "QTY: 2", "#8", "quantity 3"
const NUMBERED = new RegExp(
  `(?:#|\\b(?:qty|quantity|visits?|sessions?|treatments?|series of)\\b)[\\s:.,#=]*(?:of |x ?)?(${NUMBER})(?![\\d.]*\\d)\\b(?!\\s?(?:x\\b|times?\\b|per\\b|a week|weeks?))`,
  'i',
)
// "(12 sessions)", "(24)", "(12 total)"
const BRACKETED = new RegExp(`\\((?:total(?: of)? |x ?)?(${NUMBER})(?: (?:total )?(?:${UNIT}|total))?\\)`, 'i')
// "2 times a week for 6 weeks", "2x6", "once a week times 4", "two to three times per week over 2 weeks", "2 per week x 4"
const TIMES = '(?:\\s?(?:times?|x|×|visits?|sessions?|treatments?|days?))?'
const WEEKLY = '\\s?(?:(?:a|per|every|each|/|x)\\s?(?:week|wk)|weekly|a wk)'
const OVER = '[\\s,;]*(?:for|times|x|×|over|during|per|\\*)?\\s*(?:the next |a total of )?'
// "twice a week for 30 days" and "… for one month" do not count weeks.
const NO_WEEKS = '(?!\\d|\\s?-?\\s?(?:days?|months?)\\b)'
const SCHEDULE = new RegExp(
  `(?<![\\w.#/-])${RANGE}${TIMES}${WEEKLY}${OVER}${RANGE}${NO_WEEKS}\\s?(?:-\\s?)?(?:weeks?|wks?|w)?\\b`,
  'gi',
)
const PRODUCT = new RegExp(`(?<![\\w.#/-])${RANGE}\\s*(?:x|×|times)\\s*${RANGE}\\b(?:\\s?(?:weeks?|wks?))?`, 'i')
const OFTEN = new RegExp(
  `\\b(once|twice|thrice)${WEEKLY}${OVER}${RANGE}${NO_WEEKS}\\s?(?:-\\s?)?(?:weeks?|wks?)?\\b`,
  'i',
)
// "weekly for 8 weeks", "weekly psychotherapy x 6 weeks"; but not "several times weekly", "4 hours weekly", "bi-weekly"
const EVERY_WEEK = new RegExp(
  `(?<![\\w-]|times |visits |sessions |days |[)x] |\\s\\s)(?:weekly|(?:every|each) week)(?: (?!and\\b|then\\b|with\\b)[a-z/-]+){0,5}?${OVER}(?:${NUMBER}\\s?(?:-|to|or|–)\\s?)?(${NUMBER})[ -]?(?:weeks?|wks?)\\b`,
  'i',
)
// "physical therapy daily for 2 weeks", "daily nurse visits x 3 weeks"; hours per day have been removed
const DAILY = new RegExp(
  `\\b(?:daily|every day)\\b[^,;.]{0,40}?(?:for|x|×|times) (${NUMBER})[- ](?:weeks?|wks?)\\b`,
  'i',
)
// "times 3", "x 12", "x6 visits"
const TIMES_N = new RegExp(`\\b(?:times|x)\\s?(${NUMBER})\\b(?!\\s?(?:a|per|weeks?|months?))`, 'i')
// "NCV of the legs, 2"
const TRAILING = new RegExp(`[,;]\\s+(${NUMBER})$`, 'i')
// "Occupational therapy 12"
const BARE = new RegExp(
  `\\b(?:therapy|treatments?|care|acupuncture|chiropractic|psychotherapy|massage) (${NUMBER})$`,
  'i',
)
// Devices are counted only if they are on loan: "TENS unit, 30 day trial, #30", but not "braces #2".
const LENT = /\b(?:trial|rental|rent|days?|daily)\b/i
// "Cold therapy for one week", "2 week rental"
const WEEKS = new RegExp(`\\b(?:for )?(${NUMBER})[- ]weeks?\\b`, 'i')

// "one per month for 6 months", "once a month x 3", "monthly follow-up visits for 6 months"
const PER_MONTH = new RegExp(
  `(?<![\\w.#/-])(?:${RANGE}|once|twice)${TIMES}\\s?(?:a|per|every|each|/|x)\\s?month${OVER}${RANGE}(?:[ -]months?)?\\b`,
  'i',
)
const EVERY_MONTH = new RegExp(
  `(?<![\\w-])monthly(?: [a-z/-]+){0,4}?${OVER}(${NUMBER})(?:[ -]months?)?\\b(?! ?(?:mg|mcg|days?|weeks?))`,
  'i',
)
const VISITED: ReadonlySet<string> = new Set(['consultation', 'therapy', 'behavioral'])

/** Visits by the month; devices and memberships are not counted so. */
function monthly(text: string, kind: string): Found<number> | null {
  if (!VISITED.has(kind)) return null
  const match = PER_MONTH.exec(text)
  const often = match && (match[2] ? numberOf(match[2]) : /^twice/i.test(match[0]) ? 2 : 1)
  const months = match?.[4] ? numberOf(match[4]) : null
  if (match && often && months)
    return found(often * months, span(match.index, match.index + match[0].length), 'items/sessions-schedule')
  return one(EVERY_MONTH, text, 'items/sessions-schedule')
}

/** Rules from the clearest to the weakest wording; the first match counts. */
function counted(text: string, kind: string): Found<number> | null {
  return (
    times(OFTEN, text, 'items/sessions-schedule') ??
    summed(text) ??
    one(BRACKETED, text, 'items/sessions-total') ??
    scheduled(text) ??
    product(PRODUCT.exec(text), 'items/sessions-product') ??
    (kind === 'device' ? lent(text) : visited(text))
  )
}

const visited = (text: string): Found<number> | null =>
  one(NUMBERED, text, 'items/sessions-number') ??
  one(EVERY_WEEK, text, 'items/sessions-schedule') ??
  one(DAILY, text, 'items/sessions-daily', 7) ??
  one(TIMES_N, text, 'items/sessions-times') ??
  one(TRAILING, text, 'items/sessions-number') ??
  one(BARE, text, 'items/sessions-number')

/** How long a device is provided. How it is used every day ("20 minutes daily for 12 weeks") is not that. */
function lent(text: string): Found<number> | null {
  const number = LENT.test(text)
    ? (one(NUMBERED, text, 'items/sessions-number') ?? one(TIMES_N, text, 'items/sessions-times'))
    : null
  return number ?? (/\bdaily\b/i.test(text) ? null : one(WEEKS, text, 'items/sessions-weeks', 7))
}

/** "3 visits a week for 2 weeks, then 2 visits a week for 2 weeks": the sum, ten. */
function scheduled(text: string): Found<number> | null {
  const all = Array.from(text.matchAll(SCHEDULE), match => product(match, 'items/sessions-schedule')).filter(
    each => each !== null,
  )
  const [first] = all
  if (!first || all.length === 1 || !/\b(?:then|followed by)\b/i.test(text)) return first ?? null
  const spans = all.flatMap(({ spans }) => spans)
  return found(
    all.reduce((sum, { value }) => sum + value, 0),
    spans,
    'items/sessions-schedule',
  )
}

/** "two sessions for the neck and eight sessions for the back": the sum, ten. A stated total overrides a schedule. */
function summed(text: string): Found<number> | null {
  const parts = Array.from(text.matchAll(COUNTED))
  if (parts.length === 0) return null
  const [first] = parts
  const distinct = parts.length > 1 && /\band\b/i.test(text) ? parts : [first!]
  const value = distinct.reduce((sum, match) => sum + (numberOf(match[2]!) ?? 0), 0)
  const spans = distinct.map(match => span(match.index, match.index + match[0].length))
  return value > 0 ? found(value, spans, 'items/sessions-count') : null
}

function one(pattern: RegExp, text: string, rule: string, factor = 1): Found<number> | null {
  const match = pattern.exec(text)
  const value = match?.[1] ? numberOf(match[1]) : null
  return match && value ? found(value * factor, span(match.index, match.index + match[0].length), rule) : null
}

/** The upper bound of a range: "2-3 times a week for 6-8 weeks" is 24. */
function product(match: RegExpExecArray | null, rule: string): Found<number> | null {
  const often = match?.[2] ? numberOf(match[2]) : null
  const weeks = match?.[4] ? numberOf(match[4]) : null
  return match && often && weeks ? found(often * weeks, span(match.index, match.index + match[0].length), rule) : null
}

function times(pattern: RegExp, text: string, rule: string): Found<number> | null {
  const match = pattern.exec(text)
  const weeks = match?.[3] ? numberOf(match[3]) : null
  if (!match || !weeks) return null
  return found(ADVERBS[match[1]!.toLowerCase()]! * weeks, span(match.index, match.index + match[0].length), rule)
}

const ADVERBS: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 }
