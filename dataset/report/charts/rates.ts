import { counted, percent } from '../../quality/format.ts'
import { type DecisionCounts, share, wilson } from '../../quality/rate.ts'
import type { Rate } from '../rates.ts'
import { rows } from '../rows.ts'
import type { Chart } from './draw.ts'
import { intervalMarks, referenceLine } from './marks.ts'
import { scaleTo } from './scale.ts'

/** A row a name: the share overturned with its interval, and the share of all items to compare with. */
export function rateChart(rates: readonly Rate[], all: DecisionCounts): Chart {
  const marks = rates.map(({ items, overturned }, at) => ({ at, items, overturned }))
  const labels = rates.map(({ name, items, overturned }) => ({
    name,
    figure: percent(share(overturned, items)),
    note: `${counted(overturned)} of ${counted(items)}`,
  }))
  return rows({
    labels,
    scale: scaleTo(Math.max(...rates.map(({ items, overturned }) => wilson(overturned, items)![1]))),
    series: [referenceLine(all.overturned / all.items, 'all items'), intervalMarks(marks, 'x')],
  })
}
