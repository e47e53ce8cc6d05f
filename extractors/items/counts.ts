import { NUMBER } from '../language/numbers.ts'

/**
 * How headings state a number of visits, sessions, treatments or days. Groups: `number`, or `often` times a week for
 * `weeks`, a day for `days`, a month for `months`; `adverb` is "once" or "twice" in place of `often`. Of a range the
 * group holds the upper bound.
 */

// Figures that do not count visits: dates, levels ("L4-5", "C5-C6"), codes, "3 in 1", "1.5 Tesla", "2 view", "in 4-6
// weeks", "Synvisc-One"; but the eight of "L4-5, 8 sessions" does. "biweekly x 6" is twice a week to some and every other
// week to others. "teeth #3 and #14" are names of teeth, "a week for 30 days" has no number of visits. "99214" is a code, "level 4" a price, "45 minute" a length,
// "sessions #13-24" a place in the course, "4 limbs" and "3-4 muscles" places of the body.
export const NO_COUNT =
  /\b\d{5}\b|\blevel \d\b|#\d+-#?\d+|\b\d{1,2} drug classes\b|\b\d+(?:-\d+)?[- ](?:min(?:ute)?s?|units?|limbs?|extremities|muscles?|sites?|years?)\b|(?<=\bweek,? (?:for|x) )\d{1,2} days\b|\b(?:tooth|teeth|crowns?|implants?|root canals?|extractions?|bridges?|fillings?) (?:(?:of|on|for) )?(?:#?\d{1,2}(?:-\d{1,2})?(?:, (?:and )?| and | & )?)+|\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b|\b[LCTS]\d{1,2}(?:\s?[-/,&]\s?(?:[LCTS]?\d{1,2})(?! (?:[a-z]+ ){0,3}(?:sessions?|visits?|treatments?)\b| ?(?:times|x|×) ?\d))*\b|synvisc[- ]one\b|\b(?:cpt|code|hcpcs|icd)\S*\s?#?:?\s?[\w.]+|\b\d in \d\b|\b\d(?:\.\d)?\s?(?:tesla|T)\b|\b(?:two|three|four|five|\d+(?:-\d+)?)[- ](?:views?|lead|phase|panel)\b|\b\d+(?:-\d+)?[- ](?:hours?|hrs?|levels?|months?)\b|\bin \d+(?:-\d+)? (?:days?|weeks?|months?)\b|\bthree[- ]in[- ]one\b|\bbi-?weekly,? (?:x|×|times|for) ?\d{1,2}\b(?! ?(?:visits?|sessions?|treatments?))/gi

const range = (group: string): string => `(?:${NUMBER}\\s?(?:-|to|or|–)\\s?)?(?<${group}>${NUMBER})`
const COUNT = `(?<number>${NUMBER})`
const ADVERB = '(?<adverb>once|twice|thrice)'

// "two (2) times", "2 (two) times": the same number twice; but in "two times four (8)" the second is the total.
export const ECHO = new RegExp(`\\b(${NUMBER})( ?\\((${NUMBER})\\))`, 'gi')

const UNIT =
  '(?:session|visit|treatment|appointment|day|test|screen|scan|injection|shot|consultation|evaluation|dose|series|follow[- ]up|procedure|office visit|block|hour session|dive|class|classe|trip|ride)s?'
