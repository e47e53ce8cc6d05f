import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Log } from '../monitoring/log.ts'
import { moduleAt } from '../sandbox/stages.ts'
import { openRestarts } from './restarts.ts'
import type { WorkerNote, WorkerSettings } from './worker-main.ts'

/** Worker processes that are restarted when they die. */
export interface Supervisor {
  /** Rejects when they die again and again. */
  readonly lost: Promise<never>
  /** Waits this long for the jobs in hand; another worker or the next run does what is cut off. */
  close(graceMs: number): Promise<void>
}

const PAUSE_MS = 500

/** Starts worker processes and restarts those that die. */
export function superviseWorkers(workers: number, settings: WorkerSettings, log: Log): Supervisor {
  const lost = Promise.withResolvers<never>()
  lost.promise.catch(() => {})
  const living = new Set<ChildProcess>()
  const mayRestart = openRestarts()
  let closed = false
  const start = () => {
    if (closed) return
    const child = startWorker(settings).on('message', ({ text, fields }: WorkerNote) => log.warn(text, fields))
    living.add(child)
    const onEnd = () => {
      if (!living.delete(child) || closed) return
      if (!mayRestart()) return lost.reject(new Error('the worker processes keep ending'))
      log.warn('a worker process ended and is restarted', { worker: child.pid ?? null })
      setTimeout(start, PAUSE_MS).unref()
    }
    child.once('exit', onEnd).on('error', () => child.pid === undefined && onEnd())
  }
  for (let count = 0; count < workers; count++) start()
  const close = async (graceMs: number) => {
    closed = true
    await Promise.all([...living].map(child => endWorker(child, graceMs)))
  }
  return { lost: lost.promise, close }
}

/** Standard output carries data only, so a worker has none. */
function startWorker(settings: WorkerSettings): ChildProcess {
  return fork(fileURLToPath(moduleAt('../queue/worker-main')), [], {
    execArgv: [],
    env: { ...process.env, IMR_WORKER: JSON.stringify(settings) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

async function endWorker(child: ChildProcess, graceMs: number): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await gone
  clearTimeout(timer)
}
