import {
  type FoldedText,
  type ItemSpans,
  type PlacedMessage,
  type Section,
  type SectionKind,
  span,
} from '../../../document/index.ts'
import type { LetterForm } from '../forms/form.ts'
import { type Heading, sectionsOf } from '../forms/headings.ts'
import { HEADER_TABLE } from '../forms/phrases.ts'
import { occurs } from '../forms/recognize.ts'
import { NONE, partFaults } from '../items/faults.ts'
import { type ItemLabel, labelledParts, labelsOf } from '../items/labels.ts'
import { decisionsIn, type StatedDecision } from './decisions.ts'
import { type Title, titlesIn } from './titles.ts'
import { MARKERS, type Meaning, SENTENCES } from './words.ts'

/** What could be read of a letter that fits no known form. */
export interface GenericReading {
  readonly promises: LetterForm['promises']
  readonly sections: readonly Section[]
  readonly items: readonly ItemSpans[]
  readonly messages: readonly PlacedMessage[]
}

/** Minimum score from the words of a determination for a text of no known form. */
const LEAST = 8

/**
 * Reads a letter of unknown form: headings by shape and meaning, items by the wording of decisions. Null if the text is
 * not a determination: it must have the words of one, a decided item with a rationale, and a description of the worker
 * or the reviewer.
 */
export function readGeneric(letter: FoldedText): GenericReading | null {
  if (!isAboutReview(letter)) return null
  const titles = titlesIn(letter)
  const decisions = decisionsIn(letter, titles)
  const sections = sectionsOf(letter.text, headingsFrom(titles, decisions))
  const items = itemsFrom(letter, titles, decisions)
  const isAbout = sections.some(({ kind }) => kind === 'summary' || kind === 'determination')
  if (!isAbout || !items.some(({ rationale }) => rationale && rationale.end > rationale.start)) return null
  return { promises: HEADER_TABLE, sections, items, messages: [UNKNOWN, ...missing(sections), ...faults(items)] }
}

/** Whether the text has the words of a determination, and of a single case: a list of many is not a letter. */
const isAboutReview = (letter: FoldedText): boolean => {
  const numbers = new Set(letter.text.match(/\bCM\d{2}-\d{7}\b/g))
  const score = MARKERS.filter(({ says }) => occurs(letter, says)).reduce((sum, { weight }) => sum + weight, 0)
  return score >= LEAST && numbers.size <= 1
}

const PARTS: readonly Meaning[] = ['claimsAdministrator', 'reviewer', 'rationale']
const isPart = (meaning: Meaning): meaning is 'claimsAdministrator' | 'reviewer' | 'rationale' =>
  PARTS.includes(meaning)

/**
 * The first heading of each kind. A notice is left to the header, since it may hold header fields. Decisions without a
 * heading begin with the first one.
 */
function headingsFrom(titles: readonly Title[], [first]: readonly StatedDecision[]): Heading[] {
  const known = titles.filter(
    ({ meaning }, at) =>
      !isPart(meaning) && meaning !== 'notice' && titles.findIndex(one => one.meaning === meaning) === at,
  )
  const headings = known.map(
    ({ meaning, start, end }): Heading => ({ kind: meaning as SectionKind, at: span(start, end), bodyStart: end }),
  )
  const decided: Heading[] =
    first && !headings.some(({ kind }) => kind === 'issues')
      ? [{ kind: 'issues', at: span(first.start, first.start), bodyStart: first.start }]
      : []
  return [...headings, ...decided].sort((a, b) => a.at.start - b.at.start)
}

function itemsFrom(letter: FoldedText, titles: readonly Title[], decisions: readonly StatedDecision[]): ItemSpans[] {
  return decisions.map(({ name, outcome, decision }, at): ItemSpans => {
    const range = span(outcome.end, decisions[at + 1]?.start ?? letter.text.length)
    const inside = titles.filter(({ start }) => start >= range.start && start < range.end)
    const labels = [...labelsOf(letter, SENTENCES, range), ...inside.map(asLabel)].sort((a, b) => a.start - b.start)
    return { heading: name, outcome, decision, ...labelledParts(letter.text, labels, range.end) }
  })
}

/** A heading of another kind also ends a part. */
const asLabel = ({ start, end, meaning }: Title): ItemLabel => ({
  rule: { part: isPart(meaning) ? meaning : null, says: [] },
  rank: PARTS.indexOf(meaning),
  start,
  end,
})

const UNKNOWN: PlacedMessage = {
  code: 'form/unknown',
  severity: 'error',
  pointer: null,
  reason: 'the letter has no known form; it was read by the shape of its headings and the wording of its decisions',
}

const missing = (sections: readonly Section[]): PlacedMessage[] =>
  (['determination', 'summary'] as const)
    .filter(kind => !sections.some(section => section.kind === kind))
    .map(kind => ({
      code: 'section/missing',
      severity: 'error',
      pointer: kind === 'summary' ? '/clinicalCaseSummary' : '/reviewer',
      reason: `no heading of a ${kind} section was found`,
    }))

const faults = (items: readonly ItemSpans[]): PlacedMessage[] =>
  items.length === 0
    ? [NONE]
    : items.flatMap((item, at) => partFaults(item, at, ['claimsAdministrator', 'reviewer', 'rationale']))
