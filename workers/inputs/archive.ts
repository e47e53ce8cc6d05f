import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { Rejected } from '../../document/index.ts'
import { type InputEntry, problemOfSize } from './entry.ts'
import { shownName } from './paths.ts'

/** Extensions of archives, and the content each must have. */
const KINDS: readonly (readonly [ending: RegExp, mime: string])[] = [
  [/\.zip$/i, 'application/zip'],
  [/\.tar$/i, 'application/x-tar'],
  [/\.t(?:ar\.)?gz$/i, 'application/gzip'],
]

/** Maximum expansion of an archive; letters as text reach about five. */
const MOST_EXPANSION = 100
/** Archives below this size when unpacked are exempt: a bomb of this size does no harm. */
const HARMLESS_BYTES = 256 * 1024 * 1024

/** Whether a file is named like an archive. */
export const hasArchiveName = (path: string): boolean => mimeByName(path) !== undefined

/** Whether a file is a zip, tar or gzipped tar by its name and first bytes. */
export async function isArchive(path: string): Promise<boolean> {
  const mime = mimeByName(path)
  if (mime === undefined) return false
  const { fileTypeFromFile } = await import('file-type')
  return (await fileTypeFromFile(path).catch(() => undefined))?.mime === mime
}

const mimeByName = (path: string): string | undefined => KINDS.find(([ending]) => ending.test(path))?.[1]

/**
 * The files in an archive with their bytes, in archive order. An archive that is damaged, or expands far too much,
 * yields a final entry with E_ARCHIVE; what was read before remains valid.
 */
export async function* archiveMembers(path: string, relative: string): AsyncGenerator<InputEntry> {
  const members = mimeByName(path) === 'application/zip' ? zipMembers(path) : tarMembers(path)
  const budget = openBudget(statSync(path).size)
  try {
    for await (const { name, bytes, read } of members) {
      const problem = problemOfSize(bytes)
      if (!problem && !budget(bytes)) throw new Error('the unpacked archive is too large')
      const entry = {
        path: `${path}!/${name}`,
        name: shownName(basename(name)),
        relative: `${relative}!/${name}`,
        bytes,
      }
      if (problem) yield { ...entry, problem }
      else
        yield await read().then(
          content => ({ ...entry, content }),
          () => ({ ...entry, problem: new Rejected('E_UNREADABLE', 'list') }),
        )
    }
  } catch {
    yield { path, name: shownName(basename(path)), relative, bytes: null, problem: new Rejected('E_ARCHIVE', 'list') }
  }
}

/** Counts unpacked bytes; false once there are too many for an archive of this size. */
function openBudget(packed: number): (bytes: number) => boolean {
  let unpacked = 0
  return bytes => {
    unpacked += bytes
    return unpacked <= Math.max(HARMLESS_BYTES, packed * MOST_EXPANSION)
  }
}

interface Member {
  /** Path in the archive, with `/`. */
  readonly name: string
  /** Size when unpacked, as the archive states it. */
  readonly bytes: number
  readonly read: () => Promise<Uint8Array>
}

async function* zipMembers(path: string): AsyncGenerator<Member> {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  try {
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) yield zipMember(zip, entry)
  } finally {
    zip.close()
  }
}

const zipMember = (zip: ZipFile, entry: Entry): Member => ({
  name: plainName(entry.fileName),
  bytes: entry.uncompressedSize,
  read: async () => bytesOfStream(await zip.openReadStreamPromise(entry)),
})

async function* tarMembers(path: string): AsyncGenerator<Member> {
  const { extract } = await import('tar-stream')
  const unpack = extract()
  const file = createReadStream(path)
  const packed: Readable = /gz$/i.test(path) ? file.pipe(createGunzip()) : file
  const fail = (error: Error) => unpack.destroy(error)
  file.on('error', fail)
  packed.on('error', fail).pipe(unpack as unknown as NodeJS.WritableStream)
  try {
    for await (const entry of unpack) {
      const { name, size, type } = entry.header
      if (type === 'file') yield { name: plainName(name), bytes: size, read: () => bytesOfStream(entry) }
      // A member that was not read still has to be skipped.
      for await (const _ of entry);
    }
  } finally {
    file.destroy()
  }
}

const plainName = (name: string): string => name.replace(/^(?:\.?\/)+/, '')

async function bytesOfStream(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
