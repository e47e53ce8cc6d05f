import { share } from './rate.ts'
import type { Sum } from './sum.ts'

/** The program's confidence in the entries of one list of the record. */
export interface ConfidenceCounts {
  readonly of: Judged
  readonly entries: number
  readonly mean: number | null
  /** Entries by tenth; the last counts those of 0.9 and above. */
  readonly tenths: readonly number[]
}

/** The lists whose entries have a confidence. */
const JUDGED = ['diagnoses', 'treatments', 'disputedItems'] as const
type Judged = (typeof JUDGED)[number]

/** Counts the confidence of all entries, list by list. */
export function confidence(): Sum<readonly ConfidenceCounts[]> {
  const sums = JUDGED.map(of => ({ of, hundredths: 0, tenths: Array.from({ length: 10 }, () => 0) }))
  return {
    add: record => {
      for (const sum of sums)
        for (const entry of record[sum.of]) {
          // Hundredths are added as integers, since sums of binary fractions depend on their order.
          const hundredths = Math.round(entry.confidence * 100)
          sum.hundredths += hundredths
          sum.tenths[Math.floor(hundredths / 10)]!++
        }
    },
    total: () =>
      sums.map(({ of, hundredths, tenths }) => {
        const entries = tenths.reduce((all, one) => all + one, 0)
        return { of, entries, mean: share(hundredths, 100 * entries), tenths }
      }),
  }
}
