import { lstatSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { Rejection, RejectionCode } from '../../document/index.ts'
import { isBucketUrl } from '../bucket/address.ts'
import { hasObject } from '../bucket/objects.ts'
import type { Ending } from '../results/endings.ts'
import { type Ref, rejectionOf, settles } from '../store/outcome.ts'
import type { Store } from '../store/store.ts'
import { type Catalogue, type CataloguedInput, refTo } from './catalogue.ts'
import type { InputEntry, SkipReason } from './entry.ts'
import { inputsAt } from './find.ts'
import { inspect } from './read.ts'
import type { FindOptions } from './wanted.ts'

/** How to list the inputs of a run. */
export interface ListingOptions extends Pick<FindOptions, 'include' | 'exclude'> {
  readonly paths: AsyncIterable<string> | Iterable<string>
  /** The output folder. */
  readonly except: string
  /** Codes of rejections to retry. */
  readonly retry: ReadonlySet<RejectionCode>
  /** Drops inputs of earlier runs that this one does not name. */
  readonly prune: boolean
  readonly signal: AbortSignal
  /** Called for each distinct input, with its ending if that is known already. */
  readonly onInput: (ending: Ending | null) => void
  /** Called for each input that is rejected without being read. */
  readonly onRejected?: (path: string, rejection: Rejection) => void
}

/** Counts of the listed inputs. */
export interface ListingCounts {
  inputs: number
  duplicates: number
  /** Distinct inputs to read. */
  fresh: number
  /** Distinct inputs whose outcome an earlier run left. */
  reused: number
  /** Files that were skipped. */
  readonly skipped: Record<SkipReason, number>
  /** Inputs of earlier runs whose files are gone; their outcomes stay. */
  gone: number
  /** Inputs of earlier runs that were dropped. */
  pruned: number
}

/** Files are read by synchronous calls; after this many the event loop gets a turn to handle signals. */
const BREATH = 50

const noCounts = (): ListingCounts => ({
  inputs: 0,
  duplicates: 0,
  fresh: 0,
  reused: 0,
  skipped: { hidden: 0, results: 0, excluded: 0 },
  gone: 0,
  pruned: 0,
})

/** A list of inputs in progress: `refs` yields those to read as soon as they are found. */
export interface Listing {
  readonly counts: Readonly<ListingCounts>
  readonly refs: () => AsyncGenerator<Ref>
}

/**
 * Puts all inputs of a run into the catalogue: those that are named now, and those of earlier runs, which stay unless
 * they are pruned. If a file has moved, its new entry replaces the earlier one.
 */
export function openListing(catalogue: Catalogue, store: Store, options: ListingOptions): Listing {
  const counts = noCounts()
  const list: List = { catalogue, store, options, counts }
  async function* refs(): AsyncGenerator<Ref> {
    for await (const path of options.paths) yield* namedRefs(path, list)
    for (const input of catalogue.earlier()) yield* earlierRefs(input, list)
  }
  return { counts, refs }
}

interface List {
  readonly catalogue: Catalogue
  readonly store: Store
  readonly options: ListingOptions
  readonly counts: ListingCounts
}

async function* namedRefs(path: string, list: List): AsyncGenerator<Ref> {
  const { catalogue, counts } = list
  const { except, include, exclude, signal } = list.options
  const onSkip = (reason: SkipReason) => void counts.skipped[reason]++
  for await (const entry of inputsAt(path, { except, include, exclude, onSkip })) {
    if (counts.inputs % BREATH === 0) await setImmediate()
    signal.throwIfAborted()
    if (catalogue.isPut(entry.path)) continue
    const input = await catalogued(entry, list)
    const isDuplicate = input.hash !== null && catalogue.has(input.hash)
    catalogue.put(input)
    if (await isToRead(input, isDuplicate, list)) yield refTo(input)
  }
}

async function* earlierRefs(input: CataloguedInput, list: List): AsyncGenerator<Ref> {
  const { catalogue, counts, options } = list
  options.signal.throwIfAborted()
  const isDuplicate = input.hash !== null && catalogue.has(input.hash)
  const isGone = !(await isThere(input))
  if (options.prune || (isGone && isDuplicate)) {
    if (options.prune) counts.pruned++
    return catalogue.remove(input.path)
  }
  if (isGone) counts.gone++
  const kept = { ...input, faults: faultsOf(input, list) }
  catalogue.put(kept)
  if (await isToRead(kept, isDuplicate, list)) yield refTo(input)
}

/** Reads and hashes an input; what cannot be read again is copied into the store. */
async function catalogued(entry: InputEntry, list: List): Promise<CataloguedInput> {
  const { catalogue, store } = list
  const { path, name, relative } = entry
  const { hash, content, problem } = await inspect(entry)
  const bytes = content?.length ?? entry.bytes
  const refused = hash === null || problem !== undefined
  const rejection = refused ? rejectionOf(problem, { hash, name, relative, bytes }, 'list') : null
  if (rejection) list.options.onRejected?.(path, rejection)
  const isNew = hash !== null && !rejection && !catalogue.has(hash)
  const copy = entry.content && isNew ? await store.putCopy(hash, entry.content) : null
  const input = { path, name, copy, hash, bytes, rejection }
  return { ...input, faults: faultsOf(input, list) }
}

/** How often these bytes under this path have ended with a fault of this version of the program. */
function faultsOf({ path, hash }: Pick<CataloguedInput, 'path' | 'hash'>, { catalogue, store }: List): number {
  if (hash === null || store.line(hash)?.head.code !== 'E_INTERNAL') return 0
  return catalogue.faultsOf(path, hash) + 1
}

/**
 * Counts an input. An outcome of an earlier run that is no longer valid is removed, so that it cannot pass for a new
 * one.
 */
async function isToRead(input: CataloguedInput, isDuplicate: boolean, list: List): Promise<boolean> {
  const { counts, store, options } = list
  counts.inputs++
  if (isDuplicate) {
    counts.duplicates++
    return false
  }
  const ending = await endingOf(input, store, options.retry)
  options.onInput(ending)
  if (ending === null) counts.fresh++
  else if (!input.rejection) counts.reused++
  return ending === null
}

/** A fault of the program may be transient, but is not retried forever. */
const MOST_FAULTS = 3

async function endingOf(
  { hash, name, rejection, faults }: CataloguedInput,
  store: Store,
  retry: ListingOptions['retry'],
): Promise<Ending | null> {
  if (rejection) return { kind: 'rejection', code: rejection.code }
  const head = store.line(hash!)?.head
  if (head && settles(head, name, retry)) return head
  if (head?.code === 'E_INTERNAL' && faults >= MOST_FAULTS && !retry.has(head.code)) return head
  if (store.hasOutcome(hash!)) await store.dropOutcome(hash!)
  return null
}

/** Whether the file or object of an input, or its archive, still exists. */
async function isThere({ path }: CataloguedInput): Promise<boolean> {
  const whole = path.split('!/')[0]!
  if (isBucketUrl(whole)) return hasObject(whole)
  try {
    lstatSync(whole)
    return true
  } catch {
    return false
  }
}
