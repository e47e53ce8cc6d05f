import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { openScratch } from '../../disk/index.ts'
import { Rejected } from '../../document/index.ts'
import { addressOf, asFolder, isBucketUrl, type ObjectAddress, urlOf } from '../bucket/address.ts'
import { downloadObject, type ListedObject, listObjects } from '../bucket/objects.ts'
import { hasArchiveName, isArchive } from './archive.ts'
import { type InputEntry, problemOfSize } from './entry.ts'
import { shownName } from './paths.ts'
import { readInBucket } from './read.ts'
import { type FindOptions, isWanted, wantedMembers } from './wanted.ts'

/**
 * The objects that a URL names: one object, or all below a prefix that is read as a folder, in the order in which
 * S3 lists them. The same are skipped as in folders. If there is nothing, the entry is one that cannot be read.
 */
export async function* objectEntries(url: string, options: FindOptions = {}): AsyncGenerator<InputEntry> {
  let listed = false
  for await (const entry of inAdvance(foundEntries(url, options, () => (listed = true)))) yield entry
  if (!listed) yield unreadable(url)
}

async function* foundEntries(url: string, options: FindOptions, onListed: () => void): AsyncGenerator<InputEntry> {
  const address = addressOf(url)
  const folder = { ...address, key: asFolder(address.key) }
  const isResult = resultsIn(folder, options)
  for await (const object of namedObjects(url)) {
    onListed()
    if (object.key === address.key) return yield* entriesOf(object, basename(object.key), options)
    const relative = object.key.slice(folder.key.length)
    // Some tools keep an empty object for each folder.
    if (isResult(object.key) || object.key.endsWith('/')) continue
    if (/(?:^|\/)\./.test(relative)) options.onSkip?.('hidden')
    else yield* entriesOf(object, relative, options)
  }
}

/** An object with exactly this key, or those below it. */
async function* namedObjects(url: string): AsyncGenerator<ListedObject> {
  const address = addressOf(url)
  const folder = asFolder(address.key)
  if (folder !== address.key)
    for await (const object of listObjects(address, 1)) {
      if (object.key === address.key) return yield object
      break
    }
  yield* listObjects({ ...address, key: folder })
}

/**
 * Whether a key belongs to results, which are no letters: what follows an object below `.imr/`, or the output folder.
 * A folder of results is counted once.
 */
function resultsIn(root: ObjectAddress, { except, onSkip }: FindOptions): (key: string) => boolean {
  const output = except !== undefined && isBucketUrl(except) ? addressOf(except) : undefined
  const out = output?.bucket === root.bucket ? asFolder(output.key) : undefined
  let folder: string | undefined
  return key => {
    if (out !== undefined && key.startsWith(out)) return true
    if (folder !== undefined && key.startsWith(folder)) return true
    const at = key.slice(root.key.length).search(/(?<![^/])\.imr\//)
    if (at < 0) return false
    folder = key.slice(0, root.key.length + at)
    onSkip?.('results')
    return true
  }
}

async function* entriesOf(object: ListedObject, relative: string, options: FindOptions): AsyncGenerator<InputEntry> {
  const { url, key, bytes } = object
  const { exclude } = options
  // Include globs apply to the members of an archive, not to its own name.
  if (!isWanted(relative, hasArchiveName(key) ? { exclude } : options)) return options.onSkip?.('excluded')
  const problem = problemOfSize(bytes)
  const entry = { path: url, name: shownName(basename(key)), relative, bytes }
  if (hasArchiveName(key) && bytes > 0) yield* archiveEntries(entry, options)
  else yield problem ? { ...entry, problem } : { ...entry, read: () => readInBucket(url) }
}

/** An archive has to be on a disk for its members to be read. */
async function* archiveEntries(entry: InputEntry, options: FindOptions): AsyncGenerator<InputEntry> {
  const { path: url, relative } = entry
  const scratch = await openScratch()
  const file = join(scratch, `archive${endingOf(url)}`)
  try {
    await downloadObject(url, file)
    if (await isArchive(file))
      for await (const member of wantedMembers(file, relative, options))
        yield {
          ...member,
          path: `${url}${member.path.slice(file.length)}`,
          name: member.path === file ? entry.name : member.name,
        }
    else {
      const problem = problemOfSize(entry.bytes ?? 0)
      yield problem ? { ...entry, problem } : { ...entry, read: () => readInBucket(url) }
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** The ending by which the kind of an archive is known; the rest of a key may be too long for a file name. */
const endingOf = (url: string): string => /(?:\.tar)?\.[^./]*$/.exec(url)?.[0] ?? ''

/** How many objects are fetched at the same time: one after another, the way to the server would take most of the time. */
const IN_ADVANCE = 16

/** Begins to read entries before it is their turn. */
async function* inAdvance(entries: AsyncIterable<InputEntry>): AsyncGenerator<InputEntry> {
  const ready: InputEntry[] = []
  for await (const entry of entries) {
    ready.push(begun(entry))
    if (ready.length >= IN_ADVANCE) yield ready.shift()!
  }
  yield* ready
}

function begun(entry: InputEntry): InputEntry {
  if (!entry.read) return entry
  const bytes = entry.read()
  bytes.catch(() => {})
  return { ...entry, read: () => bytes }
}

const unreadable = (url: string): InputEntry => {
  const { bucket, key } = addressOf(url)
  const name = shownName(key === '' ? bucket : basename(key))
  const path = urlOf({ bucket, key })
  return { path, name, relative: name, bytes: null, problem: new Rejected('E_UNREADABLE', 'list') }
}
