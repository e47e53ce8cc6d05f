import { BarChart, CustomChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type Html, html, raw } from '../html.ts'

use([BarChart, CustomChart, GridComponent, SVGRenderer])

/** Colours by their role in a chart; the page's style sheet gives them values for light, dark and print. */
export const INK = {
  text: 'var(--text)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  paper: 'var(--paper)',
  mark: 'var(--mark)',
  other: 'var(--other)',
} as const

/** Charts are drawn twice, because text that is readable on a desktop is not when shrunk to a phone. */
export const LAYOUTS = ['wide', 'narrow'] as const
/** For which width a chart is drawn. */
export type ChartLayout = (typeof LAYOUTS)[number]

/** Units of the drawing, about a pixel each. */
export const WIDTHS: Readonly<Record<ChartLayout, number>> = { wide: 720, narrow: 340 }
/** In the units of the drawing. */
export const FONT_SIZE = 12

/** A chart for each layout: its options, and its height in units. */
export type Chart = (layout: ChartLayout) => ChartDrawing

interface ChartDrawing {
  readonly height: number
  readonly option: EChartsCoreOption
  /** Shortened names, as drawn and in full. */
  readonly cut?: readonly (readonly [drawn: string, full: string])[]
}

/** Both drawings of a chart as inline SVG, of which the page shows one. `alt` describes them. */
export const draw = (chart: Chart, alt: string): Html =>
  raw(LAYOUTS.map(layout => drawOne(layout, chart(layout), alt)).join('\n'))

function drawOne(layout: ChartLayout, { height, option, cut = [] }: ChartDrawing, alt: string): string {
  const width = WIDTHS[layout]
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit', fontSize: FONT_SIZE }, ...option })
  const svg = chart.renderToSVGString()
  chart.dispose()
  const opening = html`<svg class="${layout}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${alt}">`
  return titled(svg.replace(/^<svg[^>]*>/, () => opening.html).replace(UNUSED, ''), cut)
}

/** A shortened name shows its full text on hover. Its last line ends with an ellipsis. */
const titled = (svg: string, cut: NonNullable<ChartDrawing['cut']>): string =>
  cut.length === 0
    ? svg
    : svg.replace(/>([^<>]*…)<\/text>/g, (all, line: string) => {
        const full = cut.find(([drawn]) => html`${drawn}`.html.endsWith(line.trim()))?.[1]
        return full === undefined ? all : html`>${raw(line)}<title>${full}</title></text>`.html
      })

/**
 * What the library adds for interactive pages: hover styles, classes numbered over the life of the process, and data
 * for its own client. Without them equal charts have equal bytes.
 */
const UNUSED =
  /<style[^>]*>[\s\S]*?<\/style>\n?| (?:class="zr|ecmeta_|pointer-events=)[^ />]*|<rect[^>]*fill="none"><\/rect>\n?/g
