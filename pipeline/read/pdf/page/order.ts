import type { Piece } from '../drawing/piece.ts'
import { linesOf, type PdfLine } from './lines.ts'

/**
 * The lines of a page in reading order. That is usually the drawing order, which is kept, since programs draw a table
 * cell by cell; only if something is above what was drawn before it, in the same column, are the lines sorted by
 * position.
 */
export function linesInOrder(pieces: readonly Piece[]): PdfLine[] {
  const lines = linesOf(pieces)
  return contradicts(lines) ? linesOf(byPlace(pieces)) : lines
}

/** Width of the columns in which heights are compared, in points. */
const COLUMN = 24

/** The lowest line so far in a column, and how many columns it fills. */
interface Lowest {
  readonly y: number
  readonly columns: number
}

/** Whether a line is above an earlier one, or goes back to the left. One pass over the lines. */
function contradicts(lines: readonly PdfLine[]): boolean {
  const lowest = new Map<number, Lowest>()
  for (const { pieces, y, height, left, right } of lines) {
    if (goesBack(pieces)) return true
    const columns = columnsOf(left, right)
    const above = columns.map(column => lowest.get(column)).filter(one => one !== undefined && one.y < y - height / 2)
    const least = Math.min(columns.length, ...above.map(one => Math.max(one!.columns, NARROW)))
    if (above.length > least / 2) return true
    for (const column of columns)
      if ((lowest.get(column)?.y ?? y) >= y) lowest.set(column, { y, columns: columns.length })
  }
  return false
}

/** Narrower lines, such as a page number, are often drawn before everything else. */
const NARROW = 3

function columnsOf(left: number, right: number): number[] {
  const first = Math.floor(left / COLUMN)
  const last = Math.min(Math.floor(right / COLUMN), first + MOST_COLUMNS)
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

const MOST_COLUMNS = 100

const leftOf = ({ x, starts }: Piece): number => x + starts[0]!

const goesBack = (pieces: readonly Piece[]): boolean =>
  pieces.some((piece, at) => at > 0 && leftOf(piece) < leftOf(pieces[at - 1]!) - piece.em / 2)

/** Rows from top to bottom, each from left to right. */
export function byPlace(pieces: readonly Piece[]): Piece[] {
  const rows: Piece[][] = []
  for (const piece of pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    if (row && row[0]!.y - piece.y <= Math.max(row[0]!.height, piece.height) * SAME_ROW) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap(row => row.sort((a, b) => leftOf(a) - leftOf(b)))
}

/** As fractions of a height: superscripts belong to the row, the next line does not. */
const SAME_ROW = 0.45
