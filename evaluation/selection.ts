import type { CaseRecord } from '../document/index.ts'

/** A record: the confidence in the whole of it, and whether gold confirms everything. */
export interface WholeRecord {
  readonly confidence: number
  readonly right: boolean
}

/** The part of the records that one would keep by demanding a confidence. */
export interface MostCertain {
  /** Of all records, the most certain first. */
  readonly share: number
  readonly letters: number
  /** The confidence that one has to demand to keep so many. */
  readonly least: number
  /** Mean confidence. */
  readonly mean: number
  /** Records in which nothing is wrong. */
  readonly right: number
}

const SHARES = [0.1, 0.25, 0.5, 0.75, 1] as const

/** A record as a whole: right if nothing in it was missed. */
export const wholeRecord = ({ confidence }: CaseRecord, misses: number): WholeRecord => ({
  confidence,
  right: misses === 0,
})

/** The selective curve: how many of the most certain records are right. Empty without records. */
export function selectiveCurve(records: readonly WholeRecord[]): MostCertain[] {
  const sorted = records.toSorted((one, other) => other.confidence - one.confidence)
  if (sorted.length === 0) return []
  return SHARES.map(share => {
    const kept = sorted.slice(0, Math.max(1, Math.round(share * sorted.length)))
    return {
      share,
      letters: kept.length,
      least: kept.at(-1)!.confidence,
      mean: kept.reduce((sum, { confidence }) => sum + confidence, 0) / kept.length,
      right: kept.filter(({ right }) => right).length,
    }
  })
}
