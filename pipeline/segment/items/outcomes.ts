import type { DisputedItem, FoldedText, Span } from '../../../document/index.ts'
import { bareIndex, likeness, unbared } from '../bared.ts'
import type { OutcomeWords } from '../forms/form.ts'
import { lookupOf } from '../places.ts'

/** Words that state how an item was decided, with their meaning. */
export interface ItemOutcome extends Span {
  readonly decision: DisputedItem['decision']
  /** How many of its characters are wrong. */
  readonly edits: number
}

/** Up to a third of the characters may be wrong where only an outcome can be, fewer in long wordings. */
const editsOfOutcome = (words: string): number => Math.min(4, Math.floor(words.length / 3))

/** What may come between an outcome and the next words: a full stop, a stray character. */
const BETWEEN = 2

/**
 * The outcome that ends right before `offset`. With `damaged`, wrong characters are allowed and the nearest wording
 * wins.
 */
export function outcomeBefore(
  letter: FoldedText,
  outcomes: readonly OutcomeWords[],
  offset: number,
  damaged: boolean,
): ItemOutcome | null {
  const lookup = lookupOf(letter)
  const end = bareIndex(lookup.places, offset)
  const closed = lookup.bare[end - 1] === '.' ? end - 1 : end
  const exact = outcomes
    .map(({ says, decision }) => ({ says: bareWords(says), decision }))
    .filter(({ says }) => lookup.lower.endsWith(says, closed))
    .sort((one, other) => other.says.length - one.says.length)
    .map(({ says, decision }) => ({ ...unbared(lookup, closed - says.length, closed), decision, edits: 0 }))
  return exact[0] ?? (damaged ? nearest(letter, outcomes, end) : null)
}

function nearest(letter: FoldedText, outcomes: readonly OutcomeWords[], end: number): ItemOutcome | null {
  const lookup = lookupOf(letter)
  const readings = outcomes.flatMap(({ says, decision }) => {
    const words = bareWords(says)
    const from = Math.max(0, end - words.length - editsOfOutcome(words) - BETWEEN)
    const like = likeness(words, lookup.lower.slice(from, end))
    const isNear = like.edits <= editsOfOutcome(words) && end - (from + like.end) <= BETWEEN
    const place = unbared(lookup, from + like.start, from + like.end)
    // "Withheld" ends like an outcome but is not one.
    const isWord = !/[A-Za-z]/.test(letter.text[place.start - 1] ?? ' ')
    const isClosed = /^[.,;]*$/.test(lookup.lower.slice(from + like.end, end))
    return isNear && isWord ? [{ ...place, decision, edits: Math.max(like.edits, isClosed ? 0 : 1) }] : []
  })
  if (readings.length === 0) return null
  return readings.reduce((best, next) => (next.edits < best.edits ? next : best))
}

/** How far after the start of a name an outcome is looked for, in characters. */
const FAR = 800

/** The first outcome inside `range`; if it is damaged, the nearest wording. */
export function outcomeIn(letter: FoldedText, outcomes: readonly OutcomeWords[], range: Span): ItemOutcome | null {
  const lookup = lookupOf(letter)
  const start = bareIndex(lookup.places, range.start)
  const within = lookup.lower.slice(start, Math.min(start + FAR, bareIndex(lookup.places, range.end)))
  const readings = outcomes
    .map(({ says, decision }) => ({ words: bareWords(says), decision }))
    .map(({ words, decision }) => ({ at: within.indexOf(words), length: words.length, decision, words }))
  const [first] = readings.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at || b.length - a.length)
  if (first)
    return { ...unbared(lookup, start + first.at, start + first.at + first.length), decision: first.decision, edits: 0 }
  const near = readings
    .map(({ words, decision }) => ({ ...likeness(words, within), decision, most: editsOfOutcome(words) }))
    .filter(({ edits, most }) => edits <= most)
    .sort((a, b) => a.edits - b.edits)
  return near[0] ? { ...near[0], ...unbared(lookup, start + near[0].start, start + near[0].end) } : null
}

const bareWords = (says: string): string => says.replaceAll(' ', '').toLowerCase()

/** "MRI of the neck: ", "… is: ", "… are " */
const CUE = /(?:[:;]|\b(?:is|are))$/i

