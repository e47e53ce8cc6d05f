import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { type Duplex, pipeline } from 'node:stream'
import { createGunzip, createGzip, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { linesIn } from '../workers/index.ts'
import type { FileEntry, OpenFile } from './file.ts'

export const COMPRESSIONS = ['zstd', 'gzip', 'none'] as const
export type Compression = (typeof COMPRESSIONS)[number]

/** What a file's name ends with. */
export const ENDINGS: Readonly<Record<Compression, string>> = { zstd: '.zst', gzip: '.gz', none: '' }

/** Writes one JSON value a line. */
export interface ValueWriter {
  add(value: unknown): Promise<void>
  close(): Promise<FileEntry>
}

/** Pieces of one size, counted in the data: where they are cut must not depend on the speed of the disk. */
const PIECE = 2 ** 20

/** One stream and no joined frames: some readers stop silently at the end of the first. */
export function ndjsonWriter(file: OpenFile, compression: Compression): ValueWriter {
  const stream = compressorOf(compression)
  stream?.on('data', piece => file.write(piece))
  let buffer = ''
  const flush = async () => {
    const piece = buffer
    buffer = ''
    if (!stream) file.write(piece)
    else if (!stream.write(piece)) await once(stream, 'drain')
  }
  return {
    add: async value => {
      buffer += `${JSON.stringify(value)}\n`
      if (buffer.length >= PIECE) await flush()
    },
    close: async () => {
      await flush()
      if (stream) await Promise.all([once(stream, 'end'), stream.end()])
      return file.close()
    },
  }
}

/** The values of such a file, by the ending of its name. */
export async function* readNdjson<T>(path: string): AsyncGenerator<T> {
  const file = createReadStream(path)
  const expander = expanderOf(path)
  // A fault reaches the reader through the stream that it reads, so that there is nothing to call back for.
  const text = expander ? pipeline(file, expander, () => undefined) : file
  yield* linesIn<T>(text.setEncoding('utf8'))
}

function compressorOf(compression: Compression): Duplex | undefined {
  if (compression === 'zstd') return createZstdCompress()
  return compression === 'gzip' ? createGzip() : undefined
}

function expanderOf(path: string): Duplex | undefined {
  if (path.endsWith(ENDINGS.zstd)) return createZstdDecompress()
  return path.endsWith(ENDINGS.gzip) ? createGunzip() : undefined
}
