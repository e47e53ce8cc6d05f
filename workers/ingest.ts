import { existsSync, statSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { describeDiskError, openScratch } from '../disk/index.ts'
import type { Rejection, RejectionCode } from '../document/index.ts'
import { addressOf, isBucketUrl, urlOf } from './bucket/address.ts'
import { lockBucket } from './bucket/lock.ts'
import { fetchCatalogue, sendResults } from './bucket/results.ts'
import { type BucketStore, openBucketStore } from './bucket/store.ts'
import { openBatches } from './inputs/batches.ts'
import { type Catalogue, openCatalogue } from './inputs/catalogue.ts'
import { UsageError } from './inputs/entry.ts'
import { demandInputs } from './inputs/find.ts'
import { type Listing, type ListingCounts, openListing } from './inputs/listing.ts'
import { type Log, SILENT } from './monitoring/log.ts'
import { openTally, type Progress, type ProgressTally } from './monitoring/progress.ts'
import { openRejectionGuard } from './monitoring/rejection-guard.ts'
import { lastRunEnded, openStatus, type StatusFile } from './monitoring/status.ts'
import { runInPool } from './queue/pool.ts'
import { BATCH } from './queue/queues.ts'
import { openRedis } from './queue/redis.ts'
import { runOnQueue } from './queue/run-queue.ts'
import { defaultWorkers } from './queue/run-worker.ts'
import { assemble } from './results/assemble.ts'
import type { Summary } from './results/summary.ts'
import { identify, PIPELINE } from './sandbox/stages.ts'
import { lock } from './store/lock.ts'
import { folderId, prepareStore, type Store, stateFolder } from './store/store.ts'

/** What to ingest, and how. */
export interface IngestOptions {
  /** Files, folders and archives; `-` is standard input. Added to those of earlier runs into `out`. */
  readonly inputs: readonly string[] | AsyncIterable<string>
  /** Globs of files in folders and archives to read or to skip. */
  readonly include?: readonly string[] | undefined
  readonly exclude?: readonly string[] | undefined
  /** Drops inputs of earlier runs that this one does not name. */
  readonly prune?: boolean | undefined
  /** Stops the run if a larger share of its inputs is rejected; by default, if the first 200 all are. */
  readonly maxRejections?: number | undefined
  /** Folder, or URL in a bucket, for the results and, under `.imr`, for the state that later runs build on. */
  readonly out: string
  /** Server for the queue; without it a private one is started if `redis-server` is installed. */
  readonly redisUrl?: string | undefined
  /** Refuses a server that has no append-only file. */
  readonly durable?: boolean | undefined
  /** Worker processes; 0 leaves all work to workers elsewhere, on a server that is given. */
  readonly workers?: number | undefined
  /** If false, a pool on this machine is used even if Redis is available. */
  readonly queue?: boolean | undefined
  /** Rejections with these codes are retried. */
  readonly retry?: readonly RejectionCode[] | undefined
  /** Local port for a board of the queues; 0 for any free one. */
  readonly boardPort?: number | undefined
  /** Local port for Prometheus. */
  readonly metricsPort?: number | undefined
  /** URL of the module with the stages. */
  readonly stages?: string | undefined
  /** Ends the run after the letters in hand; it then fails with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly log?: Log | undefined
}

/** How the letters were processed. */
export type Runner = 'redis' | 'private-redis' | 'pool' | 'none'

/** The result of a run. */
export interface IngestResult {
  readonly summary: Summary
  /** Distinct inputs whose outcome an earlier run left. */
  readonly reused: number
  readonly processed: number
  readonly skipped: ListingCounts['skipped']
  /** Inputs of earlier runs whose files are gone. */
  readonly gone: number
  readonly pruned: number
  /** `none` if there was nothing left to do. */
  readonly runner: Runner
  readonly seconds: number
}

/** A run that holds the lock on its results. */
interface IngestRun {
  /** Folder of this machine. */
  readonly out: string
  /** What workers know the results by: the folder, or the URL of which it is a copy. */
  readonly place: string
  readonly id: string
  readonly version: string
  readonly stages: string
  readonly store: Store & Partial<BucketStore>
  readonly status: StatusFile
  readonly signal: AbortSignal
  /** Aborts the run with an error. */
  readonly stop: (why: Error) => void
  readonly log: Log
}

/**
 * Brings every input to a record or a rejection and writes them, with a summary, to the folder `out`. Work of earlier
 * runs is not repeated; an interrupted run is resumed by running it again.
 */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
  const place = placeOf(options.out)
  demandSense(place, options)
  return isBucketUrl(place) ? ingestIntoBucket(place, options) : ingestIntoFolder(place, options)
}

/** The address of a folder, by which two can be compared. */
function placeOf(path: string): string {
  if (!isBucketUrl(path)) return resolve(path)
  const { bucket, key } = addressOf(path)
  return urlOf({ bucket, key: key.replace(/\/+$/, '') }).replace(/\/$/, '')
}

async function ingestIntoFolder(out: string, options: IngestOptions): Promise<IngestResult> {
  try {
    const temporary = await makeFolders(out)
    const unlock = lock(stateFolder(out), temporary)
    try {
      return await ingestInto(out, out, options, version => prepareStore(out, version))
    } finally {
      unlock()
    }
  } catch (error) {
    throw describeDiskError(error, out)
  }
}

/** Works in a folder of its own, which is sent to the bucket when the run ends. */
async function ingestIntoBucket(url: string, options: IngestOptions): Promise<IngestResult> {
  const out = await openScratch()
  try {
    await makeFolders(out)
    const unlock = await lockBucket(url)
    try {
      await fetchCatalogue(url, out)
      const result = await ingestInto(url, out, options, async version => {
        const store = await openBucketStore(url, out, version)
        await store.recallAll()
        return store
      })
      await sendResults(url, out)
      return result
    } finally {
      await unlock().catch(() => options.log?.warn(`the lock of ${url} could not be removed`))
    }
  } catch (error) {
    throw describeDiskError(error, out)
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

function demandSense(place: string, { inputs, workers, redisUrl }: IngestOptions): void {
  if (Array.isArray(inputs) && inputs.some(path => placeOf(path) === place))
    throw new UsageError('the output folder cannot be an input')
  if (Array.isArray(inputs)) demandInputs(inputs)
  if (workers === 0 && redisUrl === undefined)
    throw new UsageError('--workers 0 leaves reading to other machines and needs --redis URL or REDIS_URL')
}

async function ingestInto(
  place: string,
  out: string,
  options: IngestOptions,
  open: (version: string) => Promise<Store & Partial<BucketStore>>,
): Promise<IngestResult> {
  const { stages = PIPELINE, log = SILENT } = options
  const guard = new AbortController()
  const signal = AbortSignal.any([guard.signal, ...(options.signal ? [options.signal] : [])])
  const stop = (why: Error) => guard.abort(why)
  const { PIPELINE_VERSION: version, EXTRACTOR: extractor } = await identify(stages)
  const store = await open(version)
  const id = folderId(out)
  if (!lastRunEnded(out))
    log.warn('the last run did not end: of its inputs, only those that this command names are read')
  const status = openStatus(out, store.temporary, version)
  log.info('run', { version })
  try {
    return await run({ out, place, id, version, stages, store, status, signal, stop, log }, options, extractor)
  } catch (error) {
    const reason = describeDiskError(error, out)
    const interrupted = options.signal?.aborted ?? false
    status.set({ state: interrupted ? 'interrupted' : 'failed', error: interrupted ? null : String(reason) })
    throw error
  }
}

async function makeFolders(out: string): Promise<string> {
  const temporary = join(stateFolder(out), 'temporary')
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new UsageError(`${out} is a file: --out must name a folder for the results`)
  await makeFolder(temporary)
  return temporary
}

/**
 * One level at a time: with `recursive`, Node reports the wrong error for a read-only disk, and loops forever where no
 * folders can be made, as in /proc.
 */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return
  await makeFolder(dirname(path))
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
    throw new UsageError(`cannot create a folder at ${path}`)
  })
}

