import {
  type FoldedText,
  type ItemSpans,
  matchesOf,
  type PlacedMessage,
  type Span,
  span,
  trimmed,
} from '../../../document/index.ts'
import type { LabelledItems } from '../forms/form.ts'
import { doubtfulHeading, doubtfulOutcome, missingNumbers, nameless, repeatedLabel, unknownOutcome } from './faults.ts'
import { headingStart, isSureHeading } from './heading-start.ts'
import { type LabelGroup, labelGroups } from './label-groups.ts'
import { type ItemLabel, labelledParts, labelsOf } from './labels.ts'
import { outcomeDoubt } from './outcomes.ts'

/** Items and what a reader should check. */
export interface ReadItems {
  readonly items: readonly ItemSpans[]
  readonly messages: readonly PlacedMessage[]
}

/**
 * An outcome followed by a label anchors an item: the heading precedes it, the parts follow the labels. An item decided
 * in words that the form does not have is left out, with a message.
 */
export function labelledItems(letter: FoldedText, grammar: LabelledItems, range: Span): ReadItems {
  const labels = labelsOf(letter, grammar.labels, range)
  const groups = labelGroups(letter, grammar, range, labels)
  const names = namesOf(letter, grammar, { groups, range, laidOut: isLaidOut(letter, labels) })
  const items: ItemSpans[] = []
  const messages = grammar.numbered ? missingNumbers(names.map(({ number }) => number)) : []
  for (const [at, group] of groups.entries()) {
    const read = itemOf(letter, group, names[at]!, names[at + 1]?.from ?? range.end)
    if ('code' in read) messages.push(read)
    else {
      messages.push(...doubtsOf(letter, group, names[at]!, items.length))
      items.push(read)
    }
  }
  return { items, messages }
}

function itemOf(
  letter: FoldedText,
  { labels, outcome, end: until }: LabelGroup,
  { name }: NamedPlace,
  end: number,
): ItemSpans | PlacedMessage {
  if (!outcome || outcomeDoubt(letter.text, name, outcome) === 'unknown')
    return unknownOutcome(letter, span(name.start, Math.max(name.end, until)))
  const heading = withoutOutcomeCue(letter.text, name)
  if (heading.end <= heading.start || isNumber(letter.text.slice(heading.start, heading.end))) return nameless(outcome)
  const { decision, start, end: outcomeEnd } = outcome
  return { heading, outcome: span(start, outcomeEnd), decision, ...labelledParts(letter.text, labels, end) }
}

/** "2.", whose name is lost. */
const isNumber = (name: string): boolean => /^\d{1,2}[.)]?$/.test(name)

function doubtsOf(
  letter: FoldedText,
  { outcome, repeated }: LabelGroup,
  { name, isSure }: NamedPlace,
  at: number,
): PlacedMessage[] {
  const doubt = outcomeDoubt(letter.text, name, outcome!)
  return [
    ...(isSure ? [] : [doubtfulHeading(at)]),
    ...(doubt === null ? [] : [doubtfulOutcome(at)]),
    ...repeated.map(label => repeatedLabel(letter, at, label)),
  ]
}

interface Grouped {
  readonly groups: readonly LabelGroup[]
  readonly range: Span
  readonly laidOut: boolean
}

/** Where an item begins, and its name without its number. */
interface NamedPlace {
  readonly from: number
  readonly number: number | null
  readonly name: Span
  readonly isSure: boolean
}

/** The name of each item: before its outcome, after the prose of the item above. */
function namesOf(letter: FoldedText, grammar: LabelledItems, { groups, range, laidOut }: Grouped): NamedPlace[] {
  return groups.map(({ start }, at) => {
    const above = groups[at - 1]
    const region = span(above?.end ?? range.start, start)
    const number = grammar.numbered ? numberBefore(letter, region, at + 1) : null
    // Only the form's fixed sentence precedes the first item.
    const from = above ? headingStart(letter, grammar, region, laidOut) : region.start
    const name = trimmed(letter.text, span(number?.end ?? from, region.end))
    const isSure = !above || number !== null || isSureHeading(letter, grammar, region, name)
    return { from: number?.start ?? from, number: number?.value ?? null, name, isSure }
  })
}

const NUMBER = /(?<=^|[.!?:;"”)] ?)(\d{1,2})[.)](?: |(?=[A-Z]))(?=\S)/g

/**
 * "2. A cane": the item's own number, at the start of a line if possible, or else the last one before its outcome.
 * Numbers inside a name do not count: "QTY: 2.5".
 */
function numberBefore(
  { text, lines }: FoldedText,
  region: Span,
  ordinal: number,
): (Span & { readonly value: number }) | null {
  const numbers = matchesOf(text.slice(region.start, region.end), NUMBER).map(({ 0: words, 1: number, index }) => ({
    ...span(region.start + index, region.start + index + words.length),
    value: Number(number),
  }))
  const own = numbers.filter(({ value }) => value === ordinal)
  return own.findLast(({ start }) => lines.some(line => line.start === start)) ?? own.at(-1) ?? numbers.at(-1) ?? null
}

/**
 * Whether line breaks mean anything. In every letter read so far labels begin lines; where they do not, the text was
 * rewrapped.
 */
function isLaidOut({ lines }: FoldedText, labels: readonly ItemLabel[]): boolean {
  const ends = new Map(lines.map(line => [line.start, line.end]))
  return labels.filter(label => (ends.get(label.start) ?? 0) >= label.end).length >= labels.length * 0.9
}

/** "… two visits is:" names two visits, "A stress test, is …" a stress test. */
function withoutOutcomeCue(text: string, heading: Span): Span {
  const cue = /,?(?:(?:^| )(?:is|are))? ?[:;–—-]? ?["“”'([*_]{0,9}$/.exec(text.slice(heading.start, heading.end))
  return span(heading.start, heading.end - (cue?.[0].length ?? 0))
}
