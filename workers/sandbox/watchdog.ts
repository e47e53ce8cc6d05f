import { workerData } from 'node:worker_threads'
import { BREACH } from './confine.ts'

/**
 * A thread next to the stages that ends its process when the parent is gone or memory runs out. The main thread may
 * hang in a letter, where it receives no `disconnect`, and no option of V8 limits its array buffers.
 */
const { parent, megabytes } = workerData as { parent: number; megabytes: number }
const POLL_MS = 50

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  if (process.memoryUsage.rss() > megabytes * 2 ** 20) process.kill(process.pid, BREACH)
}, POLL_MS)
