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
  putSource(hash: string, source: SourceDocument): Promise<void>
  outcome(hash: string): Promise<Outcome | undefined>
  line(hash: string): StoredLine | undefined
  /** Whether an outcome file exists, for callers that do not need its content. */
  hasOutcome(hash: string): boolean
  putOutcome(hash: string, outcome: Outcome): Promise<void>
  dropOutcome(hash: string): Promise<void>
  /** Keeps the bytes of an input that cannot be read again; returns their path. */
  putCopy(hash: string, content: Uint8Array): string
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
  const { temporary } = layout(out, version)
  await mkdir(temporary, { recursive: true })
  await sweep(temporary)
  return storeAt(out, version)
}

/** The store of an ingest folder, which must exist: on another machine it may not be visible. */
export async function openStore(out: string, version: string): Promise<Store> {
  const { temporary } = layout(out, version)
  await access(temporary)
  return storeAt(out, version)
}

/** Where a run keeps its internal state, inside the results folder. */
export const stateFolder = (out: string): string => join(out, '.imr')

/** A file with the id of the current run: a process that reads another id there, or none, sees a different folder. */
export const beaconOf = (out: string): string => join(stateFolder(out), 'run')

/** The text of a letter as read by the run of this version, by the hash of its file; undefined if it was not kept. */
export const keptText = (out: string, version: string, hash: string): SourceDocument | undefined =>
  readJson(shard(layout(out, version).texts, hash), (value: SourceDocument) => value.id === idOf(hash))

function storeAt(out: string, version: string): Store {
  const { temporary, texts, outcomes, copies } = layout(out, version)
  const line = (hash: string) => readLine(shard(outcomes, hash), idOf(hash))
  return {
    temporary,
    source: async hash => readJson(shard(texts, hash), (value: SourceDocument) => value.id === idOf(hash)),
    // Only saves reading a letter again, so flushing it to disk would cost more than it saves.
    putSource: async (hash, source) =>
      publishText(temporary, shard(texts, hash), packed(JSON.stringify(source)), { sync: false }),
    line,
    outcome: async hash => {
      const found = line(hash)
      return found && outcomeOf(found)
    },
    hasOutcome: hash => existsSync(shard(outcomes, hash)),
    putOutcome: async (hash, outcome) => publishText(temporary, shard(outcomes, hash), packed(textOfOutcome(outcome))),
    dropOutcome: hash => rm(shard(outcomes, hash), { force: true }),
    putCopy: (hash, content) => {
      const copy = inShard(copies, hash)
      publishText(temporary, copy, content, { sync: false })
      return copy
    },
    dropCopies: () => rm(copies, { recursive: true, force: true }),
  }
}

function layout(out: string, version: string) {
  const root = stateFolder(out)
  return {
    temporary: join(root, 'temporary'),
    texts: join(root, 'parsed', encodeURIComponent(readerOf(version))),
    outcomes: join(root, 'outcomes', encodeURIComponent(version)),
    copies: join(root, 'copies'),
  }
}

/** A version may name its reader after a plus sign: versions with the same reader share texts. */
const readerOf = (version: string): string => version.split('+')[1] ?? version

/** 256 subfolders keep each of them small enough to list. */
const inShard = (folder: string, name: string): string => join(folder, name.slice(0, 2), name)

/** A separate name, so that uncompressed files of earlier versions count as absent. */
const shard = (folder: string, hash: string): string => inShard(folder, `${hash}.json.zst`)

/** A quarter of the size, and the checksum detects any damage. */
const packed = (text: string): Uint8Array => zstdCompressSync(text, { params: { [constants.ZSTD_c_checksumFlag]: 1 } })

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
