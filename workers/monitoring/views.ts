import { jobCounts, type Queues } from '../queue/queues.ts'
import type { LocalServer } from './local-server.ts'
import type { Log } from './log.ts'
import type { Progress } from './progress.ts'

/** Where people and programs on this machine can watch a run. */
export interface Views {
  readonly boardPort: number | undefined
  readonly metricsPort: number | undefined
  readonly progress: () => Progress
}

/** Their libraries are loaded only on demand: loading takes longer than reading a letter. */
export async function openViews(views: Views, queues: Queues | null, log: Log): Promise<{ close(): Promise<void> }> {
  const servers: LocalServer[] = []
  const close = async () => {
    await Promise.all(servers.map(server => server.close()))
  }
  try {
    await openAll(views, queues, log, servers)
  } catch (error) {
    await close()
    throw error
  }
  return { close }
}

async function openAll(views: Views, queues: Queues | null, log: Log, servers: LocalServer[]): Promise<void> {
  const { boardPort, metricsPort, progress } = views
  if (metricsPort !== undefined) {
    const { openMetrics } = await import('./metrics.ts')
    const jobs = async () => (queues ? jobCounts(queues) : {})
    servers.push(await openMetrics(metricsPort, { progress, jobs }))
    log.warn(`metrics: ${servers.at(-1)!.url}/metrics`)
  }
  if (boardPort === undefined) return
  if (!queues) return log.warn('no board, because this run has no queue')
  const { openBoard } = await import('./board.ts')
  servers.push(await openBoard(queues, boardPort))
  log.warn(`board: ${servers.at(-1)!.url}`)
}
