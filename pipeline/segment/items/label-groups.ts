import type { FoldedText, Span } from '../../../document/index.ts'
import type { LabelledItems } from '../forms/form.ts'
import type { ItemLabel } from './labels.ts'
import { type ItemOutcome, outcomeBefore } from './outcomes.ts'

/** The labels of one item: its name ends at `start`, where its outcome or else its first label begins. */
export interface LabelGroup extends Span {
  readonly outcome: ItemOutcome | null
  readonly labels: readonly ItemLabel[]
  /** Labels that stand in its rationale once more, and are its words. */
  readonly repeated: readonly ItemLabel[]
}

interface GrowingGroup {
  readonly outcome: ItemOutcome | null
  readonly start: number
  readonly labels: ItemLabel[]
  readonly repeated: ItemLabel[]
}

/**
 * Shares the labels out among items. An outcome right before a label opens an item: "MRI of the neck: Upheld". Without a
 * known outcome one opens where the labels run through once more; any other that stands twice is quoted by the rationale.
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
  // A numbered item's outcome is a sentence, with which a rationale may end as well.
  const last = grammar.numbered ? null : outcomeAt(letter, grammar, range, range.end, false)
  if (last) groups.push({ outcome: last, start: last.start, labels: [], repeated: [] })
  return groups.map(group => ({ ...group, end: endOf(group) }))
}

/** "MRI of the neck: Upheld", "… is: Overturned"; before the first of an item's labels, however damaged. */
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

/** Whether a rationale's label follows before the next item, as behind the first label of one. */
function runsThrough(labels: readonly ItemLabel[], outcomes: readonly (ItemOutcome | null)[], at: number): boolean {
  if (labels[at]!.rank !== 0) return false
  for (let next = at + 1; next < labels.length && outcomes[next] === null; next++) {
    if (labels[next]!.rule.part === 'rationale') return true
    if (labels[next]!.rank === 0) return false
  }
  return false
}

/** In the form's order, or a label that is printed twice; what begins like a sentence is sorted out with the parts. */
function belongs({ text }: FoldedText, group: GrowingGroup, label: ItemLabel): boolean {
  const last = group.labels.at(-1)!
  const isDouble = label.rank === last.rank && text.slice(last.end, label.start).trim() === ''
  const isNext = group.labels.every(({ rank }) => rank < label.rank)
  return isNext || isDouble || label.rule.opensSentence === true || (label.rank === last.rank && !isComplete(group))
}
