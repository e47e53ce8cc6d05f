import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { linesIn } from '../../disk/index.ts'
import type { FileEntry, OpenFile } from './file.ts'

/** How NDJSON may be compressed. */
export const COMPRESSIONS = ['zstd', 'gzip', 'none'] as const
/** One of them. */
export type Compression = (typeof COMPRESSIONS)[number]

/** The extension of a file. */
export const ENDINGS: Readonly<Record<Compression, string>> = { zstd: '.zst', gzip: '.gz', none: '' }

/** Writes one JSON value per line. */
export interface ValueWriter {
  add(value: unknown): Promise<void>
  close(): Promise<FileEntry>
}

/** Pieces of equal size in bytes of data: where they are cut must not depend on the speed of the disk. */
const PIECE = 2 ** 20

/** A single stream rather than concatenated frames: some readers silently stop after the first. */
export function ndjsonWriter(file: OpenFile, compression: Compression): ValueWriter {
  const output = compression === 'none' ? plain(file) : compressed(file, compressorOf(compression))
  let buffer = ''
  const flush = async () => {
    const piece = buffer
    buffer = ''
    await output.write(piece)
  }
  return {
    add: async value => {
      buffer += `${JSON.stringify(value)}\n`
      if (buffer.length >= PIECE) await flush()
    },
    close: async () => {
      await flush()
      await output.end()
      return file.close()
    },
  }
}

interface Output {
  write(piece: string): Promise<void>
  end(): Promise<void>
}

const plain = (file: OpenFile): Output => ({
  write: async piece => file.write(piece),
  end: async () => undefined,
})

function compressed(file: OpenFile, compressor: Duplex): Output {
  const written = pipeline(compressor, async pieces => {
    for await (const piece of pieces) file.write(piece)
  })
  // Errors of the disk are thrown where somebody waits: at the next full buffer, or at the end.
  written.catch(() => undefined)
  return {
    write: async piece => {
      if (compressor.destroyed) return written
      if (!compressor.write(piece)) await Promise.race([once(compressor, 'drain'), written])
    },
    end: () => {
      compressor.end()
      return written
    },
  }
}

/** The values of such a file, by its extension. */
export async function* readNdjson<T>(path: string): AsyncGenerator<T> {
  const file = createReadStream(path)
  const expander = expanderOf(path)
  // Errors reach the reader through the stream that it reads.
  if (expander) pipeline(file, expander).catch(() => undefined)
  yield* linesIn<T>((expander ?? file).setEncoding('utf8'))
}

const compressorOf = (compression: 'zstd' | 'gzip'): Duplex =>
  compression === 'zstd' ? createZstdCompress() : createGzip()

function expanderOf(path: string): Duplex | undefined {
  if (path.endsWith(ENDINGS.zstd)) return createZstdDecompress()
  return path.endsWith(ENDINGS.gzip) ? createGunzip() : undefined
}