// "six of the twelve sessions": the first number counts
export const PART_OF = new RegExp(`\\b${COUNT} of (?:the )?${NUMBER} (?:[a-z]+ ){0,3}${UNIT}\\b`, 'i')
// "six sessions", "8 physical therapy sessions", "1-2 visits", "30 day rental", "two additional chiropractic visits"; "two
// visits weekly for 6 weeks" is a schedule, but "12 visits weekly for 12 weeks" a count.
export const COUNTED = new RegExp(
  `(?<![\\w.#/-]|\\bevery )(?!(?:(?:[12]|one|two)(?:-| to | or ))?(?:[123]|one|two|three) ${UNIT} weekly (?:for|x|×|times|over)\\b)${range('number')}(?:[ -](?!times?\\b|x\\b|mc?g\\b|ml\\b|cc\\b|units?\\b|weeks?\\b|months?\\b|per\\b|a\\b|for\\b|of\\b)[a-z/&-]+){0,5}?[ -]+(?:of )?${UNIT}\\b(?!(?: (?:a|per|each|every(?: \\w+)?) |/)(?:week|wk|month)|(?<=series) of)`,
  'gi',
)
// "sessions: 8", "visits x 6", "sessions #12", "QTY: 2", "#8", "quantity 3", "injections, 5"
export const NUMBERED = new RegExp(
  `(?:#|\\b(?:qty|quantity|visits?|sessions?|treatments?|injections|(?:series|trial|course) of)\\b)[\\s:.,#=]{0,4}(?:of |x ?)?(?:\\d{1,2} ?(?:-|to|or) ?)?${COUNT}(?![\\d.]*\\d)\\b(?!\\s?(?:x\\b|times?\\b|per\\b|a week|weeks?|mc?g\\b|ml\\b|cc\\b|units?\\b|%))`,
  'i',
)
// "2 times a week for 6 weeks, total of 9": it overrides the schedule.
export const IN_ALL = new RegExp(
  `\\b(?:total|total of|totaling|totalling|for a total of)[: ]+${COUNT}\\b(?! (?:hours?|weeks?|months?))`,
  'i',
)
// "(12 sessions)", "(24)", "(12 total)"; but a number before the request numbers it
export const BRACKETED = new RegExp(
  `(?<=\\S ?)\\((?:total(?: of)? |x ?)?${COUNT}(?: (?:total )?(?:${UNIT}|total))?\\)`,
  'i',
)
// "2 times a week for 6 weeks", "2x6", "once a week times 4", "two to three times per week over 2 weeks", "2 per week x 4"
const TIMES = '(?:\\s?(?:times?|x|×|visits?|sessions?|treatments?|injections?|days?))?'
const WEEKLY = '\\s?(?:(?:a|per|every|each|/|x)\\s?(?:week|wk)|weekly|a wk)'
const OVER = '[\\s,;]*(?:for|times|x|×|over|during|per|\\*)?\\s*(?:the next |a total of )?'
// "twice a week for 30 days" and "… for one month" do not count weeks.
const NO_WEEKS = '(?!\\d|\\s?-?\\s?(?:days?|months?)\\b)'
export const SCHEDULE = new RegExp(
  `(?<![\\w.#/-])x?${range('often')}${TIMES}${WEEKLY}${OVER}${range('weeks')}${NO_WEEKS}\\s?(?:-\\s?)?(?:weeks?|wks?|w)?\\b`,
  'gi',
)
export const PRODUCT = new RegExp(
  `(?<![\\w.#/-])${range('often')}(?:\\s*(?:x|×|times)\\s*|w(?=\\d))${range('weeks')}\\b(?:\\s?(?:weeks?|wks?))?`,
  'gi',
)
export const OFTEN = new RegExp(
  `\\b${ADVERB}${WEEKLY}${OVER}${range('weeks')}${NO_WEEKS}\\s?(?:-\\s?)?(?:weeks?|wks?)?\\b`,
  'i',
)
// "for 6 weeks, twice a week", "six weeks of physical therapy, 3 times per week": the weeks first.
export const WEEKS_FIRST = new RegExp(
  `(?<![\\w.#/-])${range('weeks')}[ -]weeks?(?: of [a-z /-]{3,40})?[\\s,;]+(?:${range('often')}${TIMES}|${ADVERB})${WEEKLY}\\b`,
  'i',
)
// "weekly for 8 weeks", "weekly psychotherapy x 6 weeks"; but not "several times weekly", "4 hours weekly", "bi-weekly"
export const EVERY_WEEK = new RegExp(
  `(?<![\\w-]|times |visits |sessions |days |[)x] |\\s\\s)(?:weekly|(?:every|each) week)(?: (?!and\\b|then\\b|with\\b)[a-z/-]+){0,5}?${OVER}${range('number')}[ -]?(?:weeks?|wks?)\\b`,
  'i',
)
// "physical therapy daily for 2 weeks", "daily nurse visits x 3 weeks"; hours per day have been removed, "twice daily"
// does not say how many visits a day are meant
export const DAILY = new RegExp(
  `(?<!\\b(?:twice|times|\\d x) )\\b(?:daily|every day)\\b[^,;.]{0,40}?(?:for|x|×|times) ${COUNT}[- ](?:weeks?|wks?)\\b`,
  'i',
)
// "1 visit per day for 10 days", "two a day x 7 days"
export const PER_DAY = new RegExp(
  `(?<![\\w.#/-])(?<often>${NUMBER})(?: visits?| times?| sessions?|x)? (?:a|per|each|x|/) ?day(?: for| x| times)? ${range('days')} days\\b`,
  'i',
)
// "times 3", "x 12", "x6 visits", "x 4 per year"
export const TIMES_N = new RegExp(`\\b(?:times|x)\\s?${COUNT}\\b(?!\\s?(?:a|per(?! year)|weeks?|months?))`, 'i')
// "Acupuncture, 6 times", "EMG of the arm, one time", "PT 12x", "one time consultation"
export const N_TIMES = new RegExp(
  `(?:^|[\\s,(])${COUNT}(?: times?|x)(?=$|[,;.)]| (?:for|to) (?:the|his|her)\\b)|^(?:one|1)[- ]time (?=[a-z])`,
  'i',
)
// "NCV of the legs, 2"
export const TRAILING = new RegExp(`[,;]\\s+${COUNT}$`, 'i')
// "Occupational therapy 12", "Chiropractic 12 to the lumbar spine"
export const BARE = new RegExp(
  `\\b(?:therapy|treatments?|care|acupuncture|chiropractic|psychotherapy|massage) ${COUNT}(?=$| (?:to|for) (?:the|his|her)\\b)`,
  'i',
)
// "1 MRI of the neck", "6 acupuncture", "One left shoulder injection": the count stands before a service. Operations are
// not counted, and "one week trial" or "3 part fracture repair" count something else.
export const LEADING = new RegExp(
  `^\\s*(?:up to |trial of |an additional |additional )?${COUNT} (?!(?:weeks?|months?|years?|days?|hours?|minutes?|units?|views?|parts?|points?|prescriptions?|refills?|boxe?s?|bottles?|containers?|pairs?|times?|x(?!-?ray)|per|or|to|and|of|in)\\b)(?=[a-z])`,
  'i',
)
// Devices are counted only if they are on loan: "TENS unit, 30 day trial, #30", but not "braces #2".
export const LENT = /\b(?:trial|rental|rent|days?|daily)\b/i
// "Cold therapy for one week", "2 week rental"
export const WEEKS = new RegExp(`\\b(?:for )?${COUNT}[- ]weeks?\\b`, 'i')

// "one per month for 6 months", "once a month x 3", "monthly follow-up visits for 6 months"
export const PER_MONTH = new RegExp(
  `(?<![\\w.#/-])(?:${range('often')}|${ADVERB})${TIMES}\\s?(?:a|per|every|each|/|x)\\s?month${OVER}${range('months')}(?:[ -]months?)?\\b`,
  'i',
)
export const EVERY_MONTH = new RegExp(
  `(?<![\\w-])(?:monthly|(?:every|each) month)(?: [a-z/-]+){0,4}?${OVER}${COUNT}(?:[ -]months?)?\\b(?! ?(?:mg|mcg|days?|weeks?))`,
  'i',
)
