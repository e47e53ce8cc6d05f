import { availableParallelism } from 'node:os'
import { Worker } from 'bullmq'
import { type Log, SILENT } from '../monitoring/log.ts'
import { openSandboxes } from '../sandbox/sandboxes.ts'
import { loadStages, PIPELINE } from '../sandbox/stages.ts'
import {
  addBatch,
  closeQueues,
  openQueues,
  type Payload,
  prefixOf,
  QUEUES,
  queueError,
  type StageName,
  WORKER,
} from './queues.ts'
import { connect, openRedis, WORKER_CONNECTION } from './redis.ts'

export interface WorkOptions {
  /** URL of the server, or path of its socket. */
  readonly url: string
  /** Letters read at a time. */
  readonly workers?: number
  /** Address of the module with the stages. */
  readonly stages?: string
  /** Version of the stages, for a caller that has loaded them: then this process need not. */
  readonly version?: string
  /** Ends the worker once the jobs in its hands are done; without it the worker runs for ever. */
  readonly signal?: AbortSignal
  /** Only a server with an append-only file will do. */
  readonly durable?: boolean
  readonly log?: Log
}

/** Two letters at a time use up two cores; more rarely pay, since reading is all computing. */
export const defaultWorkers = (): number => Math.min(2, availableParallelism())

/** Works on the jobs of every run on a server that has this version of the pipeline, until told to stop. */
export async function runWorker(options: WorkOptions): Promise<void> {
  const { url, workers = defaultWorkers(), stages = PIPELINE, signal, log = SILENT } = options
  await openRedis({ url, durable: options.durable })
  const version = options.version ?? (await loadStages(stages)).PIPELINE_VERSION
  const connection = connect(url, WORKER_CONNECTION)
  const queues = openQueues(connection, version, () => {})
  const sandboxes = openSandboxes(workers, { stages })
  const perform = async (stage: StageName, payload: Payload) => {
    await sandboxes.run({ stage, out: payload.store, refs: payload.refs })
    if (stage === 'parse') await addBatch(queues, 'extract', payload)
    log.info('a job is done', { stage, letters: payload.refs.length })
  }
  const open = (stage: StageName) =>
    new Worker<Payload>(QUEUES[stage], job => perform(stage, job.data).catch(rethrow), {
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
  await closeQueues(queues)
  await sandboxes.close()
  connection.disconnect()
}

function rethrow(error: unknown): never {
  throw queueError(error)
}

const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise(resolve => {
    if (signal?.aborted) resolve()
    signal?.addEventListener('abort', () => resolve(), { once: true })
  })
