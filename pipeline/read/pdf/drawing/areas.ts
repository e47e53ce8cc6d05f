import type { Box } from '../../../../document/index.ts'
import { shadesOf } from '../page/shades.ts'
import { boxUnder, common } from './matrix.ts'
import { ImageKind, OPS } from './ops.ts'
import { boxesFilled, linesIn } from './path-boxes.ts'
import type { Area } from './piece.ts'
import type { DrawnPage, GraphicsState, Numbers } from './state.ts'

/** The square in which a picture is drawn. */
export const UNIT: Box = [0, 0, 1, 1]

/** Restricts the clipping area to a box. */
export const clipTo = ({ state }: DrawnPage, box: Numbers) => {
  state.clip = common(state.clip, boxUnder(state.matrix, box))
}

const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke])

/** Draws or clips along a path; `bounds` is its bounding box. */
export function drawPath(page: DrawnPage, paint: number, path: Numbers | null, bounds: Numbers | null): void {
  if (page.clips) clipTo(page, bounds ?? NOWHERE)
  page.clips = false
  if (!path || !bounds) return
  const { fill, stroke, fillOpacity, strokeOpacity, lineWidth } = page.state
  if (FILLS.has(paint))
    for (const { box, solid } of boxesFilled(path)) paintArea(page, box, solid ? fill : null, fillOpacity)
  else if (STROKES.has(paint) && lineWidth >= THIN)
    for (const box of linesIn(path, lineWidth)) paintArea(page, grown(box, lineWidth / 2), stroke, strokeOpacity, THICK)
}

const NOWHERE: Box = [0, 0, 0, 0]

/** A stroke this thick hides letters; a thinner one may be a strip of a box. */
const [THICK, THIN] = [5, 0.5]

const grown = ([x0, y0, x1, y1]: Numbers, by: number): Box => [x0! - by, y0! - by, x1! + by, y1! + by]

/** Paints over what was drawn in a box; a null color hides an unknown amount. */
export function paintArea(page: DrawnPage, own: Box, color: string | null, opacity: number, least = SLIGHT): void {
  const { state, pieces, areas, off } = page
  if (off > 0) return
  const box = common(state.clip, boxUnder(state.matrix, own))
  if (opacity < FAINT) return
  const opaque = opacity > SOLID && color !== null && hides(state, color)
  const area = { box, color, opaque, picture: false, order: pieces.length + areas.length }
  const joined = page.strip?.next === area.order ? joinedWith(page.strip.area, area) : null
  const whole = joined ?? area
  if (joined && areas.at(-1) === page.strip?.area) areas.pop()
  if (Math.min(whole.box[2] - whole.box[0], whole.box[3] - whole.box[1]) >= least) areas.push(whole)
  page.strip = { area: whole, next: pieces.length + areas.length }
}

/** A box that is painted in strips, each next to the one before, is one box. */
function joinedWith(strip: Area, { box, color, opaque }: Area): Area | null {
  if (strip.color !== color || strip.opaque !== opaque) return null
  const [one, other] = [strip.box, box]
  const isAligned = [0, 1].some(
    at =>
      Math.abs(one[at]! - other[at]!) < JOIN &&
      Math.abs(one[at + 2]! - other[at + 2]!) < JOIN &&
      Math.max(one[1 - at]!, other[1 - at]!) - Math.min(one[3 - at]!, other[3 - at]!) < JOIN,
  )
  if (!isAligned) return null
  return {
    ...strip,
    box: [
      Math.min(one[0], other[0]),
      Math.min(one[1], other[1]),
      Math.max(one[2], other[2]),
      Math.max(one[3], other[3]),
    ],
  }
}

/** How far apart in points the strips of a box may be. */
const JOIN = 0.6

/** Whether paint hides what is below it. */
const hides = ({ blends }: GraphicsState, color: string): boolean =>
  !blends || (blends === 'darkens' && shadesOf(color).every(shade => shade < BLACK))

/** Of 255 shades. */
const BLACK = 40

/** Paints what is clipped with a change of colours. */
export function paintShading({ state, pieces, areas, off }: DrawnPage): void {
  if (!state.clip || off > 0) return
  const opaque = !state.blends && state.fillOpacity > SOLID
  areas.push({ box: state.clip, color: null, opaque, picture: false, order: pieces.length + areas.length })
}

/** Below this many points an area is a line, which hides no letter. */
const SLIGHT = 2
const [FAINT, SOLID] = [0.05, 0.85]

/** Paints a picture, which fills the unit square. */
export function paintPicture({ state, pieces, areas, off }: DrawnPage, opaque: boolean): void {
  if (off > 0) return
  const box = common(state.clip, boxUnder(state.matrix, UNIT))
  const hides = opaque && !state.blends && state.fillOpacity > SOLID
  areas.push({ box, color: null, opaque: hides, picture: true, order: pieces.length + areas.length })
}

/** A picture as pdf.js decodes it. */
export interface DrawnPicture {
  readonly kind?: number
  readonly data?: ArrayLike<number>
}

/** Dots of a picture that are looked at. */
const LOOKED_AT = 500

/** Whether a mask is painted all over; of its bits, those that are 0 are. */
export function paintsAll(mask: DrawnPicture | null): boolean {
  const data = mask?.data
  if (!data || data.length === 0) return false
  const step = Math.max(1, Math.floor(data.length / LOOKED_AT))
  for (let byte = 0; byte < data.length; byte += step) if (data[byte] !== 0) return false
  return true
}

/** Whether no dot lets the page shine through; of four values a dot the last says how much it does. */
export function hidesAll(picture: DrawnPicture | null): boolean {
  if (picture?.kind !== ImageKind.RGBA_32BPP || !picture.data) return picture?.kind !== undefined
  const dots = picture.data.length / 4
  if (dots === 0) return false
  const step = Math.max(1, Math.floor(dots / LOOKED_AT))
  for (let dot = 0; dot < dots; dot += step) if (picture.data[dot * 4 + 3] !== 255) return false
  return true
}
