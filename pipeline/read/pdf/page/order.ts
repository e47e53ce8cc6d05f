import { leftOf, type Piece } from '../drawing/piece.ts'
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
  for (const line of lines) {
    if (goesBack(line.pieces) || isAbove(line, lowest)) return true
    const { y } = line
    const { first, count } = columnsOf(line)
    for (let at = 0; at < count; at++)
      if ((lowest.get(first + at)?.y ?? y) >= y) lowest.set(first + at, { y, columns: count })
  }
  return false
}

/** Whether most columns of a line, or of one of the lines below it, have something lower. */
function isAbove(line: PdfLine, lowest: ReadonlyMap<number, Lowest>): boolean {
  const { y, height } = line
  const { first, count } = columnsOf(line)
  let [above, least] = [0, count]
  for (let at = 0; at < count; at++) {
    const low = lowest.get(first + at)
    if (low === undefined || !(low.y < y - height / 2)) continue
    above++
    least = Math.min(least, Math.max(low.columns, NARROW))
  }
  return above > least / 2
}

/** Narrower lines, such as a page number, are often drawn before everything else. */
const NARROW = 3

/** The first column of a line, and how many it fills. */
function columnsOf({ left, right }: PdfLine): { readonly first: number; readonly count: number } {
  const first = Math.floor(left / COLUMN)
  return { first, count: Math.min(Math.floor(right / COLUMN), first + MOST_COLUMNS) - first + 1 }
}

const MOST_COLUMNS = 100

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
