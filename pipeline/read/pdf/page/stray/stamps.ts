import type { Box } from '../../../../../document/index.ts'
import { leftOf, type Piece, rightOf } from '../../drawing/piece.ts'
import { type Body, isBeside, lettersOf } from './body.ts'
import { isColored } from './watermarks.ts'

/**
 * Words that were put on a finished page: few, in a colour or a size that the letter does not have, and over its lines,
 * next to them, or where no title would be. A title has a row of its own.
 */
export function stamps(pieces: readonly Piece[], body: Body, view: Box): readonly Piece[] {
  const isOther = ({ height, paint }: Piece): boolean =>
    height > body.height * LARGE || (isColored(paint.color) && paint.color !== body.color)
  const others = pieces.filter(isOther)
  if (others.length === 0 || lettersOf(others) > MOST_LETTERS) return []
  const own = pieces.filter(piece => !isOther(piece))
  const over = others.filter(piece => isOffRow(piece, own, body, view) || own.some(line => sharesRow(piece, line)))
  const small = own.filter(piece => over.some(one => goesOn(one, piece)) && !isAligned(piece, own))
  return [...others.filter(piece => over.some(one => one === piece || isBeside(one, piece))), ...small]
}

/**
 * Whether a word is in a row of its own where no title would be: far below the last line, or coloured and not aligned.
 */
function isOffRow(piece: Piece, own: readonly Piece[], body: Body, [left, , right]: Box): boolean {
  const lowest = Math.min(...own.filter(line => !goesOn(piece, line)).map(({ y }) => y))
  if (piece.height > body.height * LARGE && piece.y < lowest - piece.height * 3) return true
  if (!isColored(piece.paint.color) || own.some(line => Math.abs(line.y - piece.y) < line.height / 2)) return false
  return !isAligned(piece, own) && Math.abs(leftOf(piece) + rightOf(piece) - left - right) > CENTRED
}

/** Whether a line is aligned with another one. */
const isAligned = (piece: Piece, lines: readonly Piece[]): boolean =>
  lines.some(line => line !== piece && Math.abs(leftOf(line) - leftOf(piece)) < 3)

/** The second line of a stamp may be as small as the letter. */
const goesOn = (one: Piece, piece: Piece): boolean => Math.abs(one.order - piece.order) === 1 && isBeside(one, piece)

/** Twice the distance in points by which a title may be off centre. */
const CENTRED = 60

/** Relative to the letter's own size. */
const LARGE = 1.25
const MOST_LETTERS = 120

/** Whether a line of the letter runs through a word of another size or colour, or ends next to it. */
function sharesRow(piece: Piece, line: Piece): boolean {
  const middle = line.y + line.height * 0.3
  if (middle < piece.y - piece.height * 0.2 || middle > piece.y + piece.height * 0.8) return false
  const apart = Math.max(leftOf(piece) - rightOf(line), leftOf(line) - rightOf(piece))
  // A large or red word within the line is part of it.
  return apart > line.em * 0.9 || (apart < -line.em && Math.abs(piece.y - line.y) > 0.5)
}
