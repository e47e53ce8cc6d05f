import type { Piece } from '../drawing/piece.ts'

/** Pieces on one line, from left to right. */
export interface PdfLine {
  readonly pieces: readonly Piece[]
  readonly y: number
  readonly height: number
  readonly left: number
  readonly right: number
}

/** Lines in drawing order, which usually is reading order. */
export function linesOf(pieces: readonly Piece[]): PdfLine[] {
  const lines: PdfLine[] = []
  let line: Piece[] = []
  const close = () => {
    if (line.length > 0) lines.push(lineOf(line))
    line = []
  }
  for (const piece of pieces) {
    const continues = line.length > 0 && isOnLine(line[0]!, piece)
    if (!/\S/.test(piece.text)) {
      if (continues) line.push(piece)
      continue
    }
    if (!continues) close()
    line.push(piece)
  }
  close()
  return lines
}

const isOnLine = (first: Piece, piece: Piece): boolean =>
  Math.abs(first.y - piece.y) <= Math.max(first.height, piece.height) / 2

function lineOf(pieces: readonly Piece[]): PdfLine {
  const { y, height } = pieces[0]!
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { x, starts, ends } of pieces) {
    left = Math.min(left, x + starts[0]!)
    right = Math.max(right, x + ends.at(-1)!)
  }
  return { pieces, y, height, left, right }
}

/**
 * Whether the gap above a line is larger than within a paragraph, where lines are 1.15 heights apart; an empty line
 * makes it 2.3.
 */
export const isApart = (above: PdfLine | undefined, line: PdfLine): boolean =>
  above !== undefined && above.y - line.y > 1.6 * line.height
