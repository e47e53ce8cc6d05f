import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  createReadStream,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  type Stats,
} from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { Rejected } from '../../document/index.ts'
import { sha256 } from '../store/outcome.ts'

const MAX_BYTES = 25 * 1024 * 1024

/** A file that was found, or a thing in its place that can be no letter. */
export interface InputEntry {
  /** Absolute path. */
  readonly path: string
  /** Base name. */
  readonly name: string
  /** Path below the folder that was asked for, with `/`; the base name of a file asked for by itself. */
  readonly relative: string
  /** Size as listed, or null where there are no bytes to read. */
  readonly bytes: number | null
  readonly problem?: Rejected
}

/** Wrong use of the command: nothing was read or written. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/**
 * Every input that `paths` name, one entry each: a folder stands for all files below it, ordered by the code units
 * of their relative paths, so that the order is the same in every locale. `except` is a folder to leave out,
 * such as the one that is written to.
 */
export async function* listInputs(paths: readonly string[], except?: string): AsyncGenerator<InputEntry> {
  if (paths.length === 0) throw new UsageError('no input given')
  for (const path of paths) await demand(path)
  const left = except === undefined ? undefined : resolve(except)
  for (const path of paths.map(path => resolve(path))) yield* below(path, basename(path), left, '')
}

/**
 * The bytes of an entry, read without following links. Throws `Rejected`. Calls that wait take a fraction of the CPU
 * of promises, and nothing else is to be done meanwhile.
 */
export async function readInput(entry: Pick<InputEntry, 'path' | 'problem'>): Promise<Uint8Array> {
  if (entry.problem) throw entry.problem
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

/** An input as it was found: its bytes with their hash, or why they are not read. */
export interface Inspection {
  /** Hex SHA-256 of the bytes; null where there are none to be had. */
  readonly hash: string | null
  readonly content: Uint8Array | null
  readonly problem?: unknown
}

/** Reads and hashes an input. A file that is refused for its size has a hash too: byte-equal inputs are one. */
export async function inspect(entry: InputEntry): Promise<Inspection> {
  try {
    const content = await readInput(entry)
    return { hash: sha256(content), content }
  } catch (problem) {
    return { hash: await hashOfRefused(entry), content: null, problem }
  }
}

async function hashOfRefused({ path, bytes }: InputEntry): Promise<string | null> {
  if (bytes === 0) return sha256('')
  if (bytes === null || bytes <= MAX_BYTES) return null
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path, { fd: openFile(path) })) hash.update(chunk)
    return hash.digest('hex')
  } catch {
    return null
  }
}

async function demand(path: string): Promise<void> {
  await lstat(resolve(path)).catch(() => {
    throw new UsageError(`no such file or folder: ${path}`)
  })
}

async function* below(
  path: string,
  relative: string,
  except: string | undefined,
  parent: string,
): AsyncGenerator<InputEntry> {
  if (path === except) return
  const stat = lookAt(path)
  if (!stat?.isDirectory()) return yield entryOf(path, relative, stat)
  const names = await namesIn(path)
  if (names === undefined) return yield entryOf(path, relative, undefined)
  for (const name of names) yield* below(join(path, name), `${parent}${name}`, except, `${parent}${name}/`)
}

function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path)
  } catch {
    return undefined
  }
}

/** A folder sorts as if its name ended in `/`: then the walk follows the order of whole paths. */
async function namesIn(folder: string): Promise<string[] | undefined> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
  const key = (entry: Dirent) => (entry.isDirectory() ? `${entry.name}/` : entry.name)
  return found
    ?.map(entry => ({ key: key(entry), name: entry.name }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(entry => entry.name)
}

function entryOf(path: string, relative: string, stat: Stats | undefined): InputEntry {
  const problem = stat ? problemOf(stat) : new Rejected('E_UNREADABLE', 'list')
  const bytes = stat?.isFile() ? stat.size : null
  return { path, name: basename(path), relative, bytes, ...(problem && { problem }) }
}

function problemOf(stat: Stats): Rejected | undefined {
  if (stat.isSymbolicLink()) return new Rejected('E_SYMLINK', 'list')
  if (!stat.isFile()) return new Rejected('E_NOT_REGULAR', 'list')
  return problemOfSize(stat.size)
}

function problemOfSize(bytes: number): Rejected | undefined {
  if (bytes > MAX_BYTES) return new Rejected('E_TOO_LARGE', 'list')
  return bytes === 0 ? new Rejected('E_EMPTY', 'list') : undefined
}

function refuse(problem: Rejected | undefined): void {
  if (problem) throw problem
}

/** A link or a pipe may have taken the file's place since it was listed: follow nothing, wait for nothing. */
function openFile(path: string): number {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  try {
    return openSync(path, flags)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Rejected(code === 'ELOOP' ? 'E_SYMLINK' : 'E_UNREADABLE', 'read')
  }
}
