import { MACHINE } from '../../disk/index.ts'
import { Rejected } from '../../document/index.ts'
import type { Log } from '../monitoring/log.ts'
import type { ProgressTally } from '../monitoring/progress.ts'
import { openViews, type Views } from '../monitoring/views.ts'
import { originOf, type Ref, rejectionOf } from '../store/outcome.ts'
import type { Store } from '../store/store.ts'
import { produce } from './producer.ts'
import { closeQueues, openQueues } from './queues.ts'
import { connect, describeServerError, logConnection, PRODUCER_CONNECTION, type RedisServer } from './redis.ts'
import { superviseWorkers } from './supervisor.ts'

interface QueueRun {
  /** Folder or URL of the results. */
  readonly out: string
  /** Id of this run. */
  readonly id: string
  readonly version: string
  readonly stages: string
  readonly workers: number
  readonly store: Store
  readonly tally: ProgressTally
  readonly batches: AsyncIterator<readonly Ref[]>
  readonly views: Views
  readonly signal: AbortSignal
  readonly log: Log
}

/**
 * How long workers may take over the job in hand: at a normal end there is none, and after a fault it is not worth
 * waiting.
 */
const GRACE_MS = 3000
const DRAIN_MS = 60_000

/** Brings the letters to their outcomes through the queue, with worker processes of its own. */
export async function runOnQueue(run: QueueRun, server: RedisServer): Promise<void> {
  const { version, stages, workers, batches, tally, signal, log } = run
  const connection = connect(server.address, PRODUCER_CONNECTION)
  logConnection(connection, server.address, log)
  const queues = openQueues(connection, version, () => {})
  const fleet = superviseWorkers(workers, { url: server.address, stages, version }, log)
  const fault = new AbortController()
  const giveUp = (refs: readonly Ref[]) => abandon(refs, run.store)
  let graceMs = GRACE_MS
  let views: Awaited<ReturnType<typeof openViews>> | undefined
  try {
    views = await openViews(run.views, queues, log)
    const stop = AbortSignal.any([signal, fault.signal])
    const fed = produce(batches, {
      queues,
      tally,
      run: { version, store: run.out, folderId: run.id, machine: MACHINE },
      giveUp,
      log,
      signal: stop,
    })
    await Promise.race([fed, fleet.lost, server.lost])
    if (signal.aborted) graceMs = DRAIN_MS
  } catch (error) {
    throw describeServerError(error, server)
  } finally {
    fault.abort()
    await views?.close()
    await fleet.close(graceMs)
    await closeQueues(queues)
    connection.disconnect()
  }
}

/** The next run retries these. */
async function abandon(refs: readonly Ref[], store: Store): Promise<void> {
  const lost = new Rejected('E_INTERNAL', 'read', 'the queue did not finish this letter')
  for (const ref of refs) {
    if (store.hasOutcome(ref.hash)) continue
    await store.putOutcome(ref.hash, { rejection: rejectionOf(lost, originOf(ref), 'read') })
  }
}
