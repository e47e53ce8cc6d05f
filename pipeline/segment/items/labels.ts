import { type FoldedText, type ItemSpans, type Span, span, trimmed } from '../../../document/index.ts'
import type { LabelRule } from '../forms/form.ts'
import { placesOfAny, withMarks } from '../places.ts'

/** A label of an item at its place. */
export interface ItemLabel extends Span {
  readonly rule: LabelRule
  /** Index of the rule among those of its form. */
  readonly rank: number
}

/** The parts of an item that follow labels. */
export type ItemParts = Pick<ItemSpans, 'claimsAdministrator' | 'reviewer' | 'rationale'>

/** All labels inside `range`, in the order of the letter. */
export function labelsOf(letter: FoldedText, rules: readonly LabelRule[], range: Span): ItemLabel[] {
  return rules
    .flatMap((rule, rank) =>
      placesOfAny(letter, rule.says, 'in any case').map(place => ({ rule, rank, ...withMarks(letter, place) })),
    )
    .filter(label => label.start >= range.start && label.end <= range.end)
    .sort((a, b) => a.start - b.start)
}

/**
 * The text after each of an item's labels, up to the next label or `end`. Of repeated labels the first one with text
 * counts. A sentence that begins like a label does not count once a later part has begun: a rationale may discuss the
 * decisions, too.
 */
export function labelledParts(text: string, labels: readonly ItemLabel[], end: number): ItemParts {
  const own = labels.filter(
    ({ rule, rank }, at) => !rule.opensSentence || labels.slice(0, at).every(before => before.rank < rank),
  )
  const part = (name: keyof ItemParts): Span | null => {
    const all = own.flatMap((label, at) => (label.rule.part === name ? [bodyOf(label, own[at + 1]?.start ?? end)] : []))
    return all.find(body => body.end > body.start) ?? all[0] ?? null
  }
  const bodyOf = ({ rule, start, end: after }: ItemLabel, next: number): Span => {
    const from = rule.opensSentence ? start : after
    return trimmed(text, span(from, Math.max(from, Math.min(end, next))))
  }
  return { claimsAdministrator: part('claimsAdministrator'), reviewer: part('reviewer'), rationale: part('rationale') }
}
