import { inflateSync } from 'node:zlib'
import { streamsIn } from '../bytes.ts'

/** A stretch of marked content as pdf.js tells of it: its tag, and its number in the structure of the page. */
export interface MarkedContent {
  readonly tag: string
  readonly number: number | null
}

/** A mark as it stands in a file, with the text that stands for what it holds. */
interface WrittenMark extends MarkedContent {
  readonly text: string | null
}

/** Whether what is marked so may have a text that stands for it; such marks are rare. */
export const mayHaveText = ({ tag, number }: MarkedContent): boolean =>
  tag === 'Span' || (number === null && tag !== 'OC' && tag !== 'Artifact')

/** For each page that is asked for in turn, the texts by place of their marks on the page. */
export type ActualTexts = (marks: readonly MarkedContent[]) => ReadonlyMap<number, string>

/**
 * The texts that stand for what is drawn, as `/Span << /ActualText (5 mg) >> BDC` has one. pdf.js does not tell them, so
 * they are looked for in the streams of the file; a stream is known by its marks, which a page has in the same order.
 */
export function actualTextsIn(bytes: Uint8Array): ActualTexts {
  const left = streamsIn(bytes)
    .map(contentOf)
    .filter(content => content.includes('/ActualText'))
    .map(marksIn)
  return marks => {
    const texts = new Map<number, string>()
    for (let at = 0; at < left.length; at++) {
      const start = placeOf(left[at]!, marks)
      if (start < 0) continue
      for (const [index, { text }] of left[at]!.entries()) if (text !== null) texts.set(start + index, text)
      left.splice(at--, 1)
    }
    return texts
  }
}

/** A content that is larger is none of a letter. */
const MOST_BYTES = 4 * 1024 * 1024

function contentOf(stream: Uint8Array): string {
  const plain = Buffer.from(stream.buffer, stream.byteOffset, stream.length)
  if ((plain[0]! & 0x0f) !== 8) return plain.toString('latin1')
  try {
    return inflateSync(plain, { maxOutputLength: MOST_BYTES }).toString('latin1')
  } catch {
    return plain.toString('latin1')
  }
}

/** A tag, its properties or their name, and the operator. */
const MARK =
  /\/([A-Za-z0-9_]{1,40})\s{0,9}(?:<<((?:[^<>()\\]|\\.|<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\[\s\S])*\))*)>>|\/[^\s/<>()[\]]{1,80})\s{0,9}BDC\b/g

function marksIn(content: string): WrittenMark[] {
  return Array.from(content.matchAll(MARK), ([, tag, properties = '']) => {
    const number = /\/MCID\s{0,9}(\d{1,9})/.exec(properties)?.[1]
    return { tag: tag!, number: number === undefined ? null : Number(number), text: textIn(properties) }
  })
}

function textIn(properties: string): string | null {
  const [, plain, hex] = /\/ActualText\s{0,9}(?:\(((?:[^()\\]|\\[\s\S])*)\)|<([0-9A-Fa-f\s]*)>)/.exec(properties) ?? []
  if (hex !== undefined) return decoded(Buffer.from(hex.replace(/\s/g, ''), 'hex'))
  return plain === undefined ? null : decoded(Buffer.from(plain.replace(ESCAPED, unescaped), 'latin1'))
}

const ESCAPED = /\\(?:([0-7]{1,3})|([\s\S]))/g
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }
const unescaped = (_all: string, octal: string | undefined, letter: string): string =>
  octal === undefined ? (LETTERS[letter] ?? letter) : String.fromCharCode(Number.parseInt(octal, 8) & 0xff)

/** With a byte order mark a text is UTF-16 or UTF-8, else of one byte a character. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes)
  return new TextDecoder('windows-1252').decode(bytes)
}

/** Where a page has the marks of a stream one behind the other; -1 where it has not. */
function placeOf(written: readonly WrittenMark[], marks: readonly MarkedContent[]): number {
  const last = marks.length - written.length
  for (let start = 0; start <= last; start++)
    if (written.every(({ tag, number }, at) => marks[start + at]!.tag === tag && marks[start + at]!.number === number))
      return start
  return -1
}
