import { setTimeout as sleep } from 'node:timers/promises'
import { Job } from 'bullmq'
import type { Log } from '../monitoring/log.ts'
import type { ProgressTally } from '../monitoring/progress.ts'
import type { Ref } from '../store/outcome.ts'
import { addBatch, jobId, type Payload, type Queues, STORAGE, WINDOW } from './queues.ts'

interface ProducerDeps {
  readonly queues: Queues
  readonly tally: ProgressTally
  /** The run to which the letters belong. */
  readonly run: Omit<Payload, 'refs'>
  /** Gives up on letters that the queue could not bring to an outcome. */
  readonly giveUp: (refs: readonly Ref[]) => Promise<void>
  readonly log: Log
  readonly signal: AbortSignal
}

/** A batch in flight. `refs` are its letters without an outcome, `payload` is what its jobs were created with. */
interface BatchInFlight {
  readonly payload: Payload
  readonly refs: readonly Ref[]
  /** Jobs that failed, and jobs that the server lost, since a letter was last done. */
  readonly failed: number
  readonly lost: number
  /** Time of its last sign of progress, and how long after it the batch is looked up in the queue. */
  readonly since: number
  readonly patience: number
}

const POLL_MS = 200
/** A batch without news is looked up after the first time, and ever more rarely while it is only waiting for its turn. */
const PATIENCE_MS = { first: 2000, most: 10_000 }
const MOST_FAILED = 3
/** A job that was lost says nothing about its letters, but one that is lost every time would never end. */
const MOST_LOST = 10

/**
 * Sends batches through the queue, a window of them at a time, and ends when the store has an outcome for each letter.
 * The queue is not trusted: jobs that vanished or failed are sent again.
 */
export async function produce(batches: AsyncIterator<readonly Ref[]>, deps: ProducerDeps): Promise<void> {
  const next = impatient(batches)
  let inFlight: BatchInFlight[] = []
  let more = true
  while (!deps.signal.aborted && (more || inFlight.length > 0)) {
    while (more && inFlight.length < WINDOW) {
      const batch = await next()
      if (batch === undefined) break
      if (batch === null) more = false
      else inFlight.push(await launch(batch, UNTRIED, deps))
    }
    inFlight = await advanceAll(inFlight, deps)
    if (inFlight.length > 0) await sleep(POLL_MS)
  }
  for (const batch of inFlight) await withdraw(batch.payload, deps.queues)
}

/** The next batch, or null after the last; undefined if it is not ready, so that listing does not block the rest. */
function impatient<T>(batches: AsyncIterator<T>): () => Promise<T | null | undefined> {
  let pending: Promise<IteratorResult<T>> | undefined
  return async () => {
    pending ??= batches.next()
    const next = await Promise.race([pending, sleep(POLL_MS)])
    if (next === undefined) return undefined
    pending = undefined
    return next.done ? null : next.value
  }
}

/** Jobs of an interrupted run on a shared server would keep its workers busy. Locked jobs stay. */
async function withdraw(payload: Payload, queues: Queues): Promise<void> {
  for (const stage of ['parse', 'extract'] as const) await queues[stage].remove(jobId(stage, payload)).catch(() => {})
}

type Attempts = Pick<BatchInFlight, 'failed' | 'lost'>

const UNTRIED: Attempts = { failed: 0, lost: 0 }

async function launch(refs: readonly Ref[], { failed, lost }: Attempts, deps: ProducerDeps): Promise<BatchInFlight> {
  const payload = { ...deps.run, refs: [...refs] }
  await addBatch(deps.queues, 'parse', payload)
  return { payload, refs, failed, lost, since: Date.now(), patience: PATIENCE_MS.first }
}

async function advanceAll(inFlight: readonly BatchInFlight[], deps: ProducerDeps): Promise<BatchInFlight[]> {
  const moving: BatchInFlight[] = []
  for (const batch of inFlight) {
    const next = await advance(batch, deps)
    if (next) moving.push(next)
  }
  return moving
}

async function advance(batch: BatchInFlight, deps: ProducerDeps): Promise<BatchInFlight | undefined> {
  const refs = await deps.tally.settle(batch.refs)
  if (refs.length === 0) return undefined
  if (refs.length < batch.refs.length)
    return { ...batch, ...UNTRIED, refs, since: Date.now(), patience: PATIENCE_MS.first }
  return Date.now() - batch.since < batch.patience ? batch : seek({ ...batch, since: Date.now() }, deps)
}

/** The last job may have finished after its outcomes were looked up, so they are looked up once more. */
async function seek(batch: BatchInFlight, deps: ProducerDeps): Promise<BatchInFlight | undefined> {
  if (await isQueued(batch.payload, deps.queues))
    return { ...batch, patience: Math.min(2 * batch.patience, PATIENCE_MS.most) }
  const refs = await deps.tally.settle(batch.refs)
  if (refs.length < batch.refs.length) return refs.length > 0 ? { ...batch, refs } : undefined
  const tried = (await clearFailed(batch.payload, deps)) ? { failed: batch.failed + 1 } : { lost: batch.lost + 1 }
  const attempts = { ...batch, ...tried }
  if (attempts.failed < MOST_FAILED && attempts.lost < MOST_LOST) return launch(refs, attempts, deps)
  await deps.giveUp(refs)
  return { ...batch, refs }
}

async function isQueued(payload: Payload, { parse, extract }: Queues): Promise<boolean> {
  const states = await Promise.all([
    parse.getJobState(jobId('parse', payload)),
    extract.getJobState(jobId('extract', payload)),
  ])
  return states.some(state => state !== 'unknown' && state !== 'failed' && state !== 'completed')
}

/**
 * Removes a failed job, which would keep its id from being reused, and returns whether there was one. A full disk or a
 * closed bucket is not the letter's fault and ends the run.
 */
async function clearFailed(payload: Payload, { queues, log }: ProducerDeps): Promise<boolean> {
  let found = false
  for (const stage of ['parse', 'extract'] as const) {
    const job = await Job.fromId(queues[stage], jobId(stage, payload))
    if (!job) continue
    found = true
    const reason = job.failedReason ?? ''
    await job.remove().catch(() => {})
    if (reason.startsWith(STORAGE)) throw new Error(reason.slice(STORAGE.length))
    log.warn(`a ${stage} job is queued again: ${reason}`, { job: job.id ?? null, letters: payload.refs.length })
  }
  return found
}
