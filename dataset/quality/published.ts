import { caseRankOf } from '../../document/index.ts'
import figures from './published-figures.json' with { type: 'json' }
import { addDecision, noDecisions, share } from './rate.ts'
import type { Sum } from './sum.ts'
import { startTally } from './tally.ts'
import { decisionYear } from './year.ts'

/** The decisions of a year next to the published figures. */
export interface YearFigures {
  /** Year of the decision. */
  readonly year: string
  readonly letters: number
  readonly items: number
  readonly upheld: number
  readonly upheldShare: number | null
  /** Null if nothing published was found. */
  readonly published: Published | null
}

/** Published figures for the letters of a year, with their source. */
export interface Published {
  readonly letters: number
  readonly upheldShare: number | null
  readonly by: string
}

const PUBLISHED = new Map(
  figures.years.map(({ year, letters, upheld, by }): [string, Published] => [
    String(year),
    { letters, upheldShare: upheld === null ? null : share(upheld, 100), by },
  ]),
)

/** Counts decisions by year, next to the published figures. */
export function years(): Sum<readonly YearFigures[]> {
  const sums = startTally(() => ({ letters: 0, ...noDecisions() }))
  return {
    add: record => {
      if (caseRankOf(record) > 1) return
      const sum = sums.of(decisionYear(record))
      sum.letters++
      for (const item of record.disputedItems) addDecision(sum, item)
    },
    total: () =>
      sums.entries().map(([year, { letters, items, overturned }]) => {
        const upheld = items - overturned
        return {
          year,
          letters,
          items,
          upheld,
          upheldShare: share(upheld, items),
          published: PUBLISHED.get(year) ?? null,
        }
      }),
  }
}
