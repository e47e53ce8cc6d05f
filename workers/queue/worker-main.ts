import process from 'node:process'
import type { Fields } from '../monitoring/log.ts'
import { runWorker } from './run-worker.ts'

/** A worker process of `fleet.ts`. It ends with its parent, or once its job is done when it is asked to. */
export interface WorkerSettings {
  readonly url: string
  readonly stages: string
  readonly version: string
}

/** What a worker tells its parent. */
export interface WorkerNote {
  readonly text: string
  readonly fields: Fields
}

/** In the environment and not among the arguments, which everyone on the machine can read: a URL may hold a password. */
const settings = JSON.parse(process.env.IMR_WORKER ?? '{}') as WorkerSettings
// The children, in which foreign files are opened, need not inherit it.
delete process.env.IMR_WORKER
const stop = new AbortController()

process.on('disconnect', () => process.exit())
process.on('SIGTERM', () => stop.abort())
// Ctrl-C reaches the whole group: the parent decides, and its end is ours.
process.on('SIGINT', () => {})

const warn = (text: string, fields: Fields = {}) => void process.send?.({ text, fields } satisfies WorkerNote)
const log = { info: () => {}, warn }
await runWorker({ ...settings, workers: 1, signal: stop.signal, log })
process.exit()
