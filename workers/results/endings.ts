import type { Head } from '../store/outcome.ts'

/** How an input ended. */
export type Ending = Pick<Head, 'kind' | 'code'>

/** Counts of inputs by how they ended. */
export interface EndingCounts {
  done: number
  partial: number
  rejected: number
  readonly codes: Map<string, number>
}

export const noEndings = (): EndingCounts => ({ done: 0, partial: 0, rejected: 0, codes: new Map() })

/** Adds an ending to the counts. */
export function countEnding(ends: EndingCounts, { kind, code }: Ending): void {
  ends.done++
  if (kind === 'partial') ends.partial++
  if (kind === 'rejection') ends.rejected++
  if (code !== null) ends.codes.set(code, (ends.codes.get(code) ?? 0) + 1)
}
