import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file of a dataset as listed in descriptors and the manifest. */
export interface FileEntry {
  /** Relative to the dataset, with `/`. */
  readonly path: string
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
}

/** A file in the making; its size and hash are computed as it is written, so nothing is read twice. */
export interface OpenFile {
  write(piece: Uint8Array | string): void
  /** Flushes it to disk. */
  close(): FileEntry
}

/** Creates a file below `root`, and the folders on its path. */
export function createFile(root: string, path: string): OpenFile {
  const target = join(root, path)
  mkdirSync(dirname(target), { recursive: true })
  const file = openSync(target, 'wx')
  const hash = createHash('sha256')
  let bytes = 0
  return {
    write: piece => {
      const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece
      hash.update(buffer)
      for (let at = 0; at < buffer.length; ) at += writeSync(file, buffer, at)
      bytes += buffer.length
    },
    close: () => {
      fsyncSync(file)
      closeSync(file)
      return { path, bytes, sha256: hash.digest('hex') }
    },
  }
}

/** A file that something else wrote: flushed to disk, and read once for its hash. */
export function finishedFile(root: string, path: string): FileEntry {
  const file = openSync(join(root, path), 'r+')
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(2 ** 20)
  let bytes = 0
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
    hash.update(buffer.subarray(0, read))
    bytes += read
  }
  fsyncSync(file)
  closeSync(file)
  return { path, bytes, sha256: hash.digest('hex') }
}

/** Writes a small file as a whole. */
export function writeFile(root: string, path: string, text: string): FileEntry {
  const file = createFile(root, path)
  file.write(text)
  return file.close()
}
