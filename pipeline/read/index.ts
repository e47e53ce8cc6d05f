import { createHash } from 'node:crypto'
import { type MediaType, Rejected, type SourceDocument } from '../../document/index.ts'
import { type LetterInput, LIMITS } from './input.ts'
import { readPdf } from './pdf/index.ts'
import type { ReadText } from './read-text.ts'
import { readText } from './text.ts'

export { type LetterInput, LIMITS } from './input.ts'

/** Magic numbers of files that are sometimes saved under a text or PDF name. */
const FOREIGN: readonly (readonly [type: string, magic: readonly number[]])[] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['ZIP or Office', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['OLE', [0xd0, 0xcf, 0x11, 0xe0]],
]

/** How a web page begins, after white space and a byte order mark. */
const MARKUP = /^[\s\u00ef\u00bb\u00bf]{0,100}<(?:!doctype|html|\?xml)\b/i

/** An e-mail in transfer encoding, whose text is unreadable as it stands. */
const MAIL = /^Content-Transfer-Encoding: *(?:quoted-printable|base64)\b/im

/**
 * Reads a PDF or text file into its canonical text. It does not change the bytes, and opens no file.
 *
 * @param input - the bytes of the file and its name
 * @returns the text with its pages and, for a PDF, the boxes of its words: plain data that can be stored
 * @throws `Rejected` at stage `read`, with the first of the codes from `E_TOO_LARGE` to `E_TEXT_TOO_LARGE` that applies, in
 *   the order of `REJECTION_CODES`
 */
export async function readLetter(input: LetterInput): Promise<SourceDocument> {
  const { bytes, name } = input
  if (bytes.length > LIMITS.bytes) throw new Rejected('E_TOO_LARGE', 'read')
  if (bytes.length === 0) throw new Rejected('E_EMPTY', 'read')
  const mediaType = mediaTypeOf(bytes, name)
  const read = mediaType === 'application/pdf' ? await readPdf(input, LIMITS) : readText(bytes)
  if (hasNoText(read.text))
    throw mediaType === 'application/pdf' ? noText(read, input) : new Rejected('E_EMPTY', 'read')
  if (isMostlyGarbled(read)) throw new Rejected('E_GARBLED', 'read')
  if (read.pages.length > LIMITS.pages) throw new Rejected('E_PAGES', 'read')
  if (read.text.length > LIMITS.characters) throw new Rejected('E_TEXT_TOO_LARGE', 'read')
  return { id: contentId(bytes), name, mediaType, bytes: bytes.length, ...read }
}

/** Whether most of the text is on pages whose text differs from what they show. */
function isMostlyGarbled({ text, pages, findings }: ReadText): boolean {
  const garbled = (findings?.garbled ?? []).map(number => pages[number - 1]!)
  return garbled.reduce((sum, { start, end }) => sum + end - start, 0) > text.length / 2
}

function noText({ pages, damaged }: ReadText, { recognizer }: LetterInput): Rejected {
  if (damaged) return new Rejected('E_PDF_CORRUPT', 'read', 'a damaged PDF: none of its pages has any text')
  const what = pages.length === 1 ? 'its only page has no text' : `none of its ${pages.length} pages has any text`
  const remedy = recognizer ? 'and OCR found none' : 'as in a scan; use --ocr to read scans'
  return new Rejected('E_NO_TEXT', 'read', `${what}, ${remedy}`)
}

/** Whether nothing would show in print: only white space and zero-width characters. */
const hasNoText = (text: string): boolean => !/[^\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(text)

/** Identifies a letter by the hash of its bytes. */
export const contentId = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

function mediaTypeOf(bytes: Uint8Array, name: string): MediaType {
  // Readers accept up to a kilobyte of junk before the header, and so does this one.
  const isPdf = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')
  const foreign = FOREIGN.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte))
  const namedPdf = /\.pdf$/i.test(name)
  if (isPdf && !/\.(txt|text)$/i.test(name)) return 'application/pdf'
  if (isPdf) throw new Rejected('E_TYPE', 'read', 'a PDF with the name of a text file')
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  if (MARKUP.test(head)) throw new Rejected('E_TYPE', 'read', 'the content is HTML or XML')
  if (MAIL.test(head)) throw new Rejected('E_TYPE', 'read', 'the content is an encoded mail message; save it as text')
  if (foreign) throw new Rejected('E_TYPE', 'read', `the content is ${foreign[0]}`)
  if (namedPdf) throw new Rejected('E_TYPE', 'read', 'the name ends in .pdf, but there is no PDF header')
  return 'text/plain'
}
