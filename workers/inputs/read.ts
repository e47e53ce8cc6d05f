import { createHash } from 'node:crypto'
import { closeSync, constants, createReadStream, fstatSync, openSync, readFileSync, type Stats } from 'node:fs'
import { MAX_BYTES, Rejected } from '../../document/index.ts'
import { isBucketUrl } from '../bucket/address.ts'
import { BucketError } from '../bucket/faults.ts'
import { objectChunks, readObject } from '../bucket/objects.ts'
import { sha256 } from '../store/outcome.ts'
import { type InputEntry, problemOfSize, UsageError } from './entry.ts'
import { onDisk } from './paths.ts'

/**
 * The bytes of an entry, read without following links. Throws `Rejected`. Synchronous calls take a fraction of the CPU
 * of promises, and there is nothing else to do meanwhile.
 */
export async function readInput(entry: Pick<InputEntry, 'path' | 'problem' | 'content' | 'read'>): Promise<Uint8Array> {
  if (entry.problem) throw entry.problem
  if (entry.content) return entry.content
  if (entry.read) return entry.read()
  if (isBucketUrl(entry.path)) return readInBucket(entry.path)
  const file = openFile(entry.path)
  try {
    refuse(problemOf(fstatSync(file)))
    const bytes = readFileSync(file)
    refuse(problemOfSize(bytes.length))
    return bytes
  } catch (error) {
    throw error instanceof Rejected ? error : new Rejected('E_UNREADABLE', 'read')
  } finally {
    closeSync(file)
  }
}

/** An object that is gone, or that this user may not read, is an input that cannot be read. */
export async function readInBucket(url: string): Promise<Uint8Array> {
  const bytes = await readObject(url, MAX_BYTES).catch((error: unknown) => {
    if (error instanceof BucketError && error.code === 'AccessDenied') return undefined
    throw error
  })
  if (!bytes) throw new Rejected('E_UNREADABLE', 'read')
  refuse(problemOfSize(bytes.length))
  return bytes
}

/** An input as it was found: its bytes with their hash, or why they are not read. */
export interface Inspection {
  /** Hex SHA-256 of the bytes; null if there are none. */
  readonly hash: string | null
  readonly content: Uint8Array | null
  readonly problem?: unknown
}

/** Reads and hashes an input. A file rejected for its size gets a hash too, since byte-equal inputs are one. */
export async function inspect(entry: InputEntry): Promise<Inspection> {
  try {
    const content = await readInput(entry)
    return { hash: sha256(content), content }
  } catch (problem) {
    // A server that does not answer is not the fault of this input.
    if (problem instanceof BucketError || problem instanceof UsageError) throw problem
    return { hash: await hashOfRefused(entry), content: null, problem }
  }
}

async function hashOfRefused({ path, bytes, content }: InputEntry): Promise<string | null> {
  if (content) return sha256(content)
  if (bytes === 0) return sha256('')
  if (bytes === null || bytes <= MAX_BYTES) return null
  const hash = createHash('sha256')
  try {
    for await (const chunk of chunksAt(path)) hash.update(chunk)
    return hash.digest('hex')
  } catch {
    return null
  }
}

const chunksAt = (path: string): AsyncIterable<Uint8Array> =>
  isBucketUrl(path) ? objectChunks(path) : createReadStream('', { fd: openFile(path) })

/** Why what is at a path cannot be a letter, if so. */
export function problemOf(stat: Stats): Rejected | undefined {
  if (stat.isSymbolicLink()) return new Rejected('E_SYMLINK', 'list')
  if (!stat.isFile()) return new Rejected('E_NOT_REGULAR', 'list')
  return problemOfSize(stat.size)
}

function refuse(problem: Rejected | undefined): void {
  if (problem) throw problem
}

/** A link or a pipe may have replaced the file since it was listed: do not follow, do not block. */
function openFile(path: string): number {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  try {
    return openSync(onDisk(path), flags)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Rejected(code === 'ELOOP' ? 'E_SYMLINK' : 'E_UNREADABLE', 'read')
  }
}
