import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { moduleAt } from './stages.ts'
import type { WorkerSettings } from './worker-main.ts'

/** Worker processes that are started anew when they die. */
export interface Fleet {
  /** Fails when they die again and again. */
  readonly lost: Promise<never>
  close(): Promise<void>
}

const RESTARTS = 20
const PAUSE_MS = 500
/** For the job in hand; on a shared server another worker takes over what is cut off. */
const GRACE_MS = 3000

export function startFleet(workers: number, settings: WorkerSettings, log: (line: string) => void): Fleet {
  const lost = Promise.withResolvers<never>()
  lost.promise.catch(() => {})
  const living = new Set<ChildProcess>()
  let restarts = 0
  let closed = false
  const start = () => {
    if (closed) return
    const child = startWorker(settings).on('message', line => log(String(line)))
    living.add(child)
    const onEnd = () => {
      if (!living.delete(child) || closed) return
      if (++restarts > RESTARTS) return lost.reject(new Error('the worker processes end again and again'))
      log('a worker process ended and is started again')
      setTimeout(start, PAUSE_MS).unref()
    }
    child.once('exit', onEnd).on('error', () => child.pid === undefined && onEnd())
  }
  for (let count = 0; count < workers; count++) start()
  const close = async () => {
    closed = true
    await Promise.all([...living].map(endWorker))
  }
  return { lost: lost.promise, close }
}

/** Standard output carries data only, so a worker has none. */
function startWorker(settings: WorkerSettings): ChildProcess {
  return fork(fileURLToPath(moduleAt('worker-main')), [], {
    execArgv: [],
    env: { ...process.env, IMR_WORKER: JSON.stringify(settings) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

async function endWorker(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
  await gone
  clearTimeout(timer)
}
