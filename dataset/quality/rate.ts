import type { DisputedItem } from '../../document/index.ts'

/** Decisions on disputed items, and how many of them overturned the denial. */
export interface DecisionCounts {
  items: number
  overturned: number
}

/** Where counting begins. */
export const noDecisions = (): DecisionCounts => ({ items: 0, overturned: 0 })

/** Adds the decision of an item to `sum`. */
export function addDecision(sum: DecisionCounts, { decision }: DisputedItem): void {
  sum.items++
  if (decision === 'overturned') sum.overturned++
}

/** `part / whole`; null if `whole` is zero. It is rounded once, where it is written: 1/29 is 3.4%, but 0.0345 is 3.5%. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** Below this many items a rate is shown as a hollow dot. */
export const SMALL = 30

/** 97.5th percentile of the normal distribution. */
const Z = 1.959963984540054

/**
 * Wilson score interval of `part / whole` at 95 %, as shares; null if `whole` is zero. Unlike the normal approximation
 * it stays within 0 and 1 and is valid for small counts and for shares near the ends.
 */
export function wilson(part: number, whole: number): readonly [low: number, high: number] | null {
  if (whole === 0) return null
  const [ratio, pull] = [part / whole, (Z * Z) / whole]
  const middle = (ratio + pull / 2) / (1 + pull)
  const half = (Z / (1 + pull)) * Math.sqrt((ratio * (1 - ratio) + pull / 4) / whole)
  return [part === 0 ? 0 : middle - half, part === whole ? 1 : middle + half]
}
