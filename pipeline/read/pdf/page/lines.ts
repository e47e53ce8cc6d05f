import { type Box, packedWidths, type Run, span } from '../../../../document/index.ts'
import type { Piece } from '../drawing/piece.ts'
import { blanksWithinWords } from './spaced-out.ts'

/** Pieces that stand on one line, from left to right. */
export interface PdfLine {
  readonly pieces: readonly Piece[]
  readonly y: number
  readonly height: number
  readonly left: number
  readonly right: number
}

/** Lines in the order in which they are drawn, which mostly is that in which they are read. */
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
  const left = Math.min(...pieces.map(({ x, starts }) => x + starts[0]!))
  const right = Math.max(...pieces.map(({ x, ends }) => x + ends.at(-1)!))
  return { pieces, y, height, left, right }
}

/** Whether more white stands above a line than between lines of a paragraph, which are 1.15 heights apart; a blank line makes it 2.3. */
export const isApart = (above: PdfLine | undefined, line: PdfLine): boolean =>
  above !== undefined && above.y - line.y > 1.6 * line.height

/** Parts of an em: white as wide is a blank; one that is no wider than the second is none. */
const [WHITE, NO_WHITE] = [0.102, 0.03]

/** A line as it is written: its characters, and where each begins and ends on the page. */
interface Written {
  text: string
  readonly lefts: number[]
  readonly rights: number[]
  readonly parts: { readonly start: number; readonly end: number; readonly piece: Piece }[]
}

/** Adds a line to the text, and its stretches of one weight to the runs. */
export function appendLine(before: string, line: PdfLine, runs: Run[], place: RunPlace): string {
  const written = writtenLine(line)
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

/** What leads from a line to the page on which it stands. */
export interface RunPlace {
  readonly page: number
  readonly turn: NonNullable<Run['turn']> | 0
  readonly boxOf: (box: Box) => Box
}

function writtenLine({ pieces }: PdfLine): Written {
  const written: Written = { text: '', lefts: [], rights: [], parts: [] }
  let last: Piece | null = null
  for (const piece of pieces) {
    const before = written.text.length
    last = writePiece(written, piece, last)
    const start = written.text[before] === ' ' ? before + 1 : before
    if (written.text.length > start) written.parts.push({ start, end: written.text.length, piece })
  }
  const blanks = blanksWithinWords(written)
  return blanks.size > 0 ? closedUp(written, blanks) : written
}

/** The same line without some of its blanks. */
function closedUp({ text, lefts, rights, parts }: Written, blanks: ReadonlySet<number>): Written {
  const stays = (_: unknown, at: number): boolean => !blanks.has(at)
  const moved = (offset: number): number => offset - [...blanks].filter(at => at < offset).length
  return {
    text: text.split('').filter(stays).join(''),
    lefts: lefts.filter(stays),
    rights: rights.filter(stays),
    parts: parts.map(part => ({ ...part, start: moved(part.start), end: moved(part.end) })),
  }
}

/** Adds the characters of a piece, and the blanks that the page shows; the piece of the last character is returned. */
function writePiece(written: Written, piece: Piece, last: Piece | null): Piece | null {
  const { text, starts, ends, x } = piece
  let before = last
  let blank = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === ' ') {
      blank = true
      continue
    }
    const left = x + starts[at]!
    if (before && hasWhite(written, left - spacingBetween(before, piece), before.em, blank))
      put(written, ' ', left, left)
    put(written, text[at]!, left, x + ends[at]!)
    before = piece
    blank = false
  }
  return before
}

/** White that was added behind each letter of a string, to space it out, parts no words. */
const spacingBetween = (before: Piece, next: Piece): number =>
  before.spacing > before.em * WHITE * 0.8 && before.spacing === next.spacing ? next.spacing : 0

/** Whether white stands between the last character and one at `left`. A font without widths leaves none, only a blank. */
function hasWhite({ lefts, rights }: Written, left: number, em: number, blank: boolean): boolean {
  const right = rights.at(-1)!
  const ems = (left - right) / em
  return ems >= WHITE || (blank && (ems > NO_WHITE || right === lefts.at(-1)))
}

function put(written: Written, sign: string, left: number, right: number): void {
  written.text += sign
  written.lefts.push(left)
  written.rights.push(right)
}

/** A part of a line in one weight. */
interface Stretch {
  readonly start: number
  readonly end: number
  readonly box: Box
  readonly bold: boolean
  /** Where each of its characters begins, and where the last one ends. */
  readonly edges: readonly number[]
}

/** Neighbours of one weight become one run: a tenth of the memory, the same answers. */
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

/** A blank begins where its word ends; what is drawn back over its neighbour begins where that one does. */
function edgesOf({ text, lefts, rights }: Written, start: number, end: number): number[] {
  const edges: number[] = []
  for (let at = start; at < end; at++) {
    const edge = text[at] === ' ' ? rights[at - 1]! : lefts[at]!
    edges.push(Math.max(edge, edges.at(-1) ?? edge))
  }
  edges.push(Math.max(rights[end - 1]!, edges.at(-1)!))
  return edges
}