async function run(it: IngestRun, options: IngestOptions, extractor: Summary['extractor']): Promise<IngestResult> {
  const { out, store, status, signal, log } = it
  const began = performance.now()
  const catalogue = openCatalogue(join(stateFolder(out), 'inputs.sqlite'))
  try {
    const { counts, runner } = await work(it, catalogue, options)
    signal.throwIfAborted()
    status.set({ state: 'writing' })
    const summary = await assemble(catalogue.inputs(), out, store, { extractor, version: it.version })
    if (summary.inputs !== counts.inputs)
      throw new Error('the number of inputs is not the sum of records, rejections and duplicates')
    catalogue.keep()
    await store.dropCopies()
    const seconds = (performance.now() - began) / 1000
    const { inputs, duplicates } = counts
    log.info('done', { inputs, records: summary.records, rejections: summary.rejections, duplicates })
    status.set({ state: 'done' })
    const { reused, fresh: processed, skipped, gone, pruned } = counts
    return { summary, reused, processed, skipped, gone, pruned, runner, seconds }
  } finally {
    catalogue.close()
  }
}

/** Lists the inputs and, at the same time, reads those that have no outcome yet. */
async function work(it: IngestRun, catalogue: Catalogue, options: IngestOptions) {
  const { redisUrl, durable, queue = true, workers = defaultWorkers() } = options
  const { place, id, version, stages, store, signal, log } = it
  let progress: Progress | undefined
  const tally = tallyOf(it, options, now => {
    progress = now
  })
  const listing = listingOf(it, catalogue, options, tally)
  const batches = openBatches(listing.refs(), BATCH)
  const first = await batches.next()
  if (first.done) return { counts: listing.counts, runner: 'none' as const }
  const all = startingWith(first.value, batches)
  const server = queue ? await openRedis({ url: redisUrl, durable }) : null
  if (!server && queue) log.warn('cannot start redis-server here: the letters are read by a pool of processes')
  const { boardPort, metricsPort } = options
  const views = { boardPort, metricsPort, progress: () => progress! }
  try {
    if (server)
      await runOnQueue(
        { out: place, id, version, stages, workers, store, tally, batches: all, views, signal, log },
        server,
      )
    else await runInPool(all, { out: place, version, stages, workers, tally, views, signal, log })
    return { counts: listing.counts, runner: server?.kind ?? ('pool' as const) }
  } finally {
    await server?.close()
  }
}

function tallyOf({ store, status, log, stop }: IngestRun, options: IngestOptions, keep: (now: Progress) => void) {
  const onProgress = (now: Progress) => {
    keep(now)
    status.progress(now)
    options.onProgress?.(now)
  }
  const onEnding = openRejectionGuard(options.maxRejections, stop)
  return openTally(store, { onProgress, onEnding, log, recall: store.recall })
}

function listingOf(
  { store, place, status, signal, log }: IngestRun,
  catalogue: Catalogue,
  { inputs: paths, include, exclude, prune = false, retry }: IngestOptions,
  tally: ProgressTally,
): Listing {
  const onInput = tally.found
  const onRejected = (path: string, { code, id }: Rejection) => log.info('rejected', { path, code, id })
  const wish = { paths, include, exclude, except: place, prune, retry: new Set(retry), signal, onInput, onRejected }
  const { counts, refs } = openListing(catalogue, store, wish)
  async function* listed() {
    yield* refs()
    tally.listed()
    const { inputs, duplicates, fresh, reused } = counts
    log.info('listed', { inputs, duplicates, fresh, reused })
    status.set({ state: 'reading', inputs, duplicates })
  }
  return { counts, refs: listed }
}

async function* startingWith<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first
  yield* rest
}
