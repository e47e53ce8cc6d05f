/** What is readable in a file without decoding its streams, which may contain other files. */
interface Outline {
  readonly text: string
  /** Where the files begin that were concatenated, as byte offsets. */
  readonly headers: readonly number[]
}

/** The bytes of a file as text, one character a byte. */
export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

function outlineOf(bytes: Uint8Array): Outline {
  const file = latin1(bytes)
  const pieces: string[] = []
  const headers: number[] = []
  for (let from = 0; from < file.length; ) {
    const stream = nextStream(file, from)
    const piece = file.slice(from, stream?.start)
    for (const { index } of piece.matchAll(/%PDF-\d/g)) if (follows(file, from + index)) headers.push(from + index)
    pieces.push(piece)
    from = stream?.end ?? file.length
  }
  return { text: pieces.join('\nendstream'), headers }
}

/** Whether a file ended before `at`, but for padding, or what a mail or a web server puts in between on lines of its own. */
function follows(file: string, at: number): boolean {
  const end = file.lastIndexOf('%%EOF', at)
  if (end < 0 || at - end > MOST_BETWEEN) return false
  const between = file.slice(end + '%%EOF'.length, at)
  return /^[\s\0]*$/.test(between) || (/[\r\n]$/.test(between) && !/\d obj\b|startxref/.test(between))
}

const MOST_BETWEEN = 2000

/**
 * The content of the next stream: as long as it states, if it ends there, or else up to the next keyword that ends one.
 */
function nextStream(file: string, from: number): { readonly start: number; readonly end: number } | null {
  const word = /(?<!end)stream\r?\n/g
  word.lastIndex = from
  const match = word.exec(file)
  if (!match) return null
  const start = match.index + match[0].length
  const dictionary = file.slice(Math.max(from, match.index - 1000), match.index)
  const length = lengthOf(file, dictionary.slice(dictionary.lastIndexOf(' obj')), start)
  if (length !== null && /^\s{0,3}endstream/.test(file.slice(start + length, start + length + 12)))
    return { start, end: start + length }
  const end = file.indexOf('endstream', start)
  return { start, end: end < 0 ? file.length : end }
}

/**
 * The length that a stream's dictionary states. If it refers to another object, the search only pays for an embedded
 * file.
 */
function lengthOf(file: string, dictionary: string, start: number): number | null {
  const [, length, generation] = /\/Length\s{1,9}(\d{1,10})(?:\s{1,9}(\d{1,5})\s{1,9}R)?/.exec(dictionary) ?? []
  if (length === undefined) return null
  if (generation === undefined) return Number(length)
  if (!file.startsWith('%PDF-', start)) return null
  const named = new RegExp(`[\\r\\n ]${length} ${generation} obj\\s{1,9}(\\d{1,10})`).exec(file)
  return named ? Number(named[1]) : null
}

/** The structure of a file outside its streams. */
export interface PdfStructure {
  /** The files that were concatenated, of which readers see only the last; usually just one. */
  readonly files: readonly Uint8Array[]
  /**
   * How many pages its page tree has, as far as it is readable without decoding. pdf.js trusts the count that the tree
   * states, and does not look for further pages. Of an object that was replaced the last version counts. A page outside
   * the tree counts too, unless the file was changed after it was written: then somebody removed it.
   */
  readonly pages: number
}

/** What is readable of a file's structure without decoding its streams. */
export function structureOf(bytes: Uint8Array): PdfStructure {
  const { text, headers } = outlineOf(bytes)
  const starts = [0, ...headers]
  return {
    files: starts.map((start, at) => bytes.subarray(start, starts[at + 1] ?? bytes.length)),
    pages: pagesIn(text),
  }
}

function pagesIn(text: string): number {
  const objects = new Map<string, string>()
  for (const piece of text.split('endobj')) {
    const [head, number] = /(\d{1,10})\s{1,9}\d{1,5}\s{1,9}obj\b/.exec(piece) ?? []
    if (number !== undefined) objects.set(number, piece.slice(piece.indexOf(head!) + head!.length))
  }
  const isPage = (number: string): boolean => PAGE.test(objects.get(number) ?? '')
  const named = [...objects.values()].flatMap(kidsIn)
  const unnamed = wasChanged(text) ? [] : [...objects.keys()].filter(one => /\/Contents\b/.test(objects.get(one)!))
  return new Set([...named, ...unnamed].filter(isPage)).size
}

/** The object numbers of the pages and subtrees in a node of the page tree. */
function kidsIn(body: string): string[] {
  const start = /\/Kids\s{0,9}\[/.exec(body)?.index ?? -1
  const end = body.indexOf(']', start)
  if (start < 0 || end < 0) return []
  return Array.from(body.slice(start, end).matchAll(/(\d{1,10})\s{1,9}\d{1,5}\s{1,9}R/g), ([, kid]) => kid!)
}

const PAGE = /\/Type\s{0,9}\/Page(?![A-Za-z])/

/** Whether objects were appended after the end of the file; a linearized file has two ends. */
const wasChanged = (text: string): boolean =>
  (text.match(/startxref/g)?.length ?? 0) > (/\/Linearized\b/.test(text) ? 2 : 1)

/** The strings for checking a password, if they are written in hexadecimal. */
const KEYS = /\/[OU]\s{0,9}<([^<>]{1,600})>/g

/** Whether the strings for checking a password are damaged: then the password is not what is wrong. */
export const hasDamagedKey = (bytes: Uint8Array): boolean =>
  Array.from(outlineOf(bytes).text.matchAll(KEYS), ([, digits]) => digits!.replace(/\s/g, '')).some(
    digits => !/^[\da-f]*$/i.test(digits) || ![64, 96, 254, 256].includes(digits.length),
  )
