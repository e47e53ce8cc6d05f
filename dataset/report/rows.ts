import { type Chart, type ChartLayout, FONT_SIZE, INK, WIDTHS } from './charts/draw.ts'
import { MARK_LAYER } from './charts/marks.ts'
import { type Scale, tick } from './charts/scale.ts'

/** Labels to the left and right of a row: its name; its figure, and what the figure is of. */
export interface RowLabel {
  readonly name: string
  readonly figure: string
  readonly note: string
}

interface Rows {
  readonly labels: readonly RowLabel[]
  /** A scale of shares with ticks; or just the end of the axis, if the figures say it all. */
  readonly scale: Scale | number
  readonly series: readonly object[]
  /** Whether a caption stands above the rows. */
  readonly captioned?: boolean
}

const LINE = 14
const LONGEST_NAME = 80
/** Width of a character in the widest common font; the library, which knows no fonts here, underestimates it. */
const LETTER = FONT_SIZE * 0.6
const NARROWER = 0.85
const GAP = 14

/** Space for names, figures and notes, in units; longer names take two lines. */
interface Columns {
  readonly name: number
  readonly figure: number
  readonly note: number
}

function columnsOf(labels: readonly RowLabel[], layout: ChartLayout): Columns {
  const widest = (of: keyof RowLabel) => Math.max(...labels.map(label => label[of].length)) * LETTER
  const [figure, note] = [widest('figure') + 4, widest('note') + GAP]
  const beside = WIDTHS.narrow - figure - note
  return { name: layout === 'wide' ? 272 : beside * NARROWER, figure, note }
}

/** A chart with named rows. In the wide layout names are beside their rows, in the narrow one above them. */
export const rows =
  ({ labels, scale, series, captioned = false }: Rows): Chart =>
  layout => {
    const columns = columnsOf(labels, layout)
    const top = captioned ? (layout === 'wide' ? 26 : 38) : 4
    const bottom = typeof scale === 'number' ? 4 : 26
    const sides = { left: columns.name + GAP, right: columns.figure + columns.note + GAP }
    return {
      height: top + bottom + labels.length * rowHeight(labels, columns, layout),
      cut: labels.filter(isLong).map(({ name }) => [drawnName(name), name]),
      option: {
        grid: { top, bottom, outerBoundsMode: 'none', ...(layout === 'wide' ? sides : { left: 0, right: 0 }) },
        xAxis:
          typeof scale === 'number' ? { type: 'value', min: 0, max: scale, show: false } : shareAxis(scale, layout),
        yAxis: [nameAxis(labels, columns, layout), figureAxis(labels, columns, layout)],
        series,
      },
    }
  }

function rowHeight(labels: readonly RowLabel[], columns: Columns, layout: ChartLayout): number {
  if (layout === 'wide') return 30
  return labels.some(({ name }) => name.length * LETTER * NARROWER > columns.name) ? 52 : 40
}

const shareAxis = ({ end, step }: Scale, layout: ChartLayout): object => ({
  type: 'value',
  min: 0,
  max: end,
  interval: step,
  splitLine: { lineStyle: { color: INK.line } },
  axisLabel: {
    formatter: tick,
    color: INK.muted,
    fontSize: FONT_SIZE,
    ...(layout === 'narrow' && { alignMinLabel: 'left', alignMaxLabel: 'right' }),
  },
})

const isLong = ({ name }: RowLabel): boolean => name.length > LONGEST_NAME

const drawnName = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name)

const nameAxis = (labels: readonly RowLabel[], { name: width }: Columns, layout: ChartLayout): object => ({
  ...CATEGORY_AXIS,
  data: labels.map(({ name }) => drawnName(name)),
  axisLabel: {
    ...EVERY_LABEL,
    color: INK.text,
    width,
    overflow: 'break',
    lineHeight: LINE,
    ...(layout === 'narrow' ? { ...ABOVE, align: 'left' } : { margin: GAP }),
  },
})

const figureAxis = (labels: readonly RowLabel[], { figure, note }: Columns, layout: ChartLayout): object => ({
  ...CATEGORY_AXIS,
  position: 'right',
  data: labels.map(label => `{figure|${label.figure}}{note|${label.note}}`),
  axisLabel: {
    ...EVERY_LABEL,
    rich: {
      figure: { width: figure, align: 'right', color: INK.text, fontWeight: 600 },
      note: { width: note, align: 'right', color: INK.muted },
    },
    ...(layout === 'narrow' ? { ...ABOVE, align: 'right' } : { align: 'left', margin: GAP }),
  },
})

/** Names are in front of the grid lines and behind the marks. */
const CATEGORY_AXIS = {
  type: 'category',
  inverse: true,
  z: MARK_LAYER - 1,
  axisLine: { show: false },
  axisTick: { show: false },
}
const EVERY_LABEL = { interval: 0, hideOverlap: false, fontSize: FONT_SIZE }
/** On the axis line, above the middle of the row. */
const ABOVE = { inside: true, margin: 0, verticalAlign: 'bottom', padding: [0, 0, 8, 0], backgroundColor: INK.paper }
