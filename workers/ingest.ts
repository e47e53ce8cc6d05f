import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { draftIn, speakOfDisk } from '../disk/index.ts'
import type { RejectionCode } from '../document/index.ts'
import { UsageError } from './inputs/inputs.ts'
import { batchesOf, type ListingCounts, writeListing } from './inputs/listing.ts'
import { type Log, SILENT } from './monitoring/log.ts'
import { openTally, type Progress } from './monitoring/progress.ts'
import { openStatus, type StatusFile } from './monitoring/status.ts'
import { runInPool } from './queue/pool.ts'
import { BATCH } from './queue/queues.ts'
import { openRedis } from './queue/redis.ts'
import { runOnQueue } from './queue/run-queue.ts'
import { defaultWorkers } from './queue/run-worker.ts'
import { assemble } from './results/assemble.ts'
import type { Summary } from './results/summary.ts'
import { loadStages, PIPELINE } from './sandbox/stages.ts'
import { lock } from './store/lock.ts'
import { listingIn, prepareStore, type Store, stateFolder } from './store/store.ts'

export interface IngestOptions {
  /** Files and folders. */
  readonly inputs: readonly string[]
  /** Folder for the results and, under `.imr`, for what a later run takes up again. */
  readonly out: string
  /** Server for the queue; without it a private one is started where `redis-server` is installed. */
  readonly redisUrl?: string | undefined
  /** Refuses a given server without an append-only file. */
  readonly durable?: boolean | undefined
  /** Worker processes; 0 leaves all work to workers that run elsewhere. */
  readonly workers?: number | undefined
  /** Runs on a pool in this machine even where Redis could be had. */
  readonly noRedis?: boolean | undefined
  /** Rejections with these codes are tried again. */
  readonly retry?: readonly RejectionCode[] | undefined
  /** Port of this machine for a board of the queues; 0 for any that is free. */
  readonly boardPort?: number | undefined
  /** Port of this machine for Prometheus. */
  readonly metricsPort?: number | undefined
  /** Address of the module with the stages. */
  readonly stages?: string | undefined
  /** Ends the run after the letters in hand; it then fails with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly log?: Log | undefined
}

export type Runner = 'redis' | 'private-redis' | 'local' | 'none'

export interface IngestResult {
  readonly summary: Summary
  /** Distinct inputs whose outcome an earlier run left. */
  readonly reused: number
  readonly processed: number
  /** `none` where nothing was left to do. */
  readonly runner: Runner
  readonly seconds: number
}

/** A run, once its folder is its own. */
interface IngestRun {
  readonly out: string
  readonly version: string
  readonly stages: string
  readonly store: Store
  readonly status: StatusFile
  readonly signal: AbortSignal
  readonly log: Log
}

/**
 * Brings every input to a record or a rejection and writes both, with a summary, to the folder `out`. What earlier
 * runs did is not done again; an interrupted run is taken up by running it again.
 */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
  const out = resolve(options.out)
  if (options.inputs.some(path => resolve(path) === out)) throw new UsageError('the output folder cannot be an input')
  try {
    return await ingestInto(out, options)
  } catch (error) {
    throw speakOfDisk(error, out)
  }
}

async function ingestInto(out: string, options: IngestOptions): Promise<IngestResult> {
  const { stages = PIPELINE, signal = new AbortController().signal, log = SILENT } = options
  const { PIPELINE_VERSION: version, EXTRACTOR: extractor } = await loadStages(stages)
  const temporary = await makeFolders(out)
  const unlock = lock(stateFolder(out), temporary)
  try {
    const store = await prepareStore(out, version)
    const status = openStatus(out, temporary, version)
    log.info('run', { version })
    try {
      return await run({ out, version, stages, store, status, signal, log }, options, extractor)
    } catch (error) {
      const reason = speakOfDisk(error, out)
      status.set({ state: signal.aborted ? 'interrupted' : 'failed', error: signal.aborted ? null : String(reason) })
      throw error
    }
  } finally {
    unlock()
  }
}

/** One by one: on a disk that is read-only, asking for several at once would be answered with a wrong reason. */
async function makeFolders(out: string): Promise<string> {
  const temporary = join(stateFolder(out), 'temporary')
  await mkdir(out, { recursive: true })
  for (const folder of [stateFolder(out), temporary]) if (!existsSync(folder)) await mkdir(folder)
  return temporary
}

async function run(it: IngestRun, options: IngestOptions, extractor: Summary['extractor']): Promise<IngestResult> {
  const { out, store, status, signal, log } = it
  const began = performance.now()
  const listing = listingIn(out)
  const counts = await list(listing, it, options)
  const { inputs, duplicates, fresh, reused } = counts
  log.info('listed', { inputs, duplicates, fresh, reused })
  status.set({ state: 'reading', inputs, duplicates })
  const runner = await work(counts, listing, it, options)
  signal.throwIfAborted()
  status.set({ state: 'writing' })
  const summary = await assemble(listing, out, store, extractor)
  if (summary.inputs !== inputs) throw new Error('inputs are not what records, rejections and duplicates come to')
  const seconds = (performance.now() - began) / 1000
  log.info('done', { inputs, records: summary.records, rejections: summary.rejections, duplicates })
  status.set({ state: 'done' })
  return { summary, reused, processed: fresh, runner, seconds }
}

/** The list stays: it tells where each letter is, which no record does. */
async function list(
  listing: string,
  { store, out, signal }: IngestRun,
  options: IngestOptions,
): Promise<ListingCounts> {
  const draft = draftIn(store.temporary)
  try {
    const file = await open(draft, 'wx')
    const wish = { paths: options.inputs, except: out, retry: new Set(options.retry), signal }
    const counts = await writeListing(file, store, wish).finally(() => file.close())
    await rename(draft, listing)
    return counts
  } finally {
    await rm(draft, { force: true })
  }
}

async function work(counts: ListingCounts, listing: string, it: IngestRun, options: IngestOptions): Promise<Runner> {
  const { redisUrl, durable, noRedis = false, workers = defaultWorkers() } = options
  const { out, version, stages, store, status, signal, log } = it
  let progress: Progress | undefined
  const onProgress = (now: Progress) => {
    progress = now
    status.progress(now)
    options.onProgress?.(now)
  }
  const total = counts.inputs - counts.duplicates
  const tally = openTally(store, { total, ends: counts.ends, onProgress, log })
  if (counts.fresh === 0) return 'none'
  const server = noRedis ? null : await openRedis({ url: redisUrl, durable })
  if (!server && !noRedis) log.warn('no redis-server can be started here: the letters are read by a pool')
  const batches = batchesOf(listing, batchSize(counts.fresh, workers))
  const { boardPort, metricsPort } = options
  const views = { boardPort, metricsPort, progress: () => progress! }
  try {
    if (server) await runOnQueue({ out, version, stages, workers, store, tally, batches, views, signal, log }, server)
    else await runInPool(batches, { out, stages, workers: Math.max(1, workers), tally, views, signal, log })
    return server?.kind ?? 'local'
  } finally {
    await server?.close()
  }
}

/** Smaller batches where there are few letters, so that every worker has some. */
const batchSize = (letters: number, workers: number): number =>
  Math.min(BATCH, Math.max(1, Math.ceil(letters / (4 * Math.max(1, workers)))))
