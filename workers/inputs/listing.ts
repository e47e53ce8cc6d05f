import { existsSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { lineWriter, readLines } from '../../disk/index.ts'
import type { Rejection, RejectionCode } from '../../document/index.ts'
import { countEnding, type Ending, type EndingCounts, noEndings } from '../results/endings.ts'
import { type Ref, rejectionOf, settles } from '../store/outcome.ts'
import { listingIn, type Store } from '../store/store.ts'
import { type InputEntry, inspect, listInputs } from './inputs.ts'

/**
 * One input of a run. The list of them is a file, for two million would not fit in memory.
 * `done`: an earlier run left its outcome; `duplicate`: an earlier input has the same bytes.
 */
export type ListedInput =
  | ({ readonly state: 'new' | 'duplicate' } & Ref)
  | ({ readonly state: 'done' } & Ending & Ref)
  | { readonly state: 'rejected'; readonly rejection: Rejection }

export interface ListingCounts {
  readonly inputs: number
  readonly fresh: number
  readonly reused: number
  readonly duplicates: number
  /** What those came to that are done. */
  readonly ends: EndingCounts
}

export interface ListOptions {
  readonly paths: readonly string[]
  /** The folder that is written to. */
  readonly except: string
  /** Codes of rejections that are to be tried again. */
  readonly retry: ReadonlySet<RejectionCode>
  readonly signal: AbortSignal
}

/** Files are read by calls that wait, and between so many of them signals are heard. */
const BREATH = 50

/** Writes the list of all inputs, in order. */
export async function writeListing(file: FileHandle, store: Store, options: ListOptions): Promise<ListingCounts> {
  const writer = lineWriter(file)
  const seen = new Set<string>()
  const ends = noEndings()
  const counts = { inputs: 0, fresh: 0, reused: 0, duplicates: 0 }
  for await (const entry of listInputs(options.paths, options.except)) {
    if (++counts.inputs % BREATH === 0) await setImmediate()
    options.signal.throwIfAborted()
    const listed = await listedAs(entry, seen, store, options.retry)
    if (listed.state === 'new') counts.fresh++
    if (listed.state === 'done') counts.reused++
    if (listed.state === 'duplicate') counts.duplicates++
    if (listed.state === 'done') countEnding(ends, listed)
    if (listed.state === 'rejected') countEnding(ends, { kind: 'rejection', code: listed.rejection.code })
    await writer.write(listed)
  }
  await writer.flush()
  return { ...counts, ends }
}

/** The inputs of the last run into a folder that led to outcomes of their own, in order; none where no list was kept. */
export async function* listedLetters(out: string): AsyncGenerator<Pick<Ref, 'hash' | 'path'>> {
  const listing = listingIn(out)
  if (!existsSync(listing)) return
  for await (const listed of readLines<ListedInput>(listing))
    if (listed.state === 'new' || listed.state === 'done') yield { hash: listed.hash, path: listed.path }
}

/** The inputs that are still to do, so many at a time. */
export async function* batchesOf(listing: string, size: number): AsyncGenerator<Ref[]> {
  let batch: Ref[] = []
  for await (const listed of readLines<ListedInput>(listing)) {
    if (listed.state !== 'new') continue
    const { hash, path, name, bytes } = listed
    batch.push({ hash, path, name, bytes })
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function listedAs(
  entry: InputEntry,
  seen: Set<string>,
  store: Store,
  retry: ListOptions['retry'],
): Promise<ListedInput> {
  const { hash, content, problem } = await inspect(entry)
  const bytes = content?.length ?? entry.bytes
  const origin = { hash, name: entry.name, relative: entry.relative, bytes }
  if (hash === null) return { state: 'rejected', rejection: rejectionOf(problem, origin, 'list') }
  const ref = { hash, path: entry.path, name: entry.name, bytes: bytes ?? 0 }
  if (seen.has(compact(hash))) return { state: 'duplicate', ...ref }
  seen.add(compact(hash))
  if (problem) return { state: 'rejected', rejection: rejectionOf(problem, origin, 'list') }
  return earlier(ref, store, retry)
}

/** What an earlier run made of it, if that still holds; if not it is taken away, so that it cannot pass for new. */
async function earlier(ref: Ref, store: Store, retry: ListOptions['retry']): Promise<ListedInput> {
  const head = store.line(ref.hash)?.head
  if (head && settles(head, ref.name, retry)) return { state: 'done', kind: head.kind, code: head.code, ...ref }
  if (store.hasOutcome(ref.hash)) await store.dropOutcome(ref.hash)
  return { state: 'new', ...ref }
}

/** Half the memory of the hex form, for millions of them. */
const compact = (hash: string): string => Buffer.from(hash, 'hex').toString('latin1')
