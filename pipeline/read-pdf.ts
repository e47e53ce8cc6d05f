import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { getDocument, PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { Rejected, type Run, type Span, span } from '../document/index.ts'
import type { ReadText } from './read.ts'

const ASSETS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/**
 * `useSystemFonts` keeps pdf.js from loading and parsing stand-ins for fonts that are not embedded (no real letter
 * embeds any): half the time of reading a letter. `fontExtraProperties` makes the names of fonts visible.
 */
const OPTIONS = {
  verbosity: 0,
  disableFontFace: true,
  useSystemFonts: true,
  fontExtraProperties: true,
  enableXfa: false,
  useWasm: false,
  standardFontDataUrl: `${join(ASSETS, 'standard_fonts')}/`,
  cMapUrl: `${join(ASSETS, 'cmaps')}/`,
}

/** Reads the text layer of a PDF. Throws `Rejected` with E_ENCRYPTED, E_PAGES or E_PDF_CORRUPT. */
export async function readPdf(bytes: Uint8Array, maxPages: number): Promise<ReadText> {
  // pdf.js takes the buffer over, and wants a plain array: it gets a copy.
  const task = getDocument({ data: new Uint8Array(bytes), ...OPTIONS })
  try {
    const pdf = await task.promise
    if (pdf.numPages > maxPages) throw new Rejected('E_PAGES', 'read')
    return await readPages(pdf)
  } catch (error) {
    if (error instanceof Rejected) throw error
    if (error instanceof PasswordException) throw new Rejected('E_ENCRYPTED', 'read')
    throw new Rejected('E_PDF_CORRUPT', 'read')
  } finally {
    await task.destroy()
  }
}

async function readPages(pdf: PDFDocumentProxy): Promise<ReadText> {
  const weights: Weights = new Map()
  let text = ''
  const pages: Span[] = []
  const runs: Run[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent()
    await learnWeights(weights, page, content)
    const start = text.length
    for (const line of linesOf(content, weights)) text = appendLine(text, line, number, runs)
    if (number < pdf.numPages) text = `${text.replace(/\n$/, '')}\f`
    pages.push(span(start, text.length))
  }
  return { text, pages, runs }
}

/** By name of the loaded font, whether it is bold. */
type Weights = Map<string, boolean>

/**
 * pdf.js tells a font's family without the words that it takes for a style, so "TimesNewRomanPS-BoldMT" is bold to the
 * eye and "TimesNewRomanPSMT" is not, but "Times-Bold" reads "Times". Only for such names are the page's operators
 * needed, which cost as much again as its text.
 */
async function learnWeights(weights: Weights, page: PDFPageProxy, { styles }: TextContent): Promise<void> {
  const doubtful: string[] = []
  for (const [font, style] of Object.entries(styles)) {
    if (weights.has(font)) continue
    const family = (style as { fontSubstitution?: string }).fontSubstitution?.split('",')[0] ?? ''
    if (/bold/i.test(family)) weights.set(font, true)
    else if (/MT$/.test(family)) weights.set(font, false)
    else doubtful.push(font)
  }
  if (doubtful.length === 0) return
  await page.getOperatorList()
  for (const font of doubtful) {
    const name = page.commonObjs.has(font) ? String(page.commonObjs.get(font).name) : ''
    weights.set(font, /bold|black|heavy/i.test(name))
  }
}

interface Word {
  readonly str: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly bold: boolean
  readonly ascent: number
  readonly descent: number
}

interface PdfLine {
  readonly words: readonly Word[]
  /** Whether more white stands above this line than between lines of a paragraph. */
  readonly afterGap: boolean
}

/** Lines in the order of the content stream, which in these tagged PDFs is the reading order. */
function linesOf(content: TextContent, weights: Weights): PdfLine[] {
  const lines: PdfLine[] = []
  let words: Word[] = []
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

function wordOf(item: TextItem, { styles }: TextContent, weights: Weights): Word {
  const style = styles[item.fontName]
  return {
    str: item.str,
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
function gapAbove(words: readonly Word[], above: PdfLine | undefined): boolean {
  const first = above?.words[0]
  return first !== undefined && first.y - words[0]!.y > 1.6 * words[0]!.height
}

function appendLine(before: string, line: PdfLine, page: number, runs: Run[]): string {
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

const boxOf = (word: Word): Run['box'] => [
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
