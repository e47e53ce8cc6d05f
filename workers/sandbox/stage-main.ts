import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Ref } from '../store/outcome.ts'
import { openRecentTexts } from '../store/recent-texts.ts'
import { openStore } from '../store/store.ts'
import { BREACH, confine } from './confine.ts'
import { extractBatch, isOutOfMemory, parseBatch } from './processors.ts'
import { loadStages, moduleAt, type Stages } from './stages.ts'

/**
 * The process in which letters are read: it takes batches from its parent one at a time and names each letter before it
 * begins. `sandbox.ts` is the other end.
 */
export interface Task {
  readonly stage: 'parse' | 'extract'
  /** Ingest folder, which holds the store. */
  readonly out: string
  readonly refs: readonly Ref[]
}

/** A task, and whether its letters may be extracted together: not after a child has died while it did so. */
export interface ChildTask extends Task {
  readonly together: boolean
}

/** The arguments of the child process. */
export interface ChildLimits {
  readonly stages: string
  readonly parent: number
  readonly megabytes: number
}

/**
 * What the process says: which letter it begins or is still reading, or that it extracts all letters, with the CPU seconds
 * that it had used by then; how the task ended; or a warning about itself.
 */
export type Report =
  | { readonly begun: number | 'all'; readonly cpu: number }
  | { readonly done: true }
  | { readonly fault: Fault }
  | { readonly warning: Fault }

/** An error that is safe to report. */
export interface Fault {
  readonly code: string
  readonly message: string
}

const limits = JSON.parse(process.argv[2] ?? '{}') as ChildLimits
const watchdog = new Worker(moduleAt('watchdog'), { workerData: limits })
const watched = once(watchdog, 'online')
watchdog.unref()

process.on('disconnect', () => process.exit())
// Ctrl-C reaches the whole group: the parent decides, and this process ends with it.
process.on('SIGINT', () => {})
// Its output is discarded, so that its warnings about itself have to be passed on. They have a code; others may quote.
process.on('warning', (warning: NodeJS.ErrnoException) => {
  const { code, message } = warning
  if (code?.startsWith('IMR_')) report({ warning: { code, message } })
})
process.on('message', (task: ChildTask) => {
  perform(task).then(
    // Warnings are emitted in the next tick, and nobody would listen to them after this.
    () => setImmediate(() => report({ done: true })),
    (error: unknown) => (isOutOfMemory(error) ? process.kill(process.pid, BREACH) : report({ fault: faultOf(error) })),
  )
})

const withRecentTexts = openRecentTexts()

async function perform({ stage, out, refs, together }: ChildTask): Promise<void> {
  const stages = await ready()
  const store = withRecentTexts(out, await openStore(out, stages.PIPELINE_VERSION))
  const begin = (index: number | 'all') => report({ begun: index, cpu: computed() })
  if (stage === 'parse') return parseBatch(refs, { store, stages, begin })
  return extractBatch(refs, { store, stages, begin, beginAll: together ? () => begin('all') : undefined })
}

function computed(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

let loaded: Promise<Stages> | undefined

/** The stages; once they are loaded, any further memory is used by letters. */
function ready(): Promise<Stages> {
  loaded ??= loadStages(limits.stages).then(async stages => {
    await stages.open?.()
    // This process is killed in the end, and Node would keep what it has compiled only when it exits.
    flushCompileCache()
    // The thread reserves memory as it starts, and an allocation that the kernel refuses it ends the process.
    await watched
    confine(limits.megabytes)
    return stages
  })
  return loaded
}

function report(message: Report): void {
  process.send?.(message)
}

/** System errors contain paths and codes; of any other only the type is reported, since it may quote a letter. */
function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { code: '', message: 'unknown error' }
  const code = (error as NodeJS.ErrnoException).code
  return code === undefined ? { code: '', message: error.name } : { code, message: error.message }
}
