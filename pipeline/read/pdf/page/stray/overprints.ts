import type { Box } from '../../../../../document/index.ts'
import type { Piece } from '../../drawing/piece.ts'
import { type Body, isBeside, leftOf, lettersOf, rightOf } from './body.ts'

/**
 * Words in the letter's own size that were drawn before or after everything else although they are in the middle of the
 * page: they touch a line, overlap its letters, or have a row of their own in which no heading would begin.
 */
export function overprints(pieces: readonly Piece[], _body: Body, view: Box): readonly Piece[] {
  if (pieces.length < 2 * MOST_LINES || !isDrawnDown(pieces)) return []
  const stray = new Set<Piece>()
  for (const group of apartFromOrder(pieces)) {
    const rest = pieces.filter(piece => !group.includes(piece))
    const isOut = (piece: Piece): boolean => rest.some(line => clashes(piece, line)) || isOutOfLine(piece, rest, view)
    const out = group.filter(isOut)
    const isWhole = group.every(piece => out.some(one => one === piece || isBeside(one, piece)))
    if (lettersOf(group) <= MOST_LETTERS && isWhole) for (const piece of group) stray.add(piece)
  }
  return [...stray]
}

/** The maximum number of lines and characters of a stamp. */
const MOST_LINES = 3
const MOST_LETTERS = 60

const goesUp = (from: Piece, to: Piece): boolean => to.y > from.y + to.height * TOUCHING

/** The order only means something if nearly everything is drawn from top to bottom. */
function isDrawnDown(pieces: readonly Piece[]): boolean {
  const up = pieces.filter((piece, at) => at > 0 && goesUp(pieces[at - 1]!, piece)).length
  return up < pieces.length / 10 + MOST_LINES
}

/** The first and the last words drawn on the page, if the drawing position jumps up after or before them. */
function apartFromOrder(pieces: readonly Piece[]): (readonly Piece[])[] {
  const groups: (readonly Piece[])[] = []
  for (let count = 1; count <= MOST_LINES; count++) {
    const [from, to] = [pieces.length - count, count]
    if (goesUp(pieces[from - 1]!, pieces[from]!)) groups.push(pieces.slice(from))
    if (goesUp(pieces[to - 1]!, pieces[to]!)) groups.push(pieces.slice(0, to))
  }
  return groups
}

function clashes(piece: Piece, line: Piece): boolean {
  const height = Math.max(piece.height, line.height)
  const apart = Math.abs(piece.y - line.y) / height
  const overlap = Math.min(rightOf(piece), rightOf(line)) - Math.max(leftOf(piece), leftOf(line))
  return apart < TOUCHING && (apart > LEANING || overlap > height)
}

/** As fractions of a height: the values of a filled-in form deviate less from its rows, and rows are farther apart. */
const [LEANING, TOUCHING] = [0.35, 0.75]

/** Headings and lines drawn first or last are aligned with others, or centred. */
function isOutOfLine(piece: Piece, rest: readonly Piece[], [left, , right]: Box): boolean {
  if (rest.some(line => Math.abs(line.y - piece.y) <= line.height * LEANING)) return false
  const isAligned = rest.some(line => Math.abs(leftOf(line) - leftOf(piece)) < 3)
  return !isAligned && Math.abs(leftOf(piece) + rightOf(piece) - left - right) > CENTRED
}

/** Twice the distance in points by which a title may be off centre. */
const CENTRED = 60
