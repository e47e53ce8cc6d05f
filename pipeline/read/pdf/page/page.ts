import { type Box, type Run, tenth } from '../../../../document/index.ts'
import type { Drawing } from '../drawing/piece.ts'
import { isGarbled } from './garbled.ts'
import { isApart, type PdfLine } from './lines.ts'
import { once } from './once.ts'
import { linesInOrder } from './order.ts'
import { appendLine, type RunPlace } from './runs.ts'
import { seenOf } from './seen.ts'
import { strayOf } from './stray/stray.ts'
import { uprightOf } from './upright.ts'
import { type Written, writtenLine } from './written.ts'

/** What can be read on a page. */
export interface ReadPage {
  readonly lines: readonly PdfLine[]
  /** The text of each line. */
  readonly written: readonly Written[]
  readonly turn: RunPlace['turn']
  /** Maps boxes of lines to page coordinates. */
  readonly boxOf: (box: Box) => Box
  /** Whether it shows nothing at all. */
  readonly blank: boolean
  /** Whether its text differs from what it shows. */
  readonly garbled: boolean
  /** Whether it has invisible text. */
  readonly unseen: boolean
  /** Whether it has text under a box. */
  readonly covered: boolean
}

/** What a person reads on a page; `view` is its visible part. */
export function readDrawing(drawing: Drawing, view: Box): ReadPage {
  const { pieces, unseen, covered } = seenOf(drawing, view)
  const { upright, turn, boxOf } = uprightOf(pieces)
  const single = once(upright)
  const stray = strayOf(single, turn === 0 ? view : ANYWHERE)
  const own = stray.size === 0 ? single : single.filter(piece => !stray.has(piece))
  const lines = linesInOrder(own)
  const written = lines.map(writtenLine)
  return {
    lines,
    written,
    turn,
    boxOf: box => boxOf(box).map(tenth) as unknown as Box,
    blank: !drawing.isBroken && drawing.areas.length === 0 && upright.every(({ text }) => text.trim() === ''),
    garbled: isGarbled(written),
    unseen,
    covered,
  }
}

/** The margins of a rotated page are not printed on. */
const ANYWHERE: Box = [
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
]

/** The text of a page, line by line. */
export const pageText = ({ written }: ReadPage): string => written.map(({ text }) => text).join('\n')

/** Adds the lines of a page to the text and the runs. */
export function appendPage(before: string, read: ReadPage, page: number, runs: Run[]): string {
  const { lines, written, turn, boxOf } = read
  let text = before
  for (const [at, line] of lines.entries()) {
    if (isApart(lines[at - 1], line)) text += '\n'
    text = appendLine(text, written[at]!, runs, { page, turn, boxOf })
  }
  return text
}
