import { access, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceDocument } from '../document/index.ts'
import type { Outcome } from './outcome.ts'
import { publish, sweep } from './publish.ts'

/**
 * What is known of each letter, kept on disk under the hash of its bytes and the version of the pipeline. This is
 * the truth of a run: whatever the queue forgets, a letter is done when its outcome can be read here, and not before.
 */
export interface Store {
  /** Folder for files not yet complete. */
  readonly temporary: string
  source(hash: string): Promise<SourceDocument | undefined>
  putSource(hash: string, source: SourceDocument): Promise<void>
  outcome(hash: string): Promise<Outcome | undefined>
  putOutcome(hash: string, outcome: Outcome): Promise<void>
  dropOutcome(hash: string): Promise<void>
}

/** Makes the store of an ingest folder where there is none, and clears away what a crash left half written. */
export async function prepareStore(out: string, version: string): Promise<Store> {
  const { temporary } = layout(out, version)
  await mkdir(temporary, { recursive: true })
  await sweep(temporary)
  return storeAt(out, version)
}

/** The store of an ingest folder that must exist: on another machine it may not be in sight. */
export async function openStore(out: string, version: string): Promise<Store> {
  const { temporary } = layout(out, version)
  await access(temporary)
  return storeAt(out, version)
}

function storeAt(out: string, version: string): Store {
  const { temporary, parsed, outcomes } = layout(out, version)
  return {
    temporary,
    source: hash => readJson(shard(parsed, hash), (value: SourceDocument) => value.id === idOf(hash)),
    // Only saves reading a letter twice, so that bringing it to disk at once would cost more than it is worth.
    putSource: (hash, source) => writeJson(temporary, shard(parsed, hash), source, { sync: false }),
    outcome: hash => readJson(shard(outcomes, hash), (value: Outcome) => outcomeId(value) === idOf(hash)),
    putOutcome: (hash, outcome) => writeJson(temporary, shard(outcomes, hash), outcome),
    dropOutcome: hash => rm(shard(outcomes, hash), { force: true }),
  }
}

function layout(out: string, version: string) {
  const root = join(out, '.imr')
  const folder = encodeURIComponent(version)
  return {
    temporary: join(root, 'temporary'),
    parsed: join(root, 'parsed', folder),
    outcomes: join(root, 'outcomes', folder),
  }
}

/** 256 folders keep each of them small enough to be listed. */
const shard = (folder: string, hash: string): string => join(folder, hash.slice(0, 2), `${hash}.json`)

const idOf = (hash: string): string => `sha256:${hash}`

const outcomeId = (outcome: Outcome): string => ('record' in outcome ? outcome.record.id : outcome.rejection.id)

/** A file that is torn, of another shape or of another letter counts as absent: the work is simply done again. */
async function readJson<T>(path: string, fits: (value: T) => boolean): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch(ignoreAbsence)
  if (text === undefined) return undefined
  try {
    const value = JSON.parse(text) as T
    return fits(value) ? value : undefined
  } catch {
    return undefined
  }
}

const writeJson = (temporary: string, path: string, value: unknown, options = {}): Promise<void> =>
  publish(temporary, path, file => file.writeFile(JSON.stringify(value)), options)

function ignoreAbsence(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
