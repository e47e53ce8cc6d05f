import { Rejected, type Span, spacesFor, span } from '../../document/index.ts'
import { withPlainCharacters } from './characters.ts'
import type { ReadText } from './read-text.ts'

/** Line ends of every system, the Unicode separators included. */
const LINE_END = /\r\n|[\r\n\v\u0085\u2028\u2029]/g

/** Control characters that no text holds; ESC and BEL stay, since terminal captures have them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
const CONTROL = /[\0-\x06\x08\x0e-\x1a\x1c-\x1f]/

/**
 * Reads a text file in UTF-8, UTF-16 or Windows-1252. A form feed ends a page; lines end in `\n`, and
 * characters are replaced by plain ones. Throws `Rejected` with E_ENCODING or E_BINARY.
 */
export function readText(bytes: Uint8Array): ReadText {
  const written = unpadded(decode(bytes)).replace(LINE_END, '\n')
  if (CONTROL.test(written)) throw new Rejected('E_BINARY', 'read')
  if (isInsideOfPdf(written)) throw new Rejected('E_BINARY', 'read', 'the contents of a PDF without its header')
  const text = withPlainCharacters(unnumbered(unquoted(written)))
  return { text, pages: pagesOf(text), runs: [] }
}

const PADDING: ReadonlySet<string | undefined> = new Set(['\0', '\x1a'])

/** Without what old systems put behind the end of a text, to fill its last block, and the blanks within it. */
function unpadded(text: string): string {
  let end = text.length
  for (let at = text.length; PADDING.has(text[at - 1]) || /\s/.test(text[at - 1] ?? ''); at--)
    if (PADDING.has(text[at - 1])) end = at - 1
  return text.slice(0, end)
}

/** Objects and streams, which no letter names: the file is a PDF, though its header is gone. */
const isInsideOfPdf = (text: string): boolean => /^endobj\b/m.test(text) && /^(?:endstream|startxref)\b/m.test(text)

/** "> > the injured worker": a letter that was answered or sent on by mail, line by line. */
const QUOTE = /^(?:> ?)+/gm

/** What most lines begin with is the mail's; a few may be the letter's own ("> 50 % relief"). */
function unquoted(text: string): string {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.filter(line => line.startsWith('>')).length > lines.length / 2 ? text.replace(QUOTE, '') : text
}

/** "12  The injured worker": lines numbered through, or from one on each page. */
const NUMBERED = /^[ \t]{0,8}(\d{1,4})[.:)]?(?:[ \t]|$)/

/** Most lines have a number, and each is the one after that above it, or begins a page. */
function unnumbered(text: string): string {
  const numbers = text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => Number(NUMBERED.exec(line)?.[1] ?? Number.NaN))
  const counted = numbers.filter((number, at) => number === 1 || number === numbers[at - 1]! + 1).length
  return counted > LEAST_NUMBERED && counted > numbers.length * 0.9
    ? text.replace(new RegExp(NUMBERED, 'gm'), spacesFor)
    : text
}

/** A short list is numbered too. */
const LEAST_NUMBERED = 20

function decode(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes)
  if (utf16) return decodeUtf16(bytes, utf16)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeWindows1252(bytes)
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Rejected('E_ENCODING', 'read', 'unpaired surrogates')
  }
}

/** By byte order mark, or by the zero bytes that plain English has on one side of each unit. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 512)
  const zeros = [0, 1].map(parity => head.filter((byte, at) => byte === 0 && at % 2 === parity).length)
  if (zeros[1]! > head.length * 0.4 && zeros[0] === 0) return 'utf-16le'
  if (zeros[0]! > head.length * 0.4 && zeros[1] === 0) return 'utf-16be'
  return null
}

function decodeWindows1252(bytes: Uint8Array): string {
  if (bytes.some(byte => byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d))
    throw new Rejected('E_ENCODING', 'read')
  return new TextDecoder('windows-1252').decode(bytes)
}

function pagesOf(text: string): Span[] {
  const pages: Span[] = []
  const shown = text.trimEnd().length
  for (let start = 0; ; ) {
    const feed = text.indexOf('\f', start)
    // A form feed at the very end closes the last page; it does not open an empty one.
    if (feed < 0 || feed + 1 >= shown) return [...pages, span(start, text.length)]
    pages.push(span(start, feed + 1))
    start = feed + 1
  }
}
