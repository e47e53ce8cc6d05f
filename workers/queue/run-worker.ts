import { availableParallelism } from 'node:os'
import { DelayedError, type Job, UnrecoverableError, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { runAtHand } from '../bucket/at-hand.ts'
import { UsageError } from '../inputs/entry.ts'
import { type Log, SILENT } from '../monitoring/log.ts'
import { openSandboxes } from '../sandbox/sandboxes.ts'
import { identify, PIPELINE } from '../sandbox/stages.ts'
import {
  addBatch,
  closeQueues,
  openQueues,
  type Payload,
  payload,
  prefixOf,
  QUEUES,
  type Queues,
  queueError,
  type StageName,
  WORKER,
} from './queues.ts'
import { connect, logConnection, openRedis, WORKER_CONNECTION } from './redis.ts'
import { outOfSight } from './sight.ts'

/** How to run a worker. */
export interface WorkOptions {
  /** URL of the server, or path of its socket. */
  readonly url: string
  /** Letters read in parallel. */
  readonly workers?: number
  /** URL of the module with the stages. */
  readonly stages?: string
  /** Version of the stages, if the caller has loaded them already. */
  readonly version?: string
  /** Ends the worker after the jobs in hand; without it the worker runs forever. */
  readonly signal?: AbortSignal
  /** Requires a server with an append-only file. */
  readonly durable?: boolean
  readonly log?: Log
  /** Called when the worker has reached the server and begins to take jobs. */
  readonly onReady?: () => void
}

/** Reading is CPU-bound, so more than one letter per core never pays; one core is left for everything else. */
export const defaultWorkers = (): number => Math.max(1, availableParallelism() - 1)

/** Processes jobs of every run on a server with this pipeline version, until it is told to stop. */
export async function runWorker(options: WorkOptions): Promise<void> {
  const { url, stages = PIPELINE, signal, log = SILENT } = options
  await openRedis({ url, durable: options.durable })
  const version = options.version ?? (await identify(stages)).PIPELINE_VERSION
  const connection = connect(url, WORKER_CONNECTION)
  logConnection(connection, url, log)
  const queues = openQueues(connection, version, () => {})
  try {
    await demandSight(queues)
    options.onReady?.()
    await workUntil(signal, { ...options, version, connection, queues })
  } finally {
    await closeQueues(queues)
    connection.disconnect()
  }
}

interface Fleet extends WorkOptions {
  readonly version: string
  readonly connection: Redis
  readonly queues: Queues
}

async function workUntil(signal: AbortSignal | undefined, fleet: Fleet): Promise<void> {
  const { version, connection, queues, workers = defaultWorkers(), stages = PIPELINE, log = SILENT } = fleet
  const sandboxes = openSandboxes(workers, { stages })
  const blind = new Set<string>()
  const perform = async (stage: StageName, job: Job<Payload>, token?: string) => {
    const task = checked(job.data)
    const unseen = outOfSight(task)
    if (unseen !== null) await giveBack(job, token, unseen, { blind, log })
    await runAtHand(sandboxes.run, { stage, out: task.store, refs: task.refs }, version)
    if (stage === 'parse') await addBatch(queues, 'extract', task)
    log.info('job finished', { stage, letters: task.refs.length })
  }
  const open = (stage: StageName) =>
    new Worker<Payload>(QUEUES[stage], (job, token) => perform(stage, job, token).catch(rethrow), {
      connection,
      prefix: prefixOf(version),
      concurrency: workers,
      ...WORKER,
    })
      .on('error', () => {})
      .on('failed', (_job, error) => log.warn(`a ${stage} job failed: ${error.message}`))
  const running = [open('parse'), open('extract')]
  await aborted(signal)
  await Promise.all(running.map(worker => worker.close()))
  await sandboxes.close()
}

/** A worker that cannot see the folders of the waiting runs had better say so than wait for others. */
async function demandSight({ parse, extract }: Queues): Promise<void> {
  const waiting = await Promise.all([parse, extract].map(queue => queue.getJobs(['waiting'], 0, 0)))
  for (const job of waiting.flat()) {
    const { data } = payload.safeParse(job?.data)
    const unseen = data ? outOfSight(data) : null
    if (unseen !== null) throw new UsageError(`${unseen} ${UNSEEN}`)
  }
}

const UNSEEN = 'cannot be seen from this machine, or is a different folder here: mount it under the same path'

/** No part of this program sends anything else, so such a job fails at once and for good. */
function checked(data: unknown): Payload {
  const { data: task } = payload.safeParse(data)
  if (task) return task
  throw new UnrecoverableError('a job with an unknown structure')
}

const GIVE_BACK_MS = 5000

/** Leaves a job to workers that can see its folders; this does not count as an attempt. */
async function giveBack(
  job: Job<Payload>,
  token: string | undefined,
  unseen: string,
  { blind, log }: { readonly blind: Set<string>; readonly log: Log },
): Promise<never> {
  if (!blind.has(unseen)) log.warn(`${unseen} ${UNSEEN}; its jobs are left to others`)
  blind.add(unseen)
  await job.moveToDelayed(Date.now() + GIVE_BACK_MS, token)
  throw new DelayedError()
}

function rethrow(error: unknown): never {
  throw queueError(error)
}

const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise(resolve => {
    if (signal?.aborted) resolve()
    signal?.addEventListener('abort', () => resolve(), { once: true })
  })
