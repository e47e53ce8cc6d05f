import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { getDocument, PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Box, Rejected, type RejectionCode } from '../../../document/index.ts'
import type { LetterInput, ReadingLimits } from '../input.ts'
import { appendRecognized, type RecognizedPage, recognitionOf } from '../ocr/lines.ts'
import type { ReadText } from '../read-text.ts'
import { hasDamagedKey, latin1 } from './bytes.ts'
import { withChecksums } from './checksums.ts'
import { contextOf, drawnOn } from './drawing/operators.ts'
import { pageText, type ReadPage, readDrawing } from './page/page.ts'
import { addPage, endPage, noPages, type PagesRead, startPage, textOfPages } from './pages.ts'
import { isPicture, recognizePage } from './picture.ts'
import { type Budget, OverBudget, watchedWorker } from './port.ts'
import { withOwnPromises } from './promises.ts'
import { withoutPictures } from './undecoded.ts'

const ASSETS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/**
 * `useSystemFonts` keeps pdf.js from loading and parsing substitutes for fonts that are not embedded (no real letter
 * embeds any): half the time of reading a letter. `fontExtraProperties` makes font names available. Image decoders are
 * under `wasmUrl`, also as JavaScript; a picture larger than a page at 600 dpi is not decoded.
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
 * Reads one file with pdf.js; `pages` is the apparent size of its page tree. A broken stream is damage, whatever it
 * contains.
 */
export async function readFile(input: LetterInput, limits: ReadingLimits, pages: number): Promise<ReadText> {
  const readAll = () => readWhole(input, limits)
  const { value: read, broken } = await withChecksums(input.recognizer ? readAll : () => withoutPictures(readAll))
  return broken || pages > read.pages.length ? { ...read, damaged: true } : read
}

/**
 * pdf.js silently skips what it cannot parse, so it is made to stop there; only then is the letter read again without
 * the broken parts, and its pages marked as damaged.
 */
async function readWhole(input: LetterInput, limits: ReadingLimits): Promise<ReadText> {
  try {
    return await withOwnPromises(() => readWith(input, limits, true))
  } catch (error) {
    if (error instanceof Rejected) throw error
    const read = await withOwnPromises(() => readWith(input, limits, false)).catch(refuse)
    return (await withOwnPromises(() => hasSoundText(input.bytes)).catch(() => false))
      ? read
      : { ...read, damaged: true }
  }
}

/** Whether only pictures, patterns and the like are broken, and the text can be read without an error. */
async function hasSoundText(bytes: Uint8Array): Promise<boolean> {
  const task = getDocument({ data: new Uint8Array(bytes), ...OPTIONS, stopAtErrors: true })
  try {
    const pdf = await task.promise
    for (let number = 1; number <= pdf.numPages; number++) await (await pdf.getPage(number)).getTextContent()
    return true
  } catch {
    return false
  } finally {
    await task.destroy()
  }
}

const MOST_ATTACHED = 50

/** The PDFs attached to a file. */
export async function attachedTo(bytes: Uint8Array): Promise<Uint8Array[]> {
  const task = getDocument({ data: new Uint8Array(bytes), ...OPTIONS })
  try {
    const pdf = await withOwnPromises(() => task.promise)
    const names = [...((await withOwnPromises(() => pdf.getAttachments()))?.keys() ?? [])]
    const files: Uint8Array[] = []
    for (const name of names.slice(0, MOST_ATTACHED)) {
      const content = await withOwnPromises(() => pdf.getAttachmentContent(name))
      if (content && latin1(content.subarray(0, 5)) === '%PDF-') files.push(content)
    }
    return files
  } catch {
    return []
  } finally {
    await task.destroy()
  }
}

function refuse(error: unknown): never {
  throw error instanceof Rejected ? error : new Rejected('E_PDF_CORRUPT', 'read')
}

async function readWith(input: LetterInput, limits: ReadingLimits, stopAtErrors: boolean): Promise<ReadText> {
  const { bytes } = input
  const { worker, failed } = watchedWorker({ characters: MOST_DRAWN * limits.characters, operators: MOST_OPERATORS })
  // pdf.js takes ownership of the buffer and requires a plain array, so it gets a copy.
  const task = getDocument({ data: new Uint8Array(bytes), ...OPTIONS, stopAtErrors, worker })
  try {
    const pdf = await task.promise
    if (!(pdf.numPages > 0)) throw new Rejected('E_PDF_CORRUPT', 'read')
    if (pdf.numPages > limits.pages) throw new Rejected('E_PAGES', 'read')
    return await readPages(pdf, input, failed)
  } catch (error) {
    if (error instanceof PasswordException)
      throw new Rejected(hasDamagedKey(bytes) ? 'E_PDF_CORRUPT' : 'E_ENCRYPTED', 'read')
    if (isOutOfMemory(error)) throw new Rejected('E_MEMORY', 'read')
    if (error instanceof OverBudget) throw new Rejected(OVER[error.what], 'read')
    throw error
  } finally {
    await task.destroy()
    worker.destroy()
  }
}

/** Text may be drawn twice, for bold letters or a shadow, and some of it may be invisible. */
const MOST_DRAWN = 3
/** A letter has a thousand per page, a map some ten thousands. */
const MOST_OPERATORS = 2_000_000

const OVER: Readonly<Record<keyof Budget, RejectionCode>> = { characters: 'E_TEXT_TOO_LARGE', operators: 'E_MEMORY' }

/** V8's message if the kernel refuses a large array; pdf.js wraps it in a type of its own. */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && /allocation failed|Invalid string length/.test(error.message)

interface Reading {
  readonly pdf: PDFDocumentProxy
  readonly input: LetterInput
  readonly read: PagesRead
  readonly recognized: RecognizedPage[]
}

async function readPages(pdf: PDFDocumentProxy, input: LetterInput, failed: Promise<never>): Promise<ReadText> {
  const reading: Reading = { pdf, input, read: noPages(), recognized: [] }
  const context = contextOf(pdf, input.bytes)
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    await readPage(reading, page, readDrawing(await drawnOn(page, context, failed), page.view as unknown as Box))
  }
  const { read, recognized } = reading
  return {
    ...textOfPages(read),
    ...(input.recognizer && recognized.length > 0 && { ocr: recognitionOf(input.recognizer, recognized) }),
  }
}

async function readPage({ pdf, input, read, recognized }: Reading, page: PDFPageProxy, own: ReadPage): Promise<void> {
  const { recognizer, onPicture, bytes } = input
  if (!recognizer || !(own.garbled || (!own.blank && (await isPicture(page, pageText(own)))))) return addPage(read, own)
  const number = page.pageNumber
  const seen = await (own.garbled
    ? withOwnFonts(bytes, fonts => recognizePage(fonts, number, { recognizer, onPicture }))
    : recognizePage(pdf, number, { recognizer, onPicture }))
  recognized.push(seen)
  startPage(read)
  read.text = appendRecognized(read.text, seen, read.runs)
  endPage(read)
}

/** Text in fonts that the file lacks is drawn with those of pdf.js: other machines have other fonts, or none. */
async function withOwnFonts<T>(bytes: Uint8Array, see: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({ data: new Uint8Array(bytes), ...OPTIONS, useSystemFonts: false })
  try {
    return await see(await task.promise)
  } finally {
    await task.destroy()
  }
}
