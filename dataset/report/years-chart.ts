import type { YearFigures } from '../quality/published.ts'
import { wilson } from '../quality/rate.ts'
import { type Chart, FONT_SIZE, INK, WIDTHS } from './draw.ts'
import { intervalMarks, publishedMarks } from './marks.ts'
import { scaleTo, tick } from './scale.ts'

/** Units for a year where there are few. */
const WIDEST = 96

/** A place a year, left to right: the share overturned with its interval, and what was published for the year. */
export function yearsChart(years: readonly YearFigures[]): Chart {
  const decisions = years.map(({ items, upheld }) => ({ items, overturned: items - upheld }))
  const published = years.map(({ published }) => (published?.upheldShare == null ? null : 1 - published.upheldShare))
  const highs = decisions.map(({ items, overturned }) => wilson(overturned, items)![1])
  const { end, step } = scaleTo(Math.max(...highs, ...published.map(share => share ?? 0)))
  return layout => ({
    height: 260,
    option: {
      grid: {
        left: 40,
        width: Math.min(WIDTHS[layout] - 48, years.length * WIDEST),
        top: 12,
        bottom: 28,
        outerBoundsMode: 'none',
      },
      xAxis: {
        type: 'category',
        data: years.map(({ year }) => (layout === 'narrow' && years.length > 6 ? `’${year.slice(2)}` : year)),
        axisLine: { lineStyle: { color: INK.muted } },
        axisTick: { show: false },
        axisLabel: { interval: 0, color: INK.text, fontSize: FONT_SIZE },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: end,
        interval: step,
        splitLine: { lineStyle: { color: INK.line } },
        axisLabel: { formatter: tick, color: INK.muted, fontSize: FONT_SIZE },
      },
      series: [publishedMarks(published, 'y'), intervalMarks(decisions, 'y')],
    },
  })
}
