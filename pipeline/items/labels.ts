import { type ItemSpans, type Span, span, trimmed } from '../../document/index.ts'
import type { LabelRule } from '../forms/form.ts'
import { placesOfAny, type Sought } from '../places.ts'

export interface Label extends Span {
  readonly rule: LabelRule
  /** Place of the rule among those of its form. */
  readonly rank: number
}

/** The parts of an item that stand behind labels. */
export type Parts = Pick<ItemSpans, 'claimsAdministrator' | 'reviewer' | 'rationale'>

/** All labels inside `range`, in the letter's order. */
export function labelsOf(letter: Sought, rules: readonly LabelRule[], range: Span): Label[] {
  return rules
    .flatMap((rule, rank) => placesOfAny(letter, rule.says, 'in any case').map(place => ({ rule, rank, ...place })))
    .filter(label => label.start >= range.start && label.end <= range.end)
    .sort((a, b) => a.start - b.start)
}

/**
 * What stands behind each of an item's labels, up to the next label or `end`; of doubled labels the first counts. A
 * sentence that begins like a label is none where a later part has begun: a rationale may speak of the decisions too.
 */
export function partsOf(text: string, labels: readonly Label[], end: number): Parts {
  const own = labels.filter(
    ({ rule, rank }, at) => !rule.opensSentence || labels.slice(0, at).every(before => before.rank < rank),
  )
  const part = (name: keyof Parts): Span | null => {
    const at = own.findIndex(({ rule }) => rule.part === name)
    if (at < 0) return null
    const { rule, start, end: after } = own[at]!
    const from = rule.opensSentence ? start : after
    return trimmed(text, span(from, Math.max(from, Math.min(end, own[at + 1]?.start ?? end))))
  }
  return { claimsAdministrator: part('claimsAdministrator'), reviewer: part('reviewer'), rationale: part('rationale') }
}
