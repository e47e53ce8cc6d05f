import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { access, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { publishText, sweep } from '../../disk/index.ts'
import type { SourceDocument } from '../../document/index.ts'
import { type Head, headOf, type Outcome } from './outcome.ts'

/**
 * What is known of each letter, on disk under the hash of its bytes: its text under the version of the reader, its
 * outcome under that of the pipeline. This is the truth of a run: whatever the queue forgets, a letter is done when its
 * outcome can be read here, and not before.
 */
export interface Store {
  /** Folder for incomplete files. */
  readonly temporary: string
  source(hash: string): Promise<SourceDocument | undefined>
  /** Whether a text file exists; `source` says whether it is whole. */
  hasSource(hash: string): boolean
  putSource(hash: string, source: SourceDocument): Promise<void>
  outcome(hash: string): Promise<Outcome | undefined>
  line(hash: string): StoredLine | undefined
  /** Whether an outcome file exists, for callers that do not need its content. */
  hasOutcome(hash: string): boolean
  putOutcome(hash: string, outcome: Outcome): Promise<void>
  dropOutcome(hash: string): Promise<void>
  /** Keeps the bytes of an input that cannot be read again; returns their path. */
  putCopy(hash: string, content: Uint8Array): Promise<string>
  /** Copies are needed only until their letters have been read. */
  dropCopies(): Promise<void>
}

/** The head of an outcome and its text: a line for the rejection, or for each record. */
export interface StoredLine {
  readonly head: Head
  readonly text: string
}

/** Creates the store of an ingest folder if necessary, and removes what a crash left incomplete. */
export async function prepareStore(out: string, version: string): Promise<Store> {
  const temporary = temporaryOf(out)
  await mkdir(temporary, { recursive: true })
  await sweep(temporary)
  return storeAt(out, version)
}

/** The store of an ingest folder, which must exist: on another machine it may not be visible. */
export async function openStore(out: string, version: string): Promise<Store> {
  await access(temporaryOf(out))
  return storeAt(out, version)
}

const STATE = '.imr'

/** Where a run keeps its internal state, inside the results folder. */
export const stateFolder = (out: string): string => join(out, STATE)

/** The folder of copies, relative to the results. */
export const COPIES = `${STATE}/copies`

/** A file with an id of the results folder: a process that reads another id there, or none, sees a different folder. */
export const beaconOf = (out: string): string => join(stateFolder(out), 'run')

/**
 * The id of a results folder, made up by the first run. Later runs keep it, since jobs that an earlier run left on a server
 * are theirs, too.
 */
export function folderId(out: string): string {
  const path = beaconOf(out)
  const known = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (UUID.test(known)) return known
  const made = randomUUID()
  publishText(temporaryOf(out), path, made)
  return made
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The text of a letter as read by the run of this version, by the hash of its file; undefined if it was not kept. */
export const keptText = (out: string, version: string, hash: string): SourceDocument | undefined =>
  readJson(join(out, textName(version, hash)), (value: SourceDocument) => value.id === idOf(hash))

function storeAt(out: string, version: string): Store {
  const temporary = temporaryOf(out)
  const textAt = (hash: string) => join(out, textName(version, hash))
  const outcomeAt = (hash: string) => join(out, outcomeName(version, hash))
  const line = (hash: string) => readLine(outcomeAt(hash), idOf(hash))
  return {
    temporary,
    source: async hash => readJson(textAt(hash), (value: SourceDocument) => value.id === idOf(hash)),
    hasSource: hash => existsSync(textAt(hash)),
    // What a power failure tears counts as absent and is done again: to wait for the disk would cost more than it saves.
    putSource: async (hash, source) =>
      publishText(temporary, textAt(hash), packed(JSON.stringify(source)), { sync: false }),
    line,
    outcome: async hash => {
      const found = line(hash)
      return found && outcomeOf(found)
    },
    hasOutcome: hash => existsSync(outcomeAt(hash)),
    putOutcome: async (hash, outcome) =>
      publishText(temporary, outcomeAt(hash), packed(textOfOutcome(outcome)), { sync: false }),
    dropOutcome: hash => rm(outcomeAt(hash), { force: true }),
    putCopy: async (hash, content) => {
      const copy = join(out, copyName(hash))
      publishText(temporary, copy, content, { sync: false })
      return copy
    },
    dropCopies: () => rm(join(out, COPIES), { recursive: true, force: true }),
  }
}

const temporaryOf = (out: string): string => join(stateFolder(out), 'temporary')

/** The name of the text of a letter as read under a version, relative to the results and with `/`. */
export const textName = (version: string, hash: string): string =>
  shard(`${STATE}/parsed/${encodeURIComponent(readerOf(version))}`, hash)

/** Likewise for its outcome. */
export const outcomeName = (version: string, hash: string): string => shard(outcomesName(version), hash)

export const outcomesName = (version: string): string => `${STATE}/outcomes/${encodeURIComponent(version)}`

/** Likewise for the bytes of an input that cannot be read again. */
export const copyName = (hash: string): string => inShard(COPIES, hash)

/** A version may name its reader after a plus sign: versions with the same reader share texts. */
const readerOf = (version: string): string => version.split('+')[1] ?? version

/** 256 subfolders keep each of them small enough to list. */
const inShard = (folder: string, name: string): string => `${folder}/${name.slice(0, 2)}/${name}`

/** A separate name, so that uncompressed files of earlier versions count as absent. */
const shard = (folder: string, hash: string): string => inShard(folder, `${hash}.json.zst`)

/** A quarter of the size, and the checksum detects any damage. Packed at the lowest level, in two thirds of the usual time. */
function packed(text: string): Uint8Array {
  const bytes = Buffer.from(text)
  return zstdCompressSync(bytes, { pledgedSrcSize: bytes.length, params: PACKING })
}

const PACKING = { [constants.ZSTD_c_checksumFlag]: 1, [constants.ZSTD_c_compressionLevel]: 1 }

function unpacked(bytes: Uint8Array): string | undefined {
  try {
    return zstdDecompressSync(bytes).toString()
  } catch {
    // Torn or damaged.
    return undefined
  }
}

const idOf = (hash: string): string => `sha256:${hash}`

/** A line for the head, with the length of the rest, then a line for each record, or for the rejection. */
function textOfOutcome(outcome: Outcome): string {
  const text = ('records' in outcome ? outcome.records : [outcome.rejection]).map(end => JSON.stringify(end)).join('\n')
  return `${JSON.stringify({ ...headOf(outcome), length: text.length })}\n${text}`
}

/** The outcome in a stored line. */
export function outcomeOf({ head, text }: StoredLine): Outcome {
  const ends = text.split('\n').map(line => JSON.parse(line))
  return head.kind === 'rejection' ? { rejection: ends[0] } : { records: ends }
}

/** A file that is torn, malformed or belongs to another letter counts as absent: the work is done again. */
function readLine(path: string, id: string): StoredLine | undefined {
  const file = textOf(path)
  const end = file?.indexOf('\n') ?? -1
  if (file === undefined || end < 0) return undefined
  const head = parsed<Head & { length: number }>(file.slice(0, end))
  const text = file.slice(end + 1)
  return head?.id === id && head.length === text.length ? { head, text } : undefined
}

function readJson<T>(path: string, fits: (value: T) => boolean): T | undefined {
  const value = parsed<T>(textOf(path) ?? '')
  return value !== undefined && fits(value) ? value : undefined
}

function parsed<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined
  }
}

/** Most files looked for do not exist yet, and an exception costs more than a check. */
function textOf(path: string): string | undefined {
  try {
    return existsSync(path) ? unpacked(readFileSync(path)) : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
