import type { Box, Run } from '../../../../document/index.ts'
import type { Drawing } from '../drawing/piece.ts'
import { isGarbled } from './garbled.ts'
import { appendLine, isApart, type PdfLine, type RunPlace } from './lines.ts'
import { once } from './once.ts'
import { linesInOrder } from './order.ts'
import { seenOf } from './seen.ts'
import { strayOf } from './stray.ts'
import { uprightOf } from './upright.ts'

/** What is to be read on a page. */
export interface ReadPage {
  readonly lines: readonly PdfLine[]
  readonly turn: RunPlace['turn']
  /** Leads from the frame of the lines to that of the page, in which boxes count. */
  readonly boxOf: (box: Box) => Box
  /** Whether it shows nothing at all. */
  readonly blank: boolean
  /** Whether its text is not what it shows. */
  readonly garbled: boolean
  /** Whether it has text that nobody sees. */
  readonly unseen: boolean
  /** Whether it has text under a box. */
  readonly covered: boolean
}

/** What a person reads on a page; `view` is the part of it that is shown. */
export function readDrawing(drawing: Drawing, view: Box): ReadPage {
  const { pieces, unseen, covered } = seenOf(drawing, view)
  const { upright, turn, boxOf } = uprightOf(pieces)
  const single = once(upright)
  const stray = strayOf(single, turn === 0 ? view : ANYWHERE)
  const own = stray.size === 0 ? single : single.filter(piece => !stray.has(piece))
  return {
    lines: linesInOrder(own),
    turn,
    boxOf: box => boxOf(box).map(tenth) as unknown as Box,
    blank: !drawing.isBroken && drawing.areas.length === 0 && upright.every(({ text }) => text.trim() === ''),
    garbled: isGarbled(own),
    unseen,
    covered,
  }
}

/** On a page that lies on its side nobody prints in the margin. */
const ANYWHERE: Box = [
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
]

const tenth = (points: number): number => Math.round(points * 10) / 10

export const textOf = ({ lines }: ReadPage): string =>
  lines.map(({ pieces }) => pieces.map(({ text }) => text).join(' ')).join('\n')

/** Adds the lines of a page to the text and to the runs. */
export function appendPage(before: string, { lines, turn, boxOf }: ReadPage, page: number, runs: Run[]): string {
  let text = before
  for (const [at, line] of lines.entries()) {
    if (isApart(lines[at - 1], line)) text += '\n'
    text = appendLine(text, line, runs, { page, turn, boxOf })
  }
  return text
}
