import { percent } from '../../quality/format.ts'
import { SMALL, wilson } from '../../quality/rate.ts'
import { FONT_SIZE, INK } from './draw.ts'

/** Marks are drawn on top of everything else. */
export const MARK_LAYER = 4

/** The part of the library's arguments that custom drawings need. */
interface Api {
  coord(value: readonly [x: number, y: number]): [x: number, y: number]
}

interface Params {
  readonly dataIndex: number
  readonly coordSys: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** The axis of the shares; names are on the other one. */
type Along = 'x' | 'y'

const point = (share: number, at: number, along: Along): readonly [number, number] =>
  along === 'x' ? [share, at] : [at, share]

/** How many items of a name are counted, and the position of the name on its axis, from 0. */
export interface Mark {
  readonly at: number
  readonly items: number
  readonly counted: number
}

/** The counted share as a dot on its interval, one per name. */
export const intervalMarks = (marks: readonly Mark[], along: Along): object => ({
  type: 'custom',
  silent: true,
  z: MARK_LAYER,
  data: marks.map(({ at, items, counted }) => point(counted / items, at, along)),
  renderItem: ({ dataIndex }: Params, { coord }: Api) => {
    const { at, items, counted } = marks[dataIndex]!
    const [low, high] = wilson(counted, items)!
    const [x1, y1] = coord(point(low, at, along))
    const [x2, y2] = coord(point(high, at, along))
    const [cx, cy] = coord(point(counted / items, at, along))
    const line = { stroke: INK.mark, fill: 'none', lineWidth: 2, opacity: 0.55 }
    const dot = { stroke: INK.mark, fill: items < SMALL ? INK.paper : INK.mark, lineWidth: 1.5 }
    return group(
      { type: 'line', shape: { x1, y1, x2, y2 }, style: line },
      { type: 'circle', shape: { cx, cy, r: 4.5 }, style: dot },
    )
  },
})

/** Published shares, as diamonds next to the dots. */
export const publishedMarks = (shares: readonly { share: number; at: number }[], along: Along): object => ({
  type: 'custom',
  silent: true,
  data: shares.map(({ share, at }) => point(share, at, along)),
  renderItem: ({ dataIndex }: Params, { coord }: Api) => {
    const { share, at } = shares[dataIndex]!
    const [x, y] = coord(point(share, at, along))
    const points = [[x, y - 6], [x + 6, y], [x, y + 6], [x - 6, y]] // biome-ignore format: one corner after the other
    return { type: 'polygon', shape: { points }, style: { fill: 'none', stroke: INK.other, lineWidth: 2 } }
  },
})

/** Distance of captions from the upper edge, in units. */
const ABOVE_ALL = 16

/** A share to compare all others with: a dashed line over the whole height with a caption on top. */
export const referenceLine = (share: number, name: string): object => ({
  type: 'custom',
  silent: true,
  data: [[share, 0]],
  renderItem: ({ coordSys: area }: Params, { coord }: Api) => {
    const [x] = coord([share, 0])
    const fromEdge = Math.min(x - area.x, area.x + area.width - x)
    const align = fromEdge > 50 ? 'center' : x < area.x + area.width / 2 ? 'left' : 'right'
    const line = { x1: x, y1: ABOVE_ALL + 3, x2: x, y2: area.y + area.height }
    const text = { text: `${name} ${percent(share)}`, x, y: ABOVE_ALL, align, verticalAlign: 'bottom' }
    return group(
      { type: 'line', shape: line, style: { stroke: INK.muted, fill: 'none', lineDash: [3, 3] } },
      { type: 'text', style: { ...text, fill: INK.muted, fontSize: FONT_SIZE, fontFamily: 'inherit' } },
    )
  },
})

const group = (...children: readonly object[]): object => ({ type: 'group', children })
