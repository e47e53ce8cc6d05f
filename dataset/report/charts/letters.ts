import { counted, percent } from '../../quality/format.ts'
import { share } from '../../quality/rate.ts'
import { rows } from '../rows.ts'
import type { NamedCount } from '../statistics.ts'
import { type Chart, INK } from './draw.ts'
import { MARK_LAYER } from './marks.ts'

/** One bar per name: how many of all letters have it. */
export function lettersChart(named: readonly NamedCount[], all: number): Chart {
  const labels = named.map(({ name, letters }) => ({
    name,
    figure: percent(share(letters, all)),
    note: counted(letters),
  }))
  const data = named.map(({ letters }) => letters)
  const bars = { type: 'bar', silent: true, z: MARK_LAYER, data, barWidth: 10, itemStyle: { color: INK.mark } }
  return rows({ labels, scale: Math.max(...data), series: [bars] })
}
