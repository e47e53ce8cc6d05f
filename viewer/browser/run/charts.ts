import { counted, plural, wholePercent } from '../../../document/format.ts'
import type { ChartAnswer, ChartRow, ChartsAnswer } from '../../api.ts'
import { searchLink } from '../address.ts'
import { getJson } from '../client.ts'
import { fill, h } from '../dom.ts'

/** Fills the box with the charts of the run. */
export async function showCharts(box: HTMLElement): Promise<void> {
  const answer = await getJson<ChartsAnswer>('/api/charts').catch(() => undefined)
  if (!answer) return
  const { small, total, overturned, charts } = answer
  fill(
    box,
    h('h2', {}, `${plural(total, 'decision')}, ${wholePercent(total === 0 ? null : overturned / total)} overturned`),
    h(
      'p',
      { class: 'help' },
      'A dot is the share, and the line through it is its 95% interval (Wilson); hollow dots have fewer than ' +
        `${small} decisions. The dashed line is the rate of all decisions. Click a dot to list the decisions.`,
    ),
    h(
      'div',
      { class: 'chart-grid' },
      charts.map(one => chart(one, { all: one.counted === 'overturned' ? overturned / total : null, small })),
    ),
  )
}

const places = (share: number): string => `${(100 * share).toFixed(2)}%`

interface ChartScale {
  /** The share of all decisions; null where rows have no rate. */
  readonly all: number | null
  readonly small: number
}

function chart({ title, about, counted: what, rows }: ChartAnswer, { all, small }: ChartScale): HTMLElement {
  return h(
    'figure',
    {},
    h('figcaption', {}, title),
    about !== '' && h('p', { class: 'help' }, about),
    h(
      'ol',
      { class: 'bars', style: all === null ? {} : { '--rate': places(all) } },
      rows.map(row =>
        h('li', {}, chartRow(row, what, `interval${row.items < small ? ' small' : ''}${all === null ? '' : ' rated'}`)),
      ),
    ),
    h('p', { class: 'axis', 'aria-hidden': 'true' }, h('span', {}, '0%'), h('span', {}, '50%'), h('span', {}, '100%')),
  )
}

function chartRow(
  { label, query, items, counted: part, low, high }: ChartRow,
  what: string,
  marks: string,
): HTMLElement {
  const between = `${Math.round(100 * low)}–${Math.round(100 * high)}%`
  return h(
    'a',
    { href: searchLink(new URLSearchParams(query)), title: label },
    h('span', { class: 'name' }, label),
    h('span', { class: 'figure' }, h('b', {}, wholePercent(part / items)), ` ${counted(part)} of ${counted(items)}`),
    h('span', {
      class: marks,
      role: 'img',
      'aria-label': `${what}, interval ${between}`,
      style: { '--low': places(low), '--high': places(high), '--share': places(part / items) },
    }),
  )
}
