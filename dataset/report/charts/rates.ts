import type { DecisionCounts } from '../../quality/rate.ts'
import type { Rate } from '../rates.ts'
import type { Chart } from './draw.ts'
import { referenceLine } from './marks.ts'
import { shareChart } from './shares.ts'

/** One row per name: the share overturned with its interval, and the share of all items for comparison. */
export const rateChart = (rates: readonly Rate[], all: DecisionCounts): Chart =>
  shareChart(
    rates.map(({ name, items, overturned }) => ({ name, items, counted: overturned })),
    [referenceLine(all.overturned / all.items, 'all items')],
  )
