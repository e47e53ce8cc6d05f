import { type Found, found, matchesOf, type Span, shiftedDraft, spacesFor, span } from '../../document/index.ts'
import { corrected } from '../../terminology/index.ts'
import type { ItemDraft, ItemExtractor } from '../extractor.ts'
import { numberOf } from '../language/numbers.ts'
import { withoutAsides } from './asides.ts'
import { classified } from './classify.ts'
import {
  BARE,
  BRACKETED,
  COUNTED,
  DAILY,
  ECHO,
  EVERY_MONTH,
  EVERY_WEEK,
  IN_ALL,
  LEADING,
  LENT,
  N_TIMES,
  NO_COUNT,
  NUMBERED,
  OFTEN,
  PART_OF,
  PER_DAY,
  PER_MONTH,
  PRODUCT,
  SCHEDULE,
  TIMES_N,
  TRAILING,
  WEEKS,
  WEEKS_FIRST,
} from './counts.ts'
import { LONGEST, readRequest } from './ur-action.ts'

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
    if (UNCOUNTED.has(kind)) return { sessions: null }
    const phrase = text.slice(disputed.start, Math.min(disputed.end, disputed.start + LONGEST))
    const once = withoutEchoes(spelt(withoutAsides(phrase)))
    const plain = once.replace(NO_COUNT, spacesFor)
    const count = monthly(once, kind) ?? counted(plain, kind)
    return { sessions: count && shiftedDraft(count, disputed.start) } satisfies ItemDraft
  },
}

// "12 sessins", "3 ijections": for counting, they are visits; all offsets stay.
const unit = corrected(() => ['session', 'sessions', 'treatment', 'treatments', 'injection', 'injections'], 6)
const spelt = (text: string): string =>
  text.replace(/\b[a-z]{6,}\b/gi, word => {
    const written = word.toLowerCase()
    return unit(written) === written ? word : 'visits'.padEnd(word.length)
  })

/** Tablets are no visits, and operations are not counted. */
const UNCOUNTED: ReadonlySet<string> = new Set(['medication', 'surgery'])

/** The text with each such number only once, where its repetition ended; all offsets stay. */
const withoutEchoes = (text: string): string =>
  text.replace(ECHO, (both, number: string, echo: string, again: string) =>
    numberOf(number) === numberOf(again) ? spacesFor(echo) + number : both,
  )

/** What a count in front of it counts: "1 MRI", but not "2 level fusion". */
const LED: ReadonlySet<string> = new Set(['therapy', 'behavioral', 'diagnostic', 'consultation', 'injection'])

const VISITED: ReadonlySet<string> = new Set(['consultation', 'therapy', 'behavioral'])

/** Visits by the month; devices and memberships are not counted so. */
function monthly(text: string, kind: string): Found<number> | null {
  if (!VISITED.has(kind)) return null
  return scheduled(PER_MONTH, text) ?? one(EVERY_MONTH, text, 'items/sessions-schedule')
}

/** Rules from the clearest to the weakest wording; the first match counts. */
function counted(text: string, kind: string): Found<number> | null {
  return (
    one(IN_ALL, text, 'items/sessions-total') ??
    one(PART_OF, text, 'items/sessions-number') ??
    scheduled(PER_DAY, text, 'items/sessions-daily') ??
    scheduled(OFTEN, text) ??
    summed(text) ??
    one(BRACKETED, text, 'items/sessions-total') ??
    staged(SCHEDULE, text, 'items/sessions-schedule') ??
    scheduled(WEEKS_FIRST, text) ??
    staged(PRODUCT, text, 'items/sessions-product') ??
    (kind === 'device' ? lent(text) : (visited(text) ?? led(text, kind)))
  )
}

const visited = (text: string): Found<number> | null =>
  one(NUMBERED, text, 'items/sessions-number') ??
  one(EVERY_WEEK, text, 'items/sessions-schedule') ??
  one(DAILY, text, 'items/sessions-daily', 7) ??
  one(TIMES_N, text, 'items/sessions-times') ??
  one(N_TIMES, text, 'items/sessions-times') ??
  one(TRAILING, text, 'items/sessions-number') ??
  one(BARE, text, 'items/sessions-number')

const led = (text: string, kind: string): Found<number> | null =>
  LED.has(kind) ? one(LEADING, text, 'items/sessions-count') : null

/** How long a device is provided. How it is used every day ("20 minutes daily for 12 weeks") is not that. */
function lent(text: string): Found<number> | null {
  const number = LENT.test(text)
    ? (one(NUMBERED, text, 'items/sessions-number') ?? one(TIMES_N, text, 'items/sessions-times'))
    : null
  return number ?? (/\bdaily\b/i.test(text) ? null : one(WEEKS, text, 'items/sessions-weeks', 7))
}

/** "3 visits a week for 2 weeks, then 2 visits a week for 2 weeks": the sum, ten. */
function staged(pattern: RegExp, text: string, rule: string): Found<number> | null {
  const stages: Found<number>[] = []
  let end: number | null = null
  for (const match of matchesOf(text, pattern)) {
    const count = product(match, rule)
    if (!count || (end !== null && !NEXT.test(text.slice(end, match.index)))) continue
    stages.push(count)
    end = match.index + match[0].length
  }
  const [first] = stages
  if (!first || stages.length === 1) return first ?? null
  const sum = stages.reduce((total, { value }) => total + value, 0)
  return found(
    sum,
    stages.flatMap(({ spans }) => spans),
    rule,
  )
}

// "then", "followed by", "and": between two stages of a course
const NEXT = /^[\s,;]*(?:and )?(?:then|followed by|and)\b[^.;]{0,40}$/i

/** "two sessions for the neck and eight sessions for the back": the sum, ten. A stated total overrides a schedule. */
function summed(text: string): Found<number> | null {
  const parts = matchesOf(text, COUNTED)
  if (parts.length === 0) return null
  const [first] = parts
  const several =
    /\band\b/i.test(text) || parts.every(({ index, 0: { length } }) => PLACED.test(text.slice(index + length)))
  const distinct = parts.length > 1 && several ? parts : [first!]
  const value = distinct.reduce((sum, match) => sum + (numberOf(match.groups!.number!) ?? 0), 0)
  const spans = distinct.map(spanOf)
  return value > 0 ? found(value, spans, 'items/sessions-count') : null
}

// "6 visits for the neck, 6 visits for the back"
const PLACED = /^ (?:for|to) /i

/** The number of the first match; one if the wording has no figure ("one time visit"). */
function one(pattern: RegExp, text: string, rule: string, factor = 1): Found<number> | null {
  const match = pattern.exec(text)
  const value = match && countOf(match.groups?.number, 1)
  return match && value ? found(value * factor, spanOf(match), rule) : null
}

const scheduled = (pattern: RegExp, text: string, rule = 'items/sessions-schedule'): Found<number> | null => {
  const match = pattern.exec(text)
  return match && product(match, rule)
}

/** How often in a week, a day or a month, times how many of them: "2-3 times a week for 6-8 weeks" is 24. */
function product(match: RegExpExecArray, rule: string): Found<number> | null {
  const { adverb, often, weeks, days, months } = match.groups!
  const times = adverb ? ADVERBS[adverb.toLowerCase()]! : countOf(often)
  const periods = countOf(weeks ?? days ?? months)
  return times && periods ? found(times * periods, spanOf(match), rule) : null
}

const ADVERBS: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 }

const countOf = (words: string | undefined, unstated: number | null = null): number | null =>
  words ? numberOf(words) : unstated

const spanOf = ({ index, 0: { length } }: RegExpExecArray): Span => span(index, index + length)
