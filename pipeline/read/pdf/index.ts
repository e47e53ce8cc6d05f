import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { getDocument, PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { Rejected, type Run, type Span, span } from '../../../document/index.ts'
import type { LetterInput, ReadingLimits, ReadText } from '../index.ts'
import { appendRecognized, type RecognizedPage, recognitionOf } from '../ocr/lines.ts'
import { appendLine, linesOf, type Weights } from './lines.ts'
import { isPicture, recognizePage } from './picture.ts'

const ASSETS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/**
 * `useSystemFonts` keeps pdf.js from loading and parsing stand-ins for fonts that are not embedded (no real letter
 * embeds any): half the time of reading a letter. `fontExtraProperties` makes the names of fonts visible. Decoders of
 * pictures lie under `wasmUrl`, also in JavaScript; a larger picture than a page of 600 dots an inch is not decoded.
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
  wasmUrl: `${join(ASSETS, 'wasm')}/`,
  maxImageSize: 50_000_000,
}

/**
 * Reads the text layer of a PDF, and with a recognizer the pages that are pictures. Throws `Rejected` with E_PDF_CORRUPT, E_ENCRYPTED, E_PAGES, E_TEXT_TOO_LARGE,
 * E_OCR or E_MEMORY. pdf.js leaves out what it cannot parse and says nothing, so it is made to stop there; only then is the
 * letter read again without what is broken, and its pages called damaged.
 */
export async function readPdf(input: LetterInput, limits: ReadingLimits): Promise<ReadText> {
  try {
    return await readWith(input, limits, true)
  } catch (error) {
    if (error instanceof Rejected) throw error
    return { ...(await readWith(input, limits, false).catch(refuse)), damaged: true }
  }
}

function refuse(error: unknown): never {
  throw error instanceof Rejected ? error : new Rejected('E_PDF_CORRUPT', 'read')
}

async function readWith(input: LetterInput, limits: ReadingLimits, stopAtErrors: boolean): Promise<ReadText> {
  const { bytes } = input
  // pdf.js takes the buffer over, and wants a plain array: it gets a copy.
  const task = getDocument({ data: new Uint8Array(bytes), ...OPTIONS, stopAtErrors })
  try {
    const pdf = await task.promise
    if (!(pdf.numPages > 0)) throw new Rejected('E_PDF_CORRUPT', 'read')
    if (pdf.numPages > limits.pages) throw new Rejected('E_PAGES', 'read')
    const read = await readPages(pdf, input, limits)
    return pagesIn(bytes) > pdf.numPages ? { ...read, damaged: true } : read
  } catch (error) {
    if (error instanceof PasswordException) throw new Rejected('E_ENCRYPTED', 'read')
    if (isOutOfMemory(error)) throw new Rejected('E_MEMORY', 'read')
    throw error
  } finally {
    await task.destroy()
  }
}

/** What V8 says where the kernel refuses it a large array; pdf.js hands it on under a type of its own. */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && /allocation failed|Invalid string length/.test(error.message)

/**
 * How many page objects stand in the file for all to see. pdf.js believes the count that the page tree states, and
 * does not look for the pages after it. An object that a later part of the file replaces counts once.
 */
function pagesIn(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const numbers = new Set<string>()
  for (const { index } of text.matchAll(/\/Type ?\/Page(?![A-Za-z])/g)) {
    const before = text.slice(Math.max(0, index - 500), index)
    const number = /(\d{1,10}) \d{1,5}$/.exec(before.slice(0, Math.max(0, before.lastIndexOf(' obj'))))
    if (number) numbers.add(number[1]!)
  }
  return numbers.size
}

async function readPages(
  pdf: PDFDocumentProxy,
  { recognizer, onPicture }: LetterInput,
  limits: ReadingLimits,
): Promise<ReadText> {
  const weights: Weights = new Map()
  let text = ''
  const pages: Span[] = []
  const runs: Run[] = []
  const recognized: RecognizedPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const content = await contentOf(page, limits.characters - text.length)
    const start = text.length
    if (recognizer && (await isPicture(page, content))) {
      recognized.push(await recognizePage(pdf, page, { recognizer, onPicture }))
      text = appendRecognized(text, recognized.at(-1)!, runs)
    } else {
      await learnWeights(weights, page, content)
      for (const line of linesOf(content, weights)) text = appendLine(text, line, number, runs)
    }
    if (number < pdf.numPages) text = `${text.replace(/\n$/, '')}\f`
    pages.push(span(start, text.length))
  }
  return {
    text,
    pages,
    runs,
    ...(recognizer && recognized.length > 0 && { ocr: recognitionOf(recognizer, recognized) }),
  }
}

/** The text of a page, taken in pieces so that a page without end is given up as soon as it says too much. */
async function contentOf(page: PDFPageProxy, characters: number): Promise<TextContent> {
  const content: TextContent = { items: [], styles: {}, lang: null }
  const reader = page.streamTextContent().getReader()
  for (let left = characters; ; ) {
    const piece: { value?: TextContent; done: boolean } = await reader.read()
    if (!piece.value) return content
    for (const item of piece.value.items) {
      left -= (item as TextItem).str?.length ?? 0
      content.items.push(item)
    }
    Object.assign(content.styles, piece.value.styles)
    if (left >= 0) continue
    await reader.cancel(new Error('too much text'))
    throw new Rejected('E_TEXT_TOO_LARGE', 'read')
  }
}

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
