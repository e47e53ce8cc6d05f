import { type ItemSpans, type Span, span, trimmed } from '../../../document/index.ts'
import type { LabelledItems } from '../forms/form.ts'
import type { Sought } from '../places.ts'
import { headingStart } from './heading-start.ts'
import { type ItemLabel, labelBefore, labelsOf, labelsWithin, partsOf } from './labels.ts'
import { type ItemOutcome, outcomeBefore } from './outcomes.ts'

/** An outcome that a label follows is the anchor of an item: its heading stands before it, its parts behind the labels. */
export function labelledItems(letter: Sought, grammar: LabelledItems, range: Span): ItemSpans[] {
  const labels = labelsOf(letter, grammar.labels, range)
  const outcomes = outcomesOf(letter, grammar, range, labels)
  const names = namesOf(letter, grammar, { range, labels, outcomes })
  return outcomes.map(({ decision, ...outcome }, at): ItemSpans => {
    const end = names[at + 1]?.from ?? range.end
    const own = labelsWithin(labels, outcome.end, outcomes[at + 1]?.start ?? range.end)
    return { heading: names[at]!.name, outcome, decision, ...partsOf(letter.text, own, end) }
  })
}

/** "MRI of the neck: Upheld", "… is: Overturned", with a label next, or nothing more. */
function outcomesOf(letter: Sought, grammar: LabelledItems, range: Span, labels: readonly ItemLabel[]): ItemOutcome[] {
  // A numbered item's outcome is a sentence, with which a rationale may end as well.
  const last = grammar.numbered ? [] : [{ start: range.end, first: false }]
  const anchors = [...labels.map(({ start, rank }) => ({ start, first: rank === 0 })), ...last]
  return anchors.flatMap(({ start, first }) => {
    // Before the first of an item's labels stands its outcome, however damaged.
    const outcome = outcomeBefore(letter, grammar.outcomes, start, first)
    return outcome !== null && outcome.start >= range.start ? [outcome] : []
  })
}

interface FoundName {
  readonly range: Span
  readonly labels: readonly ItemLabel[]
  readonly outcomes: readonly ItemOutcome[]
}

/** Where an item begins, and its name: without its number, where it has one. */
interface Named {
  readonly from: number
  readonly name: Span
}

/** The name of each item stands before its outcome, behind the prose of the item above. */
function namesOf(letter: Sought, grammar: LabelledItems, { range, labels, outcomes }: FoundName): Named[] {
  const laidOut = isLaidOut(letter, labels)
  return outcomes.map((outcome, at) => {
    const from = outcomes[at - 1]?.end ?? range.start
    const before = labelBefore(labels, outcome.start)
    const region = span(Math.max(from, before?.end ?? from), outcome.start)
    // Before the first item stands nothing but the form's fixed sentence.
    const isFirst = at === 0 && !before
    const number = grammar.numbered ? numberBefore(letter.text, region, at + 1) : null
    const start = isFirst ? region.start : headingStart(letter, grammar, region, laidOut)
    const name = trimmed(letter.text, span(number?.end ?? start, region.end))
    return { from: number?.start ?? start, name: withoutOutcomeCue(letter.text, name) }
  })
}

const NUMBER = /(?<=^|[.!?:;"”)] ?)(\d{1,2})[.)] ?(?=\S)/g

/** "2. A cane": the item's own number, or else the last one before its outcome. */
function numberBefore(text: string, region: Span, ordinal: number): Span | null {
  const numbers = [...text.slice(region.start, region.end).matchAll(NUMBER)]
  const own = numbers.findLast(([, number]) => Number(number) === ordinal) ?? numbers.at(-1)
  return own ? span(region.start + own.index, region.start + own.index + own[0].length) : null
}

/** Labels open lines in every letter seen; where they do not, lines were wrapped anew and say nothing. */
function isLaidOut({ lines }: Sought, labels: readonly ItemLabel[]): boolean {
  const ends = new Map(lines.map(line => [line.start, line.end]))
  return labels.filter(label => (ends.get(label.start) ?? 0) >= label.end).length >= labels.length * 0.9
}

/** "… two visits is:" names two visits. */
function withoutOutcomeCue(text: string, heading: Span): Span {
  const cue = /(?: (?:is|are))? ?[:;]? ?$/.exec(text.slice(heading.start, heading.end))
  return span(heading.start, heading.end - (cue?.[0].length ?? 0))
}
