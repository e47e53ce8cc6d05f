import { matchAt } from '../../../../document/index.ts'
import { Lexer } from './lexer.ts'
import { refuse } from './not-plain.ts'
import { type Dictionary, isCount, isDictionary, isList } from './objects.ts'

/** Where an object is: at an offset of the file, or at a place in an object stream. */
export type ObjectPlace =
  | { readonly offset: number; readonly generation: number }
  | { readonly stream: number; readonly index: number }

/** Where the objects of a file are, by number, and its trailer. */
export interface CrossReferences {
  readonly entries: ReadonlyMap<number, ObjectPlace>
  readonly trailer: Dictionary
}

/** The end of a file that was written once (ISO 32000-1, 7.5.5). */
const TAIL = /[\r\n]startxref[\r\n]+(\d{1,9})[\r\n]+%%EOF[\r\n]*$/

/**
 * Where the cross-references begin. A file with several such places was changed after it was written, or is
 * linearized: pdf.js reads it.
 */
export function startOf(file: string): number {
  if (!/^%PDF-1\.[0-7][\r\n]/.test(file.slice(0, 10)) || file.slice(0, 1024).includes('/Linearized'))
    refuse('structure')
  const [, offset] = TAIL.exec(file.slice(-64)) ?? []
  if (offset === undefined || file.indexOf('startxref') !== file.lastIndexOf('startxref')) refuse('structure')
  return Number(offset)
}

/** A cross-reference table and its trailer (7.5.4). */
export function tableAt(file: string, start: number): CrossReferences {
  const entries = new Map<number, ObjectPlace>()
  let at = start + skipped(/xref[\r\n]+/y, file, start)
  for (;;) {
    const [head, first, count] = matchAt(/(\d{1,7}) (\d{1,7}) ?[\r\n]+/y, file, at) ?? []
    if (head === undefined) break
    at += head.length
    for (let number = Number(first); number < Number(first) + Number(count); number++, at += 20)
      addRow(entries, number, file.slice(at, at + 20))
  }
  const lexer = new Lexer(file, at)
  lexer.expect('trailer')
  const trailer = lexer.object()
  return isDictionary(trailer) ? { entries, trailer } : refuse('cross-reference')
}

function addRow(entries: Map<number, ObjectPlace>, number: number, row: string): void {
  const [, offset, generation, kind] = /^(\d{10}) (\d{5}) ([fn])(?: [\r\n]|\r\n)$/.exec(row) ?? []
  if (kind === undefined || entries.has(number) || (number === 0 && kind === 'n')) refuse('cross-reference')
  if (kind === 'n') entries.set(number, { offset: Number(offset), generation: Number(generation) })
}

const skipped = (pattern: RegExp, text: string, at: number): number =>
  matchAt(pattern, text, at)?.[0].length ?? refuse('cross-reference')

/** The content of a cross-reference stream (7.5.8). */
export function entriesIn(content: Uint8Array, dictionary: Dictionary): ReadonlyMap<number, ObjectPlace> {
  const [widths, size] = [dictionary.get('/W'), dictionary.get('/Size')]
  const index = dictionary.get('/Index') ?? [0, size!]
  if (!isList(widths) || widths.length !== 3 || !widths.every(isWidth)) refuse('cross-reference')
  if (!isList(index) || index.length % 2 === 1 || !index.every(isCount)) refuse('cross-reference')
  const entries = new Map<number, ObjectPlace>()
  const fields = fieldsIn(content, widths)
  for (let at = 0; at < index.length; at += 2)
    for (let number = index[at]!; number < index[at]! + index[at + 1]!; number++)
      addEntry(entries, number, fields.next().value ?? refuse('cross-reference'))
  return fields.next().done ? entries : refuse('cross-reference')
}

const isWidth = (width: unknown): width is number =>
  isCount(width as number) && (width as number) >= 1 && (width as number) <= 4

function* fieldsIn(content: Uint8Array, widths: readonly number[]): Generator<readonly number[], undefined> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length)
  const [type, second, third] = widths as [number, number, number]
  const width = type + second + third
  if (bytes.length % width !== 0) refuse('cross-reference')
  for (let at = 0; at < bytes.length; at += width)
    yield [bytes.readUIntBE(at, type), bytes.readUIntBE(at + type, second), bytes.readUIntBE(at + type + second, third)]
}

function addEntry(entries: Map<number, ObjectPlace>, number: number, [type, second, third]: readonly number[]): void {
  if (entries.has(number)) refuse('cross-reference')
  if (type === 1) entries.set(number, { offset: second!, generation: third! })
  else if (type === 2) entries.set(number, { stream: second!, index: third! })
  else if (type !== 0) refuse('cross-reference')
}
