import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Box, tenth } from '../../../document/index.ts'
import { doubtfulStrips, placedWords, rowsOf, SMALLER, type Strip, settled } from '../ocr/again.ts'
import {
  DOTS_AN_INCH,
  type OcrLine,
  type OcrWord,
  type RecognizedPage,
  recognizedLines,
  recognizedWords,
} from '../ocr/lines.ts'
import type { Recognizer } from '../ocr/recognizer.ts'
import { spelled } from '../ocr/spelling.ts'

const POINTS_AN_INCH = 72
/** A letter page has fifteen million dots at 400 dpi; a poster is drawn at a lower resolution. */
const MOST_DOTS = 16_000_000
/**
 * Limits of the resolution in dpi between which the engine reads equally well. A picture is sharpest if scaled by a
 * whole number.
 */
const [COARSEST, FINEST] = [280, 410]

/** Maximum number of characters that a stamp, a fax header and a page number put on top of a scan. */
const FEW_CHARACTERS = 200
/** Dots of a picture that may fill a page; logos and signatures have fewer. */
const PAGE_DOTS = 500_000

/** Whether the text of a page is in its pictures: there is no other text, or hardly any. */
export async function isPicture(page: PDFPageProxy, text: string): Promise<boolean> {
  const characters = text.replace(/\s/g, '').length
  if (characters === 0) return true
  return characters < FEW_CHARACTERS && (await hasPagePicture(page))
}

async function hasPagePicture(page: PDFPageProxy): Promise<boolean> {
  const dots = (await picturesOn(page)).reduce((sum, { width, height }) => sum + width * height, 0)
  return dots > PAGE_DOTS
}

interface Picture {
  readonly width: number
  readonly height: number
}

/**
 * For each operator, how to get the size of a picture from its arguments. Many programs put a fax on a page as a mask.
 */
const SIZES: ReadonlyMap<number, (args: readonly never[]) => Picture> = new Map([
  [OPS.paintImageXObject, ([, width, height]) => ({ width: width!, height: height! })],
  [OPS.paintImageMaskXObject, ([picture]) => picture!],
  [OPS.paintInlineImageXObject, ([picture]) => picture!],
])

async function picturesOn(page: PDFPageProxy): Promise<Picture[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  return fnArray.flatMap((operator, at) => SIZES.get(operator)?.(argsArray[at]) ?? [])
}

/** Draws a page and recognizes it, rotated if it cannot be read as it is. */
export async function recognizePage(
  pdf: PDFDocumentProxy,
  number: number,
  { recognizer, onPicture }: { readonly recognizer: Recognizer; readonly onPicture?: (() => void) | undefined },
): Promise<RecognizedPage> {
  const page = await pdf.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const wanted = drawnAt(await picturesOn(page), page) / POINTS_AN_INCH
  const scale = Math.min(wanted, Math.sqrt(MOST_DOTS / (width * height)))
  let best: RecognizedPage | undefined
  for (const turn of TURNS) {
    onPicture?.()
    const viewport = page.getViewport({ scale, rotation: page.rotate + turn })
    const lines = await drawn(pdf, page, viewport, surface => readTwice(surface, pdf, recognizer))
    const seen = { number, lines, boxOf: (word: OcrWord) => boxOf(word, viewport) }
    if (best === undefined || sureLetters(lines) > sureLetters(best.lines)) best = seen
    if (isLegible(lines)) break
  }
  return best!
}

/** Upright, upside down, and on either side: a sheet may lie on the scanner in any direction. */
const TURNS = [0, 180, 90, 270]

const letters = (lines: readonly OcrLine[]): number =>
  lines.flatMap(({ words }) => words).reduce((sum, { text }) => sum + text.length, 0)

const sureLetters = (lines: readonly OcrLine[]): number =>
  letters(lines.map(line => ({ ...line, words: line.words.filter(({ confidence }) => confidence >= LEGIBLE) })))

const isLegible = (lines: readonly OcrLine[]): boolean => sureLetters(lines) > letters(lines) / 2

/** Confidence of the engine in words that it can read; for rotated ones it is lower. */
const LEGIBLE = 80

/** Resolution in dpi: a scan of 200 is drawn at 400, one of 600 at 300, and at 300 if no integer scale fits. */
function drawnAt(pictures: readonly Picture[], page: PDFPageProxy): number {
  const [left = 0, , right = 0] = page.view
  const own = (Math.max(0, ...pictures.map(({ width }) => width)) * POINTS_AN_INCH) / (right - left)
  const steps = [own / 2, own, own * 2, own * 3, own * 4]
  return steps.find(dots => dots >= COARSEST && dots <= FINEST) ?? DOTS_AN_INCH
}

