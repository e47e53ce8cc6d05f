import process from 'node:process'
import type { Fields } from '../monitoring/log.ts'
import { runWorker } from './run-worker.ts'

/** A worker process of `supervisor.ts`. It ends with its parent or, when asked to, after the job in hand. */
export interface WorkerSettings {
  readonly url: string
  readonly stages: string
  readonly version: string
}

/** A message from a worker to its parent. */
export interface WorkerNote {
  readonly text: string
  readonly fields: Fields
}

/**
 * In the environment rather than the arguments, which everyone on the machine can read: a URL may contain a password.
 */
const settings = JSON.parse(process.env.IMR_WORKER ?? '{}') as WorkerSettings
// The children, which open untrusted files, need not inherit it.
delete process.env.IMR_WORKER
const stop = new AbortController()

process.on('disconnect', () => process.exit())
process.on('SIGTERM', () => stop.abort())
// Ctrl-C reaches the whole group: the parent decides, and this process ends with it.
process.on('SIGINT', () => {})

const warn = (text: string, fields: Fields = {}) => void process.send?.({ text, fields } satisfies WorkerNote)
const log = { info: () => {}, warn }
await runWorker({ ...settings, workers: 1, signal: stop.signal, log })
process.exit()
