import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'

const BUFFER = 2 ** 20

/** The values of a file of one JSON value a line. */
export const readLines = <T>(path: string): AsyncGenerator<T> => linesIn(createReadStream(path, { encoding: 'utf8' }))

/** The values of such a text that comes in pieces. `node:readline` also ends lines at U+2028, which JSON may hold. */
export async function* linesIn<T>(chunks: AsyncIterable<string>): AsyncGenerator<T> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as T
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
