import type { FoldedText, Span } from '../../../document/index.ts'
import type { LabelledItems } from '../forms/form.ts'
import type { ItemLabel } from './labels.ts'
import { type ItemOutcome, outcomeBefore } from './outcomes.ts'

/** The labels of one item. Its name ends at `start`, where its outcome or, failing that, its first label begins. */
export interface LabelGroup extends Span {
  readonly outcome: ItemOutcome | null
  readonly labels: readonly ItemLabel[]
  /** Labels that occur again inside its rationale, where they are ordinary words. */
  readonly repeated: readonly ItemLabel[]
}

interface GrowingGroup {
  readonly outcome: ItemOutcome | null
  readonly start: number
  readonly labels: ItemLabel[]
  readonly repeated: ItemLabel[]
}

/**
 * Assigns the labels to items. An outcome right before a label begins an item: "MRI of the neck: Upheld". Without a
 * known outcome, an item begins where the sequence of labels starts over; any other repeated label is quoted by the
 * rationale.
 */
export function labelGroups(
  letter: FoldedText,
  grammar: LabelledItems,
  range: Span,
  labels: readonly ItemLabel[],
): LabelGroup[] {
  const outcomes = labels.map(({ start, rank }) => outcomeAt(letter, grammar, range, start, rank === 0))
  const groups: GrowingGroup[] = []
  for (const [at, label] of labels.entries()) {
    const outcome = outcomes[at]!
    const group = groups.at(-1)
    const opens = !group || outcome !== null || (isComplete(group) && runsThrough(labels, outcomes, at))
    if (opens) groups.push({ outcome, start: outcome?.start ?? label.start, labels: [label], repeated: [] })
    else if (belongs(letter, group, label)) group.labels.push(label)
    else group.repeated.push(label)
  }
  // The outcome of a numbered item is a sentence, and a rationale may end with the same sentence.
  const last = grammar.numbered ? null : outcomeAt(letter, grammar, range, range.end, false)
  if (last) groups.push({ outcome: last, start: last.start, labels: [], repeated: [] })
  return groups.map(group => ({ ...group, end: endOf(group) }))
}

/** "MRI of the neck: Upheld", "… is: Overturned", even if damaged, before the first label of an item. */
function outcomeAt(
  letter: FoldedText,
  grammar: LabelledItems,
  range: Span,
  offset: number,
  isFirst: boolean,
): ItemOutcome | null {
  const outcome = outcomeBefore(letter, grammar.outcomes, offset, isFirst)
  return outcome && outcome.start >= range.start ? outcome : null
}

const endOf = ({ labels, outcome, start }: GrowingGroup): number => labels.at(-1)?.end ?? outcome?.end ?? start

const isComplete = ({ labels }: GrowingGroup): boolean => labels.some(({ rule }) => rule.part === 'rationale')

/** Whether a rationale label follows before the next item, as it does after the first label of an item. */
function runsThrough(labels: readonly ItemLabel[], outcomes: readonly (ItemOutcome | null)[], at: number): boolean {
  if (labels[at]!.rank !== 0) return false
  for (let next = at + 1; next < labels.length && outcomes[next] === null; next++) {
    if (labels[next]!.rule.part === 'rationale') return true
    if (labels[next]!.rank === 0) return false
  }
  return false
}

/**
 * Whether the label comes in the form's order or is a repetition; labels that begin a sentence are handled with the
 * parts.
 */
function belongs({ text }: FoldedText, group: GrowingGroup, label: ItemLabel): boolean {
  const last = group.labels.at(-1)!
  const isDouble = label.rank === last.rank && text.slice(last.end, label.start).trim() === ''
  const isNext = group.labels.every(({ rank }) => rank < label.rank)
  return isNext || isDouble || label.rule.opensSentence === true || (label.rank === last.rank && !isComplete(group))
}
