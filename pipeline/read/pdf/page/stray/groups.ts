import type { Piece } from '../../drawing/piece.ts'
import type { PdfLine } from '../lines.ts'
import { isStampText } from './stamp-text.ts'
import { isColored } from './watermarks.ts'

/** Lines drawn one after another that may be a stamp. */
export interface LineGroup {
  readonly members: readonly PdfLine[]
  /** Whether the page goes on downwards only without them. */
  readonly isOutOfTurn: boolean
  /** Whether they are drawn before or after everything else. */
  readonly isAtEnd: boolean
  /** Whether they have a font, colour or size of their own. */
  readonly isUnlike: boolean
}

/** The maximum number of lines of a stamp. */
const MOST_LINES = 3

/** The groups of lines that are drawn out of turn, look like nothing else on the page, or read like a stamp. */
export function groupsOf(lines: readonly PdfLine[], rare: ReadonlySet<PdfLine>): LineGroup[] {
  const isDown = isDrawnDown(lines)
  const groups: LineGroup[] = []
  for (let from = 0; from < lines.length; from++)
    for (let to = from + 1; to <= Math.min(from + MOST_LINES, lines.length); to++) {
      const isOutOfTurn = isDown && interrupts(lines, from, to)
      const members = lines.slice(from, to)
      const isUnlike = members.every(line => rare.has(line))
      if (isOutOfTurn || isUnlike || members.every(isStampText))
        groups.push({ members, isOutOfTurn, isAtEnd: from === 0 || to === lines.length, isUnlike })
    }
  return groups
}

const goesUp = (from: PdfLine, to: PdfLine): boolean => to.y > from.y + to.height * ABOVE

/** As a fraction of a height: rows are farther apart. */
const ABOVE = 0.75

/** The order only means something if nearly everything is drawn from top to bottom. */
function isDrawnDown(lines: readonly PdfLine[]): boolean {
  const up = lines.filter((line, at) => at > 0 && goesUp(lines[at - 1]!, line)).length
  return up < lines.length / 10 + MOST_LINES
}

/** Whether the drawing jumps up to some lines or back from them, and would not without them. */
function interrupts(lines: readonly PdfLine[], from: number, to: number): boolean {
  const [before, first, last, after] = [lines[from - 1], lines[from]!, lines[to - 1]!, lines[to]]
  const jumps = (before && goesUp(before, first)) || (after && goesUp(last, after))
  return Boolean(jumps) && !(before && after && goesUp(before, after))
}

/** The lines whose font, colour or size no more lines have than a stamp. */
export function rareIn(lines: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const found = new Map<unknown, Set<PdfLine>>()
  for (const line of lines)
    for (const piece of line.pieces)
      for (const look of looksOf(piece))
        if (found.has(look)) found.get(look)!.add(line)
        else found.set(look, new Set([line]))
  const isRare = (piece: Piece): boolean => looksOf(piece).some(look => found.get(look)!.size <= MOST_LINES)
  return new Set(lines.filter(({ pieces }) => pieces.every(isRare)))
}

const looksOf = ({ font, height, paint: { color } }: Piece): unknown[] => [
  font,
  Math.round(height * 2),
  ...(isColored(color) ? [color] : []),
]
