import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Rejected } from '../document/index.ts'
import { originOf, type Ref, rejectionOf } from './outcome.ts'
import type { Fault, Report, Task } from './stage-main.ts'
import { loadStages, moduleAt, PIPELINE } from './stages.ts'
import { openStore } from './store.ts'

/** What a letter may cost in a slot. */
export interface SlotOptions {
  /** Address of the module with the stages. */
  readonly stages?: string
  readonly seconds?: number
  readonly megabytes?: number
}

/**
 * A place in which letters are read, one after another: a long-lived child process that is killed and replaced when
 * a letter takes too long or too much memory, so that no letter can hold up or take down the process that schedules.
 */
export interface Slot {
  run(task: Task): Promise<void>
  close(): Promise<void>
}

type DeathCode = 'E_TIMEOUT' | 'E_MEMORY' | 'E_INTERNAL'
type End = { readonly done: true } | { readonly fault: Fault } | { readonly death: DeathCode; readonly at: number }

/** Enough for the imports of a child on a busy machine. */
const START_SECONDS = 60
const START_TRIES = 3
/** Below the limit on the whole process, so that V8 collects its garbage before the watchdog sees it. */
const HEAP_MEGABYTES = 512
/** How the kernel or V8 end a process without memory. */
const MEMORY_SIGNALS: ReadonlySet<string | null> = new Set(['SIGKILL', 'SIGABRT', 'SIGTRAP', 'SIGILL'])

export function openSlot(options: SlotOptions = {}): Slot {
  const { stages = PIPELINE, seconds = 15, megabytes = 700 } = options
  let child: ChildProcess | undefined
  let closed = false
  const attempt = async (task: Task): Promise<End> => {
    if (closed) throw new Error('the slot is closed')
    child = isAlive(child) ? child : startChild(stages, megabytes)
    return watch(child, task, seconds)
  }
  const close = async () => {
    closed = true
    await kill(child)
  }
  return { run: task => runToEnd(task, attempt, stages), close }
}

/** A letter in which the child dies gets one more chance in a fresh child, for the fault may lie elsewhere. */
async function runToEnd(task: Task, attempt: (task: Task) => Promise<End>, stages: string): Promise<void> {
  let first = 0
  let suspect = -1
  let failedStarts = 0
  while (first < task.refs.length) {
    const end = await attempt({ ...task, refs: task.refs.slice(first) })
    if ('done' in end) return
    if ('fault' in end) throw Object.assign(new Error(end.fault.message), { code: end.fault.code })
    if (end.at < 0) {
      if (++failedStarts === START_TRIES) throw new Error('the reading process cannot be started')
      continue
    }
    const died = first + end.at
    if (died === suspect) await condemn(task, task.refs[died]!, end.death, stages)
    first = died === suspect ? died + 1 : died
    suspect = died
  }
}

async function condemn(task: Task, ref: Ref, code: DeathCode, stages: string): Promise<void> {
  const store = await openStore(task.out, (await loadStages(stages)).PIPELINE_VERSION)
  const stage = task.stage === 'parse' ? 'read' : 'extract'
  await store.putOutcome(ref.hash, { rejection: rejectionOf(new Rejected(code, stage), originOf(ref), stage) })
}

/** Follows one batch through the child; each letter begun sets the clock anew. */
function watch(child: ChildProcess, task: Task, seconds: number): Promise<End> {
  const { promise, resolve } = Promise.withResolvers<End>()
  let at = -1
  let late = false
  const expire = () => {
    late = true
    child.kill('SIGKILL')
  }
  let timer = setTimeout(expire, START_SECONDS * 1000)
  const onMessage = (report: Report) => {
    if (!('begun' in report)) return resolve(report)
    at = report.begun
    clearTimeout(timer)
    timer = setTimeout(expire, seconds * 1000)
  }
  const onExit = (_code: number | null, signal: string | null) => resolve({ death: deathCode(late, signal), at })
  const onError = () => child.pid === undefined && onExit(null, null)
  child.on('message', onMessage).on('exit', onExit).on('error', onError)
  child.send(task, error => error && child.kill('SIGKILL'))
  return promise.finally(() => {
    clearTimeout(timer)
    child.off('message', onMessage).off('exit', onExit).off('error', onError)
  })
}

function deathCode(late: boolean, signal: string | null): DeathCode {
  if (late) return 'E_TIMEOUT'
  return MEMORY_SIGNALS.has(signal) ? 'E_MEMORY' : 'E_INTERNAL'
}

/** Its output is dropped, for a crash report may hold what was being read. */
function startChild(stages: string, megabytes: number): ChildProcess {
  const limits = JSON.stringify({ stages, megabytes, parent: process.pid })
  const child = fork(fileURLToPath(moduleAt('stage-main')), [limits], {
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return child.on('error', () => {})
}

const isAlive = (child: ChildProcess | undefined): child is ChildProcess =>
  child?.pid !== undefined && child.exitCode === null && child.signalCode === null && child.connected

async function kill(child: ChildProcess | undefined): Promise<void> {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
