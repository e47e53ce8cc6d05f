import { isAbsolute } from 'node:path'
import { type JobsOptions, Queue, UnrecoverableError, type WorkerOptions } from 'bullmq'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { isDiskFault } from '../../disk/index.ts'
import { isBucketUrl } from '../bucket/address.ts'
import { BucketError } from '../bucket/faults.ts'
import { UsageError } from '../inputs/entry.ts'
import { sha256 } from '../store/outcome.ts'

/**
 * Queues, payloads and options in one place. The queue only schedules: the store records what is done, so any job may
 * vanish, run twice or be lost with its server.
 */
export const QUEUES = { parse: 'imr-parse', extract: 'imr-extract' } as const

export type StageName = keyof typeof QUEUES

const isPlace = (path: string): boolean => isAbsolute(path) || isBucketUrl(path)

/**
 * References only; letter text must never enter Redis. What comes back is validated, since a server may be shared and a
 * hash becomes part of a path that is written to.
 */
export const payload = z.strictObject({
  /** Pipeline version of the run. */
  version: z.string().min(1),
  /** Ingest folder with the store, which every worker must see under this path, or the URL of one in a bucket. */
  store: z.string().refine(isPlace),
  /** Id of that folder, which a file in it holds, too. */
  folderId: z.uuid(),
  /** Machine of the run. */
  machine: z.string(),
  refs: z.array(
    z.strictObject({
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      path: z.string().refine(isPlace),
      name: z.string().min(1),
      bytes: z.int().nonnegative(),
    }),
  ),
})

export type Payload = z.infer<typeof payload>

/** Few enough to repeat after a crash, enough to make the queue's cost per letter negligible. */
export const BATCH = 50

/** Batches in the queue at a time: 5,000 letters keep many workers busy and take some 2 MB of Redis. */
export const WINDOW = 100

/** Attempts only cover failures of machines: the faults of a letter are outcomes, so its job succeeds. */
const JOB: JobsOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: true,
  removeOnFail: { age: 24 * 3600, count: 1000 },
}

/**
 * Letters are read in child processes, so the event loop that renews the lock is never blocked, and an expired lock
 * means a dead worker: 10 s detects that sooner than the usual 30. Many workers may die during one job through no fault
 * of its own.
 */
export const WORKER = {
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 10,
} satisfies Partial<WorkerOptions>

export type Queues = Readonly<Record<StageName, Queue<Payload>>>

/** Workers of another version must not see these jobs, so the version is in the prefix of all keys. */
export const prefixOf = (version: string): string => `imr-${version}`

/** Opens the queues of this pipeline version; errors of the connection go to `onError`. */
export function openQueues(connection: Redis, version: string, onError: (error: Error) => void): Queues {
  const open = (stage: StageName) =>
    new Queue<Payload>(QUEUES[stage], { connection, prefix: prefixOf(version) }).on('error', onError)
  return { parse: open('parse'), extract: open('extract') }
}

export const closeQueues = async (queues: Queues): Promise<void> => {
  await Promise.all([queues.parse.close(), queues.extract.close()])
}

/** Adding the same batch to the same stage twice is one job. */
export const addBatch = (queues: Queues, stage: StageName, payload: Payload) =>
  queues[stage].add(stage, payload, { ...JOB, jobId: jobId(stage, payload) })

/** Contains no `:` and is not all digits, which BullMQ refuses. */
export const jobId = (stage: StageName, { version, store, refs }: Payload): string =>
  `${stage}-${sha256(JSON.stringify([version, store, refs.map(ref => [ref.hash, ref.path])]))}`

/**
 * A full or inaccessible disk or bucket would fail again in the same way, so the job is not retried and the run ends
 * with this error.
 */
export const STORAGE = 'storage: '

/** Turns an error of the disk or a bucket into one that BullMQ does not retry. */
export const queueError = (error: unknown): unknown =>
  isStorageFault(error) ? new UnrecoverableError(`${STORAGE}${error.message}`) : error

const isStorageFault = (error: unknown): error is Error =>
  isDiskFault(error) || error instanceof BucketError || error instanceof UsageError

/** Jobs of each queue by state. */
export async function jobCounts(queues: Queues): Promise<Record<string, Record<string, number>>> {
  const counts = Object.values(queues).map(async queue => [queue.name, await queue.getJobCounts()] as const)
  return Object.fromEntries(await Promise.all(counts))
}
