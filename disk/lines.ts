import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'

const BUFFER = 2 ** 20

/** The values of a file of one JSON value a line. */
export const readLines = <T>(path: string): AsyncGenerator<T> => linesIn(createReadStream(path, { encoding: 'utf8' }))

/** The values of such a text that comes in pieces. `node:readline` also ends lines at U+2028, which JSON may hold. */
export async function* linesIn<T>(chunks: AsyncIterable<string>): AsyncGenerator<T> {
  for await (const line of textLines(chunks)) yield JSON.parse(line) as T
}

/** A value with the place of its line in the file, in bytes; the end of the line is left out. */
export interface PlacedLine<T> {
  readonly value: T
  readonly start: number
  readonly bytes: number
}

/** The values of a file of one JSON value a line, and where each of them stands. */
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

/** Writes one JSON value a line, in large pieces. */
export interface LineWriter {
  write(value: unknown): Promise<void>
  /** A value that is JSON already, or several, a line each. */
  writeText(json: string): Promise<void>
  flush(): Promise<void>
}

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
