import { counted } from '../../quality/format.ts'
import type { Interval } from '../intervals.ts'
import { type Chart, FONT_SIZE, INK } from './draw.ts'

/** Letters that took from `from` to `to` days, inclusive; `to` is null for all longer ones. */
export interface DayBin {
  readonly from: number
  readonly to: number | null
  readonly letters: number
}

const WIDTHS = [1, 2, 5, 10, 15, 30, 60, 90, 180]
const MOST_BINS = 18
/** Multiple of the ninth decile beyond which letters are outliers. */
const FAR = 2

/** Equal bins, as narrow as their maximum number allows; outliers share the last one. */
export function binsOf({ days, letters, quantiles }: Interval): readonly DayBin[] {
  if (quantiles === null) return []
  const [shortest, longest] = [days[0]![0], days.at(-1)![0]]
  const reach = Math.min(longest, FAR * quantiles.nineTenths)
  const width = WIDTHS.find(width => (reach - shortest) / width < MOST_BINS - 1) ?? 365
  const first = Math.floor(shortest / width) * width
  const count = Math.floor((reach - first) / width) + 1
  const sums = Array.from({ length: count }, () => 0)
  let rest = letters
  for (const [day, here] of days) {
    const at = Math.floor((day - first) / width)
    if (at >= count) break
    sums[at]! += here
    rest -= here
  }
  const bins = sums.map((letters, at) => ({ from: first + at * width, to: first + (at + 1) * width - 1, letters }))
  return rest === 0 ? bins : [...bins, { from: first + count * width, to: null, letters: rest }]
}

/** "30", "30–44", "180 or more" */
export const binName = ({ from, to }: DayBin): string =>
  to === null ? `${from} or more` : from === to ? String(from) : `${from}–${to}`

/** One bar per bin. If space is short, every second bar is labelled. */
export function daysChart(bins: readonly DayBin[]): Chart {
  const data = bins.map(({ letters }) => letters)
  return layout => ({
    height: 240,
    option: {
      grid: { left: 8, right: 8, top: 22, bottom: 46, outerBoundsMode: 'none' },
      xAxis: {
        type: 'category',
        data: bins.map(({ from, to }) => (to === null ? `${from}+` : String(from))),
        name: 'days from the denial to the decision, from',
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { color: INK.muted, fontSize: FONT_SIZE },
        axisLine: { lineStyle: { color: INK.muted } },
        axisTick: { show: false },
        axisLabel: { interval: layout === 'narrow' && bins.length > 9 ? 1 : 0, color: INK.text, fontSize: FONT_SIZE },
      },
      yAxis: { type: 'value', min: 0, max: Math.max(...data), show: false },
      series: [
        {
          type: 'bar',
          silent: true,
          data,
          barCategoryGap: '12%',
          itemStyle: { color: INK.mark },
          label: {
            show: layout === 'wide' || bins.length <= 9,
            position: 'top',
            color: INK.muted,
            fontSize: FONT_SIZE - 1,
            formatter: ({ value }: { readonly value: number }) => (value === 0 ? '' : counted(value)),
          },
        },
      ],
    },
  })
}
