import type { Box } from '../../../../../document/index.ts'
import type { PdfLine } from '../lines.ts'

/** As fractions of a height: the values of a filled-in form deviate less from its rows, and rows are farther apart. */
const [LEANING, TOUCHING] = [0.35, 0.75]

const apartOf = (one: PdfLine, other: PdfLine): number => Math.abs(one.y - other.y) / Math.max(one.height, other.height)

const overlapOf = (one: PdfLine, other: PdfLine): number =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left)

/** Whether a line lies over the letters of another one. */
export const isOver = (line: PdfLine, rest: readonly PdfLine[]): boolean =>
  rest.some(other => apartOf(line, other) < TOUCHING && overlapOf(line, other) > Math.max(line.height, other.height))

/** Whether a line lies over the letters of another one, or between two rows. */
export const clashes = (line: PdfLine, rest: readonly PdfLine[]): boolean =>
  isOver(line, rest) || rest.some(other => apartOf(line, other) < TOUCHING && apartOf(line, other) > LEANING)

/** Whether a line is beside all others, or in the empty end of a row. */
export const isAside = (line: PdfLine, rest: readonly PdfLine[]): boolean =>
  isInMargin(line, rest) || isBehind(line, rest)

const textOf = ({ pieces }: PdfLine): string => pieces.map(({ text }) => text).join('')

/** Whether a line is beside all others. */
function isInMargin(line: PdfLine, rest: readonly PdfLine[]): boolean {
  const [outside, all] = [rest.filter(other => other.left < line.right && other.right > line.left).length, rest.length]
  return (
    outside < all / 20 && (rest.every(other => other.left > line.left) || rest.every(other => other.right < line.right))
  )
}

/**
 * Whether a line is in a row that has ended: a paragraph's last line leaves the rest of its row empty, while the line
 * above or below runs through. The cells of a table have others above and below.
 */
function isBehind(line: PdfLine, rest: readonly PdfLine[]): boolean {
  const row = rest.filter(other => apartOf(line, other) <= LEANING)
  const end = Math.max(...row.map(({ right }) => right))
  if (row.length === 0 || line.left < end + line.height * GAP || row.some(other => /:\s*$/.test(textOf(other))))
    return false
  return rest.some(
    other => apartOf(line, other) < NEIGHBOUR && other.left < end && other.right > line.left + line.height,
  )
}

/** In heights: a wide gap, and the distance of the next row. */
const [GAP, NEIGHBOUR] = [2, 1.7]

/** Whether a line has a row of its own in which no heading would begin: those are aligned with others, or centred. */
export function isOutOfLine(line: PdfLine, rest: readonly PdfLine[], [left, , right]: Box): boolean {
  if (rest.some(other => apartOf(line, other) <= LEANING)) return false
  const isAligned = rest.some(other => Math.abs(other.left - line.left) < 3)
  return !isAligned && Math.abs(line.left + line.right - left - right) > CENTRED
}

/** Twice the distance in points by which a title may be off centre. */
const CENTRED = 60

/** Whether a line is far above or below all others. */
export const isAlone = (line: PdfLine, rest: readonly PdfLine[]): boolean =>
  rest.every(other => apartOf(line, other) > FAR) &&
  (rest.every(({ y }) => y < line.y) || rest.every(({ y }) => y > line.y))

/** In heights: more than an empty line. */
const FAR = 2.4

/** Whether two lines are close together, like those of a stamp. */
export const touches = (one: PdfLine, other: PdfLine): boolean =>
  apartOf(one, other) < 2 && overlapOf(one, other) > -2 * one.height
