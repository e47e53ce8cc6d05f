/** Decisions on disputed items: how many, and how many of them overturned the denial. */
export interface Decisions {
  items: number
  overturned: number
}

export const noDecisions = (): Decisions => ({ items: 0, overturned: 0 })

export function addDecision(sum: Decisions, decision: 'upheld' | 'overturned'): void {
  sum.items++
  if (decision === 'overturned') sum.overturned++
}

/** 97.5th percentile of the normal distribution: 95 % lie between it and its negative. */
const Z = 1.959963984540054

/**
 * Wilson's score interval of the share `part / whole` at 95 %, as shares; null where there is nothing to share. It keeps
 * within 0 and 1 and holds for small counts and for shares near the ends, where the usual one fails.
 */
export function wilson(part: number, whole: number): readonly [low: number, high: number] | null {
  if (whole === 0) return null
  const [share, square] = [part / whole, Z * Z]
  const middle = (share + square / (2 * whole)) / (1 + square / whole)
  const half = (Z / (1 + square / whole)) * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole * whole))
  return [part === 0 ? 0 : middle - half, part === whole ? 1 : middle + half]
}

/** Below this a share says little: tables say "few" and charts leave it out. */
export const FEW = 5
