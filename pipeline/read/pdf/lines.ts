import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { type Run, span } from '../../../document/index.ts'
import { plainSigns } from '../characters.ts'

/** By name of the loaded font, whether it is bold. */
export type Weights = Map<string, boolean>

interface DrawnWord {
  readonly str: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly bold: boolean
  readonly ascent: number
  readonly descent: number
}

export interface PdfLine {
  readonly words: readonly DrawnWord[]
  /** Whether more white stands above this line than between lines of a paragraph. */
  readonly afterGap: boolean
}

/** Lines in the order of the content stream, which in these tagged PDFs is the reading order. */
export function linesOf(content: TextContent, weights: Weights): PdfLine[] {
  const lines: PdfLine[] = []
  let words: DrawnWord[] = []
  const close = () => {
    if (words.some(word => word.str.trim() !== '')) lines.push({ words, afterGap: gapAbove(words, lines.at(-1)) })
    words = []
  }
  for (const item of content.items) {
    if (!('str' in item)) continue
    const word = wordOf(item, content, weights)
    if (words.length > 0 && Math.abs(words[0]!.y - word.y) > Math.max(word.height, words[0]!.height) / 2) close()
    if (item.str !== '') words.push(word)
    if (item.hasEOL) close()
  }
  close()
  return lines
}

function wordOf(item: TextItem, { styles }: TextContent, weights: Weights): DrawnWord {
  const style = styles[item.fontName]
  return {
    str: plainSigns(item.str),
    x: item.transform[4],
    y: item.transform[5],
    width: item.width,
    height: item.height,
    bold: weights.get(item.fontName) ?? false,
    // The metrics of stand-in fonts are generous: unclamped, boxes of neighbouring lines overlap.
    ascent: Math.min(style?.ascent || 0.9, 0.9),
    descent: Math.max(style?.descent || -0.25, -0.25),
  }
}

/** Lines of a paragraph stand 1.15 heights apart; a blank line between paragraphs makes it 2.3. */
function gapAbove(words: readonly DrawnWord[], above: PdfLine | undefined): boolean {
  const first = above?.words[0]
  return first !== undefined && first.y - words[0]!.y > 1.6 * words[0]!.height
}

export function appendLine(before: string, line: PdfLine, page: number, runs: Run[]): string {
  let text = before + (line.afterGap ? '\n' : '')
  let right: number | null = null
  for (const word of line.words) {
    // A cell of a table begins without a blank where its neighbour's text ended.
    const apart = right !== null && word.x - right > word.height * 0.3 && !/\s$/.test(text) && !/^\s/.test(word.str)
    const start = text.length + (apart ? 1 : 0)
    text += (apart ? ' ' : '') + word.str
    right = word.x + word.width
    if (word.str.trim() !== '') pushRun(runs, { ...span(start, text.length), page, box: boxOf(word), bold: word.bold })
  }
  return `${text.trimEnd()}\n`
}

const boxOf = (word: DrawnWord): Run['box'] => [
  tenth(word.x),
  tenth(word.y + word.descent * word.height),
  tenth(word.x + word.width),
  tenth(word.y + word.ascent * word.height),
]

const tenth = (points: number): number => Math.round(points * 10) / 10

/** Neighbours of one weight on one line become one run: a tenth of the memory, the same answers. */
function pushRun(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  const joins =
    last !== undefined &&
    last.page === run.page &&
    last.bold === run.bold &&
    Math.abs(last.box[1] - run.box[1]) < 1 &&
    run.start - last.end <= 1 &&
    run.box[0] >= last.box[0]
  if (!joins) runs.push(run)
  else
    runs[runs.length - 1] = {
      ...last,
      end: run.end,
      box: [last.box[0], Math.min(last.box[1], run.box[1]), run.box[2], Math.max(last.box[3], run.box[3])],
    }
}
