import type { YearFigures } from '../../quality/published.ts'
import { type Chart, FONT_SIZE, INK, WIDTHS } from './draw.ts'
import { intervalMarks, publishedMarks } from './marks.ts'
import { tick, WHOLE } from './scale.ts'

/** Units per year if there are few. */
const WIDEST = 96
/** A date outside this range is an error, and would leave no room for the other years. */
const MOST_YEARS = 40

/**
 * One column per year, left to right and without gaps: the share overturned with its interval, and the published share.
 * Takes years with items, in order.
 */
export function yearsChart(years: readonly YearFigures[]): Chart {
  const last = Number(years.at(-1)!.year)
  const first = Math.max(Number(years[0]!.year), last - MOST_YEARS + 1)
  const places = Array.from({ length: last - first + 1 }, (_, at) => String(first + at))
  const drawn = years.flatMap(one => (places.includes(one.year) ? [{ ...one, at: places.indexOf(one.year) }] : []))
  const marks = drawn.map(({ at, items, upheld }) => ({ at, items, counted: items - upheld }))
  const published = drawn.flatMap(({ at, published }) =>
    published?.upheldShare == null ? [] : [{ at, share: 1 - published.upheldShare }],
  )
  return layout => ({
    height: 260,
    option: {
      grid: {
        left: 40,
        width: Math.min(WIDTHS[layout] - 48, places.length * WIDEST),
        top: 12,
        bottom: 28,
        outerBoundsMode: 'none',
      },
      xAxis: {
        type: 'category',
        data: places.map(year => (layout === 'narrow' && places.length > 6 ? `’${year.slice(2)}` : year)),
        axisLine: { lineStyle: { color: INK.muted } },
        axisTick: { show: false },
        axisLabel: { interval: Math.ceil(places.length / 14) - 1, color: INK.text, fontSize: FONT_SIZE },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: WHOLE.end,
        interval: WHOLE.step,
        splitLine: { lineStyle: { color: INK.line } },
        axisLabel: { formatter: tick, color: INK.muted, fontSize: FONT_SIZE },
      },
      series: [publishedMarks(published, 'y'), intervalMarks(marks, 'y')],
    },
  })
}
