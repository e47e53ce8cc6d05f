import { type Box, packedWidths, type Run, span } from '../../../../document/index.ts'
import type { Written } from './written.ts'

/** Adds a line to the text, and its stretches of one weight to the runs. */
export function appendLine(before: string, written: Written, runs: Run[], place: RunPlace): string {
  for (const { start, end, box, bold, edges } of stretchesOf(written))
    runs.push({
      ...span(before.length + start, before.length + end),
      page: place.page,
      box: place.boxOf(box),
      bold,
      widths: packedWidths(edges),
      ...(place.turn !== 0 && { turn: place.turn }),
    })
  return `${before}${written.text}\n`
}

/** Where on the page a line is. */
export interface RunPlace {
  readonly page: number
  readonly turn: NonNullable<Run['turn']> | 0
  readonly boxOf: (box: Box) => Box
}

/** A part of a line in one weight. */
interface Stretch {
  readonly start: number
  readonly end: number
  readonly box: Box
  readonly bold: boolean
  /** The left edge of each character, and the right edge of the last one. */
  readonly edges: readonly number[]
}

/** Adjacent pieces of one weight become one run: a tenth of the memory, the same answers. */
function stretchesOf(written: Written): Stretch[] {
  const parts: Written['parts'][number][][] = []
  for (const part of written.parts)
    if (parts.at(-1)?.[0]?.piece.font.bold === part.piece.font.bold) parts.at(-1)!.push(part)
    else parts.push([part])
  return parts.map(([first, ...others]) => {
    const [start, end] = [first!.start, (others.at(-1) ?? first!).end]
    const edges = edgesOf(written, start, end)
    const pieces = [first!, ...others].map(({ piece }) => piece)
    const bottom = Math.min(...pieces.map(({ y, height, font }) => y + font.descent * height))
    const top = Math.max(...pieces.map(({ y, height, font }) => y + font.ascent * height))
    return { start, end, box: [edges[0]!, bottom, edges.at(-1)!, top], bold: first!.piece.font.bold, edges }
  })
}

/** A space begins where its word ends; a character drawn back over its neighbour begins where that one does. */
function edgesOf({ text, lefts, rights }: Written, start: number, end: number): number[] {
  const edges: number[] = []
  let last = Number.NEGATIVE_INFINITY
  for (let at = start; at < end; at++) {
    last = Math.max(text[at] === ' ' ? rights[at - 1]! : lefts[at]!, last)
    edges.push(last)
  }
  edges.push(Math.max(rights[end - 1]!, last))
  return edges
}
