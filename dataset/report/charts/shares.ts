import { counted, percent } from '../../quality/format.ts'
import { share } from '../../quality/rate.ts'
import { rows } from '../rows.ts'
import type { Chart } from './draw.ts'
import { intervalMarks, type Mark } from './marks.ts'
import { WHOLE } from './scale.ts'

/** How many items of a name are counted. */
export interface Share extends Omit<Mark, 'at'> {
  readonly name: string
}

/** One row per name: the counted share with its interval; `behind` is drawn first and has a caption on top. */
export function shareChart(shares: readonly Share[], behind: readonly object[] = []): Chart {
  const marks = shares.map((one, at) => ({ ...one, at }))
  const labels = shares.map(({ name, items, counted: part }) => ({
    name,
    figure: percent(share(part, items)),
    note: `${counted(part)} of ${counted(items)}`,
  }))
  return rows({
    labels,
    scale: WHOLE,
    series: [...behind, intervalMarks(marks, 'x')],
    captioned: behind.length > 0,
  })
}
