import { open, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Rejected } from '../document/index.ts'
import { assemble } from './assemble.ts'
import { feed } from './feed.ts'
import { startFleet } from './fleet.ts'
import { UsageError } from './inputs.ts'
import { batchesOf, type Counts, writeListing } from './listing.ts'
import { originOf, type Ref, rejectionOf } from './outcome.ts'
import { runInPool } from './pool.ts'
import { openTally, type Progress, type Start, type Tally } from './progress.ts'
import { draftIn } from './publish.ts'
import { BATCH, closeQueues, openQueues } from './queues.ts'
import { connect, openRedis, PRODUCER_CONNECTION, type RedisServer, speakOfServer } from './redis.ts'
import { defaultWorkers } from './run-worker.ts'
import { loadStages, PIPELINE } from './stages.ts'
import { prepareStore, type Store } from './store.ts'
import type { Summary } from './summary.ts'

export interface IngestOptions {
  /** Files and folders. */
  readonly inputs: readonly string[]
  /** Folder for the results and, under `.imr`, for what a later run takes up again. */
  readonly out: string
  /** Server for the queue; without it a private one is started where `redis-server` is installed. */
  readonly redisUrl?: string | undefined
  /** Worker processes; 0 leaves all work to workers that run elsewhere. */
  readonly workers?: number | undefined
  /** Runs on a pool in this machine even where Redis could be had. */
  readonly noRedis?: boolean | undefined
  /** Address of the module with the stages. */
  readonly stages?: string | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly log?: ((line: string) => void) | undefined
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

/** What all runners need to know of a run. */
interface Run {
  readonly out: string
  readonly version: string
  readonly stages: string
  readonly workers: number
  readonly store: Store
  readonly tally: Tally
  readonly batches: AsyncIterator<readonly Ref[]>
  readonly log: (line: string) => void
}

/**
 * Brings every input to a record or a rejection and writes both, with a summary, to the folder `out`. What earlier
 * runs did is not done again; an interrupted run is taken up by running it again.
 */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
  const began = performance.now()
  const out = resolve(options.out)
  if (options.inputs.some(path => resolve(path) === out)) throw new UsageError('the output folder cannot be an input')
  const stages = options.stages ?? PIPELINE
  const { PIPELINE_VERSION: version, EXTRACTOR: extractor } = await loadStages(stages)
  const store = await prepareStore(out, version)
  const listing = draftIn(store.temporary)
  try {
    const counts = await list(listing, store, options.inputs, out)
    const runner = await work(counts, { listing, out, stages, version, store }, options)
    const summary = await assemble(listing, out, store, extractor)
    if (summary.inputs !== counts.inputs) throw new Error('inputs are not records + rejections + duplicates')
    const seconds = (performance.now() - began) / 1000
    return { summary, reused: counts.reused, processed: counts.fresh, runner, seconds }
  } finally {
    await rm(listing, { force: true })
  }
}

async function list(listing: string, store: Store, inputs: readonly string[], out: string): Promise<Counts> {
  const file = await open(listing, 'wx')
  return writeListing(file, store, inputs, out).finally(() => file.close())
}

type Place = Pick<Run, 'out' | 'stages' | 'version' | 'store'> & { readonly listing: string }

async function work(counts: Counts, place: Place, options: IngestOptions): Promise<Runner> {
  const { redisUrl, noRedis = false, workers = defaultWorkers(), log = () => {}, onProgress = () => {} } = options
  if (counts.fresh === 0) return 'none'
  const server = noRedis ? null : await openRedis({ url: redisUrl })
  if (!server && !noRedis) log('no redis-server can be started here: the letters are read by a pool')
  try {
    const tally = openTally(place.store, startOf(counts), onProgress)
    const batches = batchesOf(place.listing, batchSize(counts.fresh, workers))
    const run: Run = { ...place, workers, tally, batches, log }
    if (server) await runOnQueue(run, server)
    else await runInPool(batches, { ...run, workers: Math.max(1, workers) })
    return server?.kind ?? 'local'
  } finally {
    await server?.close()
  }
}

async function runOnQueue(run: Run, server: RedisServer): Promise<void> {
  const { version, stages, workers, batches, tally, log, out } = run
  const connection = connect(server.address, PRODUCER_CONNECTION)
  const queues = openQueues(connection, version, () => {})
  const fleet = startFleet(workers, { url: server.address, stages, version }, log)
  const stop = new AbortController()
  const giveUp = (refs: readonly Ref[]) => abandon(refs, run.store)
  try {
    const fed = feed(batches, { queues, tally, run: { version, store: out }, giveUp, log, signal: stop.signal })
    await Promise.race([fed, fleet.lost, server.lost])
  } catch (error) {
    throw speakOfServer(error, server)
  } finally {
    stop.abort()
    await fleet.close()
    await closeQueues(queues)
    connection.disconnect()
  }
}

/** The next run tries these again. */
async function abandon(refs: readonly Ref[], store: Store): Promise<void> {
  const lost = new Rejected('E_INTERNAL', 'read', 'the queue did not bring this letter to an end')
  for (const ref of refs) {
    if (await store.outcome(ref.hash)) continue
    await store.putOutcome(ref.hash, { rejection: rejectionOf(lost, originOf(ref), 'read') })
  }
}

/** Progress counts distinct inputs. */
function startOf({ inputs, duplicates, fresh, rejected }: Counts): Start {
  const total = inputs - duplicates
  return { total, done: total - fresh, rejected }
}

/** Smaller batches where there are few letters, so that every worker has some. */
const batchSize = (letters: number, workers: number): number =>
  Math.min(BATCH, Math.max(1, Math.ceil(letters / (4 * Math.max(1, workers)))))
