import type { Box } from '../../../../document/index.ts'
import { boxUnder, common } from './matrix.ts'
import { ImageKind, OPS } from './ops.ts'
import { boxesFilled, linesIn } from './path-boxes.ts'
import type { DrawnPage, Numbers } from './state.ts'

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
  else if (STROKES.has(paint) && lineWidth >= THICK)
    for (const box of linesIn(path, lineWidth)) paintArea(page, grown(box, lineWidth / 2), stroke, strokeOpacity)
}

const NOWHERE: Box = [0, 0, 0, 0]

/** A stroke this thick hides letters. */
const THICK = 5

const grown = ([x0, y0, x1, y1]: Numbers, by: number): Box => [x0! - by, y0! - by, x1! + by, y1! + by]

/** Paints over what was drawn in a box; a null color hides an unknown amount. */
export function paintArea(page: DrawnPage, own: Box, color: string | null, opacity: number): void {
  const { state, pieces, areas, off } = page
  if (off > 0) return
  const box = common(state.clip, boxUnder(state.matrix, own))
  if (box[2] - box[0] < SLIGHT || box[3] - box[1] < SLIGHT || opacity < FAINT) return
  const opaque = !state.blends && opacity > SOLID && color !== null
  areas.push({ box, color, opaque, picture: false, order: pieces.length + areas.length })
}

/** Below this many points an area is a line, which hides no letter. */
const SLIGHT = 2
const [FAINT, SOLID] = [0.05, 0.95]

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

/** Whether no dot lets the page shine through; of four values a dot the last says how much it does. */
export function hidesAll(picture: DrawnPicture | null): boolean {
  if (picture?.kind !== ImageKind.RGBA_32BPP || !picture.data) return picture?.kind !== undefined
  const dots = picture.data.length / 4
  if (dots === 0) return false
  const step = Math.max(1, Math.floor(dots / LOOKED_AT))
  for (let dot = 0; dot < dots; dot += step) if (picture.data[dot * 4 + 3] !== 255) return false
  return true
}
