import type { Piece } from '../../drawing/piece.ts'
import { type Shades, shadesOf } from '../shades.ts'
import { type Body, lettersOf } from './body.ts'

const BLACK: Shades = [0, 0, 0]

/** From 0, black, to 255, white, as displayed. */
function lightness({ color, opacity }: Piece['paint'] | { color: string; opacity: number }): number {
  const [red, green, blue] = color ? shadesOf(color) : BLACK
  return 255 - (255 - (0.3 * red + 0.59 * green + 0.11 * blue)) * opacity
}

/** Whether a colour is neither black, white nor gray. */
export const isColored = (color: string | null): boolean => {
  if (!color) return false
  const [red, green, blue] = shadesOf(color)
  return Math.max(red, green, blue) - Math.min(red, green, blue) > COLORED
}

/** Of 255 shades: anything lighter than the first is faint next to black; a difference above the second is not gray. */
const [LIGHT, COLORED] = [170, 80]

/** Faint words on an otherwise dark page: across the page, all over it, or once. */
export function watermarks(pieces: readonly Piece[], body: Body): readonly Piece[] {
  if (lightness({ color: body.color, opacity: 1 }) > LIGHT / 2) return []
  const faint = pieces.filter(({ paint, ground }) => !ground && paint.color !== null && lightness(paint) > LIGHT)
  return lettersOf(faint) < lettersOf(pieces) / 3 ? faint : []
}
