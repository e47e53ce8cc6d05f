import type { CaseRecord } from '../../document/index.ts'
import type { Sum } from '../quality/sum.ts'

/** Days from one date in the letters to another. */
export interface Interval {
  readonly from: DateName
  readonly to: DateName
  /** Letters that state both dates, in this order. */
  readonly letters: number
  /** Letters whose dates are reversed or more than ten years apart: an error, left out of everything else. */
  readonly implausible: number
  /** Deciles and quartiles in days; null if there are no letters. */
  readonly quantiles: Readonly<Record<Quantile, number>> | null
  /** Letters by days, shortest first. */
  readonly days: readonly (readonly [days: number, letters: number])[]
}

type DateName = keyof CaseRecord['dates']

const QUANTILES = { tenth: 0.1, quarter: 0.25, median: 0.5, threeQuarters: 0.75, nineTenths: 0.9 } as const
type Quantile = keyof typeof QUANTILES

const LONGEST = 3650

/** Collects the days from one date to another. */
export function interval(from: DateName, to: DateName): Sum<Interval> {
  const counts = new Map<number, number>()
  let [letters, implausible] = [0, 0]
  return {
    add: ({ dates }) => {
      const days = daysBetween(dates[from], dates[to])
      if (days === null) return
      if (days < 0 || days > LONGEST) implausible++
      else {
        letters++
        counts.set(days, (counts.get(days) ?? 0) + 1)
      }
    },
    total: () => {
      const days = [...counts].sort(([a], [b]) => a - b)
      return { from, to, letters, implausible, quantiles: quantilesOf(days, letters), days }
    },
  }
}

const DAY = 24 * 60 * 60 * 1000

function daysBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null
  const days = (Date.parse(to) - Date.parse(from)) / DAY
  return Number.isNaN(days) ? null : days
}

function quantilesOf(days: Interval['days'], letters: number): Interval['quantiles'] {
  if (letters === 0) return null
  const quantiles = Object.entries(QUANTILES).map(([name, share]) => [name, dayOf(days, Math.ceil(share * letters))])
  return Object.fromEntries(quantiles) as Record<Quantile, number>
}

/** The days of the letter at `rank`, from 1, in order of days. */
function dayOf(days: Interval['days'], rank: number): number {
  let rest = rank
  for (const [day, letters] of days) {
    rest -= letters
    if (rest <= 0) return day
  }
  throw new Error(`no letter has rank ${rank}`)
}
