import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'

const BUFFER = 2 ** 20

/** The values of a file with one JSON value per line. */
export const readLines = <T>(path: string): AsyncGenerator<T> => linesIn(createReadStream(path, { encoding: 'utf8' }))

/**
 * The values of such a text that arrives in chunks. `node:readline` also breaks lines at U+2028, which JSON may
 * contain.
 */
export async function* linesIn<T>(chunks: AsyncIterable<string>): AsyncGenerator<T> {
  for await (const line of textLines(chunks)) yield JSON.parse(line) as T
}

/** A value and the position of its line in the file, in bytes without the line end. */
export interface PlacedLine<T> {
  readonly value: T
  readonly start: number
  readonly bytes: number
}

/** The values of a file with one JSON value per line, and their positions. */
export async function* readPlacedLines<T>(path: string): AsyncGenerator<PlacedLine<T>> {
  let start = 0
  for await (const line of textLines(createReadStream(path, { encoding: 'utf8' }))) {
    const bytes = Buffer.byteLength(line)
    yield { value: JSON.parse(line) as T, start, bytes }
    start += bytes + 1
  }
}

async function* textLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

/** Writes one JSON value per line, in large chunks. */
export interface LineWriter {
  write(value: unknown): Promise<void>
  /** Writes text that is JSON already: one value, or several with a line each. */
  writeText(json: string): Promise<void>
  flush(): Promise<void>
}

/** Writes lines to an open file; call `flush` at the end. */
export function lineWriter(file: FileHandle): LineWriter {
  let buffer = ''
  const flush = async () => {
    const piece = buffer
    buffer = ''
    if (piece !== '') await file.writeFile(piece)
  }
  const writeText = async (json: string) => {
    buffer += `${json}\n`
    if (buffer.length >= BUFFER) await flush()
  }
  return { write: value => writeText(JSON.stringify(value)), writeText, flush }
}