/** What reverses or qualifies a decision when it precedes it: "Not Upheld", "Partially Overturned". */
const TURNS =
  /\b(?:not|non|nor|never|neither|part(?:ly|ial|ially)?|formerly|previously|originally|was|were|been|corrected|reversed|modified|changed)\b/i

/** The same for words between a colon and the outcome: "Mostly Upheld", "50% Overturned", "Would be Upheld". */
const LIMITS =
  /\b(?!(?:dai|week|biweek|month|year|hour|night)ly)[a-z]+ly\b|\b(?:longer|would|should|could|might|may|un|dis|except|but|only|some|half|percent)\b|%/i

/** Words for what is decided, which are not part of a name: "UR decision is Overturned", "is hereby: Upheld". */
const NO_NAME = /\b(?:decision|determination|denial|outcome|UR)$|\b(?:is|are|was|were) [a-z]+$/i

/** What reverses a misspelt outcome: "medically unnecessary", "is never medically necessary". */
const CONTRARY = /un ?necess|in ?appropr|\b(?:never|neither|nor|hardly|part(?:ly|ial|ially)?)\b/i

/** "A walker cannot be seen as medically necessary": "as" is one character from "is". */
const MODAL = /\bcan ?not\b|\b(?:could|should|would|may|might|must|can)(?: not)? be\b/i

/** After a decision its sentence ends, or the next line begins: not "… and appropriate for six visits". */
const ENDS = /^ ?[.,;:]? ?(?:$|[A-Z\d•●▪*_])/

/** A separate decision before another one: "Overturned, Upheld", "A cane: Upheld A walker: Overturned". */
const DECIDES = /\b(?:upheld|overturned)\b|medically ?necessary/i

/**
 * Whether an outcome is written as its form does, after the `name` of the item and a colon or "is". `unknown`: the
 * words before it change the decision; `unusual`: they do not, or a character is wrong.
 */
export function outcomeDoubt(text: string, name: Span, outcome: ItemOutcome): 'unknown' | 'unusual' | null {
  const words = text.slice(name.start, Math.max(name.start, outcome.start)).trimEnd()
  if (DECIDES.test(words) || turnsAround(text, words, outcome)) return 'unknown'
  const isSentence = /\b(?:is|are|was|were)\b/i.test(text.slice(outcome.start, outcome.end))
  const isUsual = isSentence || CUE.test(words)
  const last = isUsual
    ? words.replace(CUE, '').trimEnd().split(' ').at(-1)
    : words
        .slice(words.lastIndexOf(':') + 1)
        .split(' ')
        .slice(-4)
        .join(' ')
  if (TURNS.test(last ?? '') || (!isUsual && LIMITS.test(last ?? ''))) return 'unknown'
  const isName = isSentence || !NO_NAME.test(words.replace(CUE, '').trimEnd())
  return isUsual && isName && outcome.edits === 0 ? null : 'unusual'
}

/**
 * The same for a sentence that decides, from the `name` of the item to `until`: "… has determined the request for a
 * cane is medically necessary and appropriate." Words after the decision qualify it.
 */
export function sentenceDoubt(
  text: string,
  name: Span,
  outcome: ItemOutcome,
  until: number,
): 'unknown' | 'unusual' | null {
  const words = text.slice(name.start, name.end)
  const isPartOfWord = outcome.edits > 0 && /\w/.test(text[outcome.start - 1] ?? ' ')
  const goesOn = !ENDS.test(text.slice(outcome.end, Math.min(until, outcome.end + 8)))
  if (isPartOfWord || goesOn || DECIDES.test(words) || turnsAround(text, words, outcome)) return 'unknown'
  if (TURNS.test(words.split(' ').at(-1)!)) return 'unknown'
  return outcome.edits === 0 ? null : 'unusual'
}

/** Whether misspelt words, after the `words` of the name, mean the opposite of what they resemble. */
const turnsAround = (text: string, words: string, { start, end, edits }: ItemOutcome): boolean =>
  edits > 0 && (isContrary(text.slice(start, end)) || MODAL.test(words))

/** Whether words mean the opposite of the outcome that they resemble. */
export const isContrary = (outcome: string): boolean => CONTRARY.test(outcome)
