import { createReadStream, type Dirent, type Stats } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { MAX_BYTES, Rejected } from '../../document/index.ts'
import { addressOf, isBucketUrl } from '../bucket/address.ts'
import { hasArchiveName, isArchive } from './archive.ts'
import { type InputEntry, problemOfSize, UsageError } from './entry.ts'
import { objectEntries } from './objects.ts'
import { lstatAt, onDisk, pathFrom, realPathOf, shownName, statAt, typedPath } from './paths.ts'
import { problemOf } from './read.ts'
import { type FindOptions, isWanted, wantedMembers } from './wanted.ts'

/** The name for standard input. */
export const STDIN = '-'

/**
 * Every input that `paths` name, one entry each. A folder stands for all files below it, ordered by the code units of
 * their relative paths, so that the order is the same in every locale; an archive for its members, in archive order.
 * Links and pipes are followed and read if they are named, and refused if they are found. Hidden files, and folders
 * with the results of an ingest, are skipped unless they are named. The URL of a bucket stands for the objects below it.
 * Throws `UsageError` if a path does not exist.
 */
export async function* findInputs(paths: readonly string[], options: FindOptions = {}): AsyncGenerator<InputEntry> {
  demandInputs(paths)
  for (const path of paths) yield* inputsAt(path, options)
}

/** Throws `UsageError` if no path is given, or one that does not exist. */
export function demandInputs(paths: readonly string[]): void {
  if (paths.length === 0) throw new UsageError('no input given')
  for (const path of paths)
    if (isBucketUrl(path)) addressOf(path)
    else if (path !== STDIN && !statAt(typedPath(path))) throw new UsageError(`no such file or folder: ${path}`)
}

/** Throws `UsageError` unless the path may be that of a single letter. */
export function demandLetter(path: string): void {
  demandInputs([path])
  if (statAt(typedPath(path))?.isDirectory()) throw new UsageError(`${path} is a folder; give one letter`)
}

/** The entries of one path; if it does not exist, the entry is one that cannot be read. */
export async function* inputsAt(typed: string, options: FindOptions = {}): AsyncGenerator<InputEntry> {
  if (isBucketUrl(typed)) return yield* objectEntries(typed, options)
  const path = typedPath(typed)
  if (path === STDIN) return yield await streamEntry('/dev/stdin', 'stdin', process.stdin.fd)
  const stat = statAt(path)
  if (stat?.isFIFO()) return yield await streamEntry(resolve(path), basename(path))
  const target = realPathOf(path)
  if (options.except !== undefined && target === resolve(options.except)) return
  if (!stat?.isDirectory()) return yield* fileEntries(target, basename(path), basename(path), stat, options)
  if (await holdsResults(target)) return options.onSkip?.('results')
  yield* below(target, '', options)
}

async function* below(folder: string, parent: string, options: FindOptions): AsyncGenerator<InputEntry> {
  const found = await sorted(folder)
  if (found === undefined) return yield unreadable(folder, parent)
  for (const { name } of found) {
    const path = join(folder, name)
    if (options.except !== undefined && path === resolve(options.except)) continue
    if (name.startsWith('.')) options.onSkip?.('hidden')
    else yield* foundAt(path, `${parent}${name}`, options)
  }
}

/** What was found at a path: a folder stands for the files below it; a link is refused. */
export async function* foundAt(path: string, relative: string, options: FindOptions = {}): AsyncGenerator<InputEntry> {
  const stat = lstatAt(path)
  if (stat?.isDirectory()) {
    if (await holdsResults(path)) return options.onSkip?.('results')
    return yield* below(path, `${relative}/`, options)
  }
  // Include globs apply to the members of an archive, not to its own name.
  const { exclude } = options
  if (!isWanted(relative, hasArchiveName(path) ? { exclude } : options)) return options.onSkip?.('excluded')
  yield* fileEntries(path, basename(path), relative, stat, options)
}

async function* fileEntries(
  path: string,
  name: string,
  relative: string,
  stat: Stats | undefined,
  options: FindOptions,
): AsyncGenerator<InputEntry> {
  if (stat?.isFile() && (await isArchive(path))) return yield* wantedMembers(path, relative, options)
  const problem = stat ? problemOf(stat) : new Rejected('E_UNREADABLE', 'list')
  const bytes = stat?.isFile() ? stat.size : null
  yield { path, name: shownName(name), relative, bytes, ...(problem && { problem }) }
}

/** Input from standard input or a pipe, which can be read only once. */
async function streamEntry(path: string, name: string, fd?: number): Promise<InputEntry> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of createReadStream(path, fd === undefined ? {} : { fd, autoClose: false })) {
    chunks.push(chunk as Buffer)
    bytes += (chunk as Buffer).length
    if (bytes > MAX_BYTES) break
  }
  const problem = problemOfSize(bytes)
  return {
    path,
    name: shownName(name),
    relative: name,
    bytes,
    content: Buffer.concat(chunks),
    ...(problem && { problem }),
  }
}

/** Whether an ingest wrote its results here, so that nothing below is a letter. */
const holdsResults = async (folder: string): Promise<boolean> => lstatAt(join(folder, '.imr'))?.isDirectory() ?? false

/** A folder sorts as if its name ended in `/`, so that the walk follows the order of whole paths. */
async function sorted(folder: string): Promise<{ readonly name: string }[] | undefined> {
  const found = await readdir(onDisk(folder), { withFileTypes: true, encoding: 'buffer' }).catch(() => undefined)
  const named = (entry: Dirent<Buffer>) => {
    const name = pathFrom(entry.name)
    return { key: entry.isDirectory() ? `${name}/` : name, name }
  }
  return found?.map(named).sort((a, b) => (a.key < b.key ? -1 : 1))
}

const unreadable = (folder: string, parent: string): InputEntry => ({
  path: folder,
  name: shownName(basename(folder)),
  relative: parent === '' ? basename(folder) : parent.slice(0, -1),
  bytes: null,
  problem: new Rejected('E_UNREADABLE', 'list'),
})
