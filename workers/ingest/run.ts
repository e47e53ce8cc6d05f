import { join } from 'node:path'
import type { Rejection } from '../../document/index.ts'
import type { BucketStore } from '../bucket/store.ts'
import { openBatches } from '../inputs/batches.ts'
import { type Catalogue, openCatalogue } from '../inputs/catalogue.ts'
import { type Listing, openListing } from '../inputs/listing.ts'
import type { Log } from '../monitoring/log.ts'
import { openTally, type Progress, type ProgressTally } from '../monitoring/progress.ts'
import { openRejectionGuard } from '../monitoring/rejection-guard.ts'
import type { StatusFile } from '../monitoring/status.ts'
import { runInPool } from '../queue/pool.ts'
import { BATCH } from '../queue/queues.ts'
import { openRedis } from '../queue/redis.ts'
import { runOnQueue } from '../queue/run-queue.ts'
import { defaultWorkers } from '../queue/run-worker.ts'
import { assemble } from '../results/assemble.ts'
import type { Summary } from '../results/summary.ts'
import { type Store, stateFolder } from '../store/store.ts'
import type { IngestOptions, IngestResult } from './options.ts'

/** A run that holds the lock on its results. */
export interface IngestRun {
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

/** Reads what has no outcome yet, and writes the results. */
export async function runIngest(
  it: IngestRun,
  options: IngestOptions,
  extractor: Summary['extractor'],
): Promise<IngestResult> {
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
