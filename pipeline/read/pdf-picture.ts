import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextContent } from 'pdfjs-dist/types/src/display/api.js'
import type { Box } from '../../document/index.ts'
import type { Recognizer } from './ocr.ts'
import { type RecognizedPage, recognizedLines, type Word } from './ocr-lines.ts'

/** What the engine is made for. */
export const DOTS_AN_INCH = 300

const POINTS_AN_INCH = 72
/** A page of legal paper has eleven million dots; a poster is drawn with fewer dots an inch. */
const MOST_DOTS = 12_000_000

/** Signs that a stamp, a fax line or a page number puts on top of a scan at most. */
const FEW_SIGNS = 200
/** Dots of a picture that may be a whole page; logos and signatures have fewer. */
const PAGE_DOTS = 500_000

/** Whether the text of a page is in its picture: there is none besides, or hardly any. */
export async function isPicture(page: PDFPageProxy, { items }: TextContent): Promise<boolean> {
  const signs = items.reduce((sum, item) => sum + ('str' in item ? item.str.replace(/\s/g, '').length : 0), 0)
  return signs === 0 || (signs < FEW_SIGNS && (await drawsPagePicture(page)))
}

async function drawsPagePicture(page: PDFPageProxy): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList()
  return fnArray.some((operator, at) => {
    const [, width, height] = argsArray[at] ?? []
    return operator === OPS.paintImageXObject && width * height > PAGE_DOTS
  })
}

/** Draws a page and reads its picture. */
export async function recognizePage(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy,
  { recognize }: Recognizer,
): Promise<RecognizedPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(DOTS_AN_INCH / POINTS_AN_INCH, Math.sqrt(MOST_DOTS / (width * height)))
  const viewport = page.getViewport({ scale })
  const lines = recognizedLines(await recognize(await drawn(pdf, page, viewport)))
  return { number: page.pageNumber, lines, boxOf: word => boxOf(word, viewport) }
}

type Viewport = ReturnType<PDFPageProxy['getViewport']>

/** A turned page has its corners elsewhere. */
function boxOf({ left, top, right, bottom }: Word, viewport: Viewport): Box {
  const [x0, y0] = viewport.convertToPdfPoint(left, bottom) as [number, number]
  const [x1, y1] = viewport.convertToPdfPoint(right, top) as [number, number]
  const box: Box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
  return box.map(points => Math.round(points * 10) / 10) as unknown as Box
}

/** That of pdf.js, whose types know browsers only. */
interface CanvasFactory {
  create(width: number, height: number): { readonly canvas: Canvas; readonly context: SKRSContext2D }
  destroy(surface: ReturnType<CanvasFactory['create']>): void
}

/** The page in shades of grey on white, as a PGM file. */
async function drawn(pdf: PDFDocumentProxy, page: PDFPageProxy, viewport: Viewport): Promise<Uint8Array> {
  const factory = pdf.canvasFactory as CanvasFactory
  const surface = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const { canvas, context } = surface
  try {
    await page.render({ canvas, canvasContext: context, viewport, background: 'white' } as never).promise
    return pgmOf(context.getImageData(0, 0, canvas.width, canvas.height))
  } finally {
    factory.destroy(surface)
    page.cleanup()
  }
}

/** Red, green, blue and opacity become one shade, weighed as the eye does. */
function pgmOf({ data, width, height }: ReturnType<SKRSContext2D['getImageData']>): Uint8Array {
  const head = Buffer.from(`P5 ${width} ${height} 255\n`)
  const file = new Uint8Array(head.length + width * height)
  file.set(head)
  for (let at = 0, to = head.length; to < file.length; at += 4)
    file[to++] = (data[at]! * 77 + data[at + 1]! * 151 + data[at + 2]! * 28) >> 8
  return file
}