async function readTwice(sheet: Surface, pdf: PDFDocumentProxy, { recognize }: Recognizer): Promise<OcrLine[]> {
  const lines = recognizedLines(await recognize(pgmOf(sheet)))
  const strips = isLegible(lines) ? doubtfulStrips(lines) : []
  if (strips.length === 0) return spelled(lines)
  const picture = smaller(sheet, strips, pdf.canvasFactory as CanvasFactory)
  return spelled(settled(lines, placedWords(recognizedWords(await recognize(picture)), strips)))
}

type Viewport = ReturnType<PDFPageProxy['getViewport']>

/** Maps a box from the rotated picture to the page. */
function boxOf({ left, top, right, bottom }: OcrWord, viewport: Viewport): Box {
  const [x0, y0] = viewport.convertToPdfPoint(left, bottom) as [number, number]
  const [x1, y1] = viewport.convertToPdfPoint(right, top) as [number, number]
  const box: Box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
  return box.map(tenth) as unknown as Box
}

interface Surface {
  readonly canvas: Canvas
  readonly context: SKRSContext2D
}

/** The factory of pdf.js, whose types only cover browsers. */
interface CanvasFactory {
  create(width: number, height: number): Surface
  destroy(surface: Surface): void
}

/** pdf.js looks up its drawing classes among the globals; until now they are stand-ins. See `load.ts`. */
const prepareToDraw = async (): Promise<void> => {
  const { DOMMatrix, Path2D } = await import('@napi-rs/canvas')
  Object.assign(globalThis, { DOMMatrix, Path2D })
}

/** The result of `see` on the page, drawn on white. */
async function drawn<T>(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy,
  viewport: Viewport,
  see: (surface: Surface) => Promise<T>,
): Promise<T> {
  await prepareToDraw()
  const factory = pdf.canvasFactory as CanvasFactory
  const surface = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
  try {
    const { canvas, context } = surface
    await page.render({ canvas, canvasContext: context, viewport, background: 'white' } as never).promise
    return await see(surface)
  } finally {
    factory.destroy(surface)
    page.cleanup()
  }
}

/** Strips of a page stacked one below the other, scaled down. */
function smaller({ canvas }: Surface, strips: readonly Strip[], factory: CanvasFactory): Uint8Array {
  const height = strips.reduce((sum, strip) => sum + rowsOf(strip), 0)
  const sheet = factory.create(Math.ceil(canvas.width * SMALLER), height)
  try {
    const { context } = sheet
    context.fillStyle = 'white'
    context.fillRect(0, 0, sheet.canvas.width, height)
    let y = 0
    for (const strip of strips) {
      const { top, bottom } = strip
      const size = [canvas.width, bottom - top] as const
      context.drawImage(canvas, 0, top, ...size, 0, y, size[0] * SMALLER, size[1] * SMALLER)
      y += rowsOf(strip)
    }
    return pgmOf(sheet)
  } finally {
    factory.destroy(sheet)
  }
}

/** Converts RGBA to luminance: a grayscale PGM file. */
function pgmOf({ canvas: { width, height }, context }: Surface): Uint8Array {
  const { data } = context.getImageData(0, 0, width, height)
  const head = Buffer.from(`P5 ${width} ${height} 255\n`)
  const file = new Uint8Array(head.length + width * height)
  file.set(head)
  for (let at = 0, to = head.length; to < file.length; at += 4)
    file[to++] = (data[at]! * 77 + data[at + 1]! * 151 + data[at + 2]! * 28) >> 8
  return whitened(file, head.length)
}

/**
 * Whitens paper that is not white, since on a nearly empty page the engine would look for letters in the grain.
 * Everything nearly as light as the most frequent shade is paper.
 */
function whitened(file: Uint8Array, start: number): Uint8Array {
  const counts = new Uint32Array(256)
  for (let at = start; at < file.length; at++) counts[file[at]!]!++
  const paper = counts.indexOf(counts.reduce((most, count) => Math.max(most, count)))
  if (paper < 255 && paper > GRAIN)
    for (let at = start; at < file.length; at++) if (file[at]! > paper - GRAIN) file[at] = 255
  return file
}

/** Variation of the paper's shade, of 255. */
const GRAIN = 40
