import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Rejected, Stage } from '../../document/index.ts'
import { originOf, type Ref, rejectionOf } from '../store/outcome.ts'
import { openStore } from '../store/store.ts'
import { cpuSeconds } from './confine.ts'
import { type Death, deathOf, spentIn, verdict } from './deaths.ts'
import type { ChildTask, Fault, Report, Task } from './stage-main.ts'
import { allowance, identify, moduleAt, PIPELINE } from './stages.ts'

/** Limits on a letter in a sandbox. */
export interface SandboxOptions {
  /** URL of the module with the stages. */
  readonly stages?: string
  readonly seconds?: number
  readonly megabytes?: number
}

/**
 * Where letters are read one after another: a long-lived child process that is killed and replaced when a letter takes
 * too long or too much memory, so that no letter can block or kill the scheduling process.
 */
export interface Sandbox {
  run(task: Task): Promise<void>
  close(): Promise<void>
}

/**
 * The death of a child, and the index of the letter that it was reading: -1 before the first, and `all` if it was
 * extracting all of them.
 */
interface ChildEnd {
  readonly death: Death
  readonly at: number | 'all'
}
type TaskEnd = { readonly done: true } | { readonly fault: Fault } | ChildEnd

/** Enough for a child's imports on a busy machine. */
const START_SECONDS = 60
const START_TRIES = 3
/** Below the limit of the whole process, so that V8 collects garbage before the watchdog acts. */
const HEAP_MEGABYTES = 512
/**
 * How far the heap may grow before the next collection, and the size of half the young generation. Without the first,
 * or with half the second, it takes some 3 % more CPU; the first takes 40 MB of memory and the second 8.
 */
const HEAP_GROWTH_PERCENT = 100
const YOUNG_HALF_MEGABYTES = 16
/** A deadline is the letter's fault if at least this share of the time was CPU time, otherwise the machine's. */
const BUSY = 0.5
/** Both attempts at a letter that end by themselves may together take this many deadlines. */
const TRIES = 1.2

/** Opens a sandbox; its child starts with the first task. */
export function openSandbox(options: SandboxOptions = {}): Sandbox {
  const { stages = PIPELINE } = options
  const { seconds, megabytes } = { ...allowance(stages), ...options }
  let child: ChildProcess | undefined
  let closed = false
  const attempt = async (task: ChildTask, tried: Tried): Promise<TaskEnd> => {
    if (closed) throw new Error('the sandbox is closed')
    const fresh = !isAlive(child)
    child = isAlive(child) ? child : startChild(stages, megabytes)
    const left = { at: tried.at, seconds: Math.min(seconds, seconds * TRIES - spentIn(tried.deaths)) }
    const end = await watch(child, task, { seconds, left, fresh })
    if (closed && 'death' in end) throw new Error('the sandbox is closed')
    return end
  }
  const close = async () => {
    closed = true
    await kill(child)
  }
  return { run: task => runToEnd(task, attempt, stages), close }
}

/**
 * Replaces a child that dies, until each letter of the task is read or rejected; those that are need not be left out, as the
 * child passes over them. If it dies while it extracts all letters, nobody knows in which, and each is extracted alone.
 */
async function runToEnd(task: Task, attempt: Attempt, stages: string): Promise<void> {
  let together = true
  let tried: Tried = { at: -1, deaths: [] }
  let failedStarts = 0
  for (;;) {
    const end = await attempt({ ...task, together }, tried)
    if (!('death' in end)) return raise(end)
    const { death, at } = end
    if (at === -1) {
      if (++failedStarts === START_TRIES) throw new Error('the reading process cannot be started')
      continue
    }
    failedStarts = 0
    if (at === 'all') together = false
    else tried = await judged(task, { at, deaths: at === tried.at ? [...tried.deaths, death] : [death] }, stages)
  }
}

/** A letter in which children died: its index in the task, -1 for none. */
interface Tried {
  readonly at: number
  readonly deaths: readonly Death[]
}

/** Rejects the letter if its deaths are enough for that; returns what the next attempt must know of it. */
async function judged(task: Task, tried: Tried, stages: string): Promise<Tried> {
  const rejected = verdict(tried.deaths, stageOf(task))
  if (!rejected) return tried
  await condemn(task, task.refs[tried.at]!, rejected, stages)
  return { at: -1, deaths: [] }
}

function raise(end: Exclude<TaskEnd, ChildEnd>): void {
  if ('fault' in end) throw Object.assign(new Error(end.fault.message), { code: end.fault.code })
}

type Attempt = (task: ChildTask, tried: Tried) => Promise<TaskEnd>

const stageOf = ({ stage }: Task): Stage => (stage === 'parse' ? 'read' : 'extract')

async function condemn(task: Task, ref: Ref, rejected: Rejected, stages: string): Promise<void> {
  const store = await openStore(task.out, (await identify(stages)).PIPELINE_VERSION)
  // The child may have died between the outcome and the next letter.
  if (store.hasOutcome(ref.hash)) return
  await store.putOutcome(ref.hash, { rejection: rejectionOf(rejected, originOf(ref), stageOf(task)) })
}

interface LetterWatch {
  readonly seconds: number
  /** The deadline of a letter that has used some of its time. */
  readonly left: { readonly at: number; readonly seconds: number }
  /** Whether the child has read nothing before. */
  readonly fresh: boolean
}

/** Follows one batch through the child; each new letter resets the clock. */
function watch(child: ChildProcess, task: ChildTask, { seconds, left, fresh }: LetterWatch): Promise<TaskEnd> {
  const { promise, resolve } = Promise.withResolvers<TaskEnd>()
  let at: ChildEnd['at'] = -1
  let first: ChildEnd['at'] | undefined
  let spent = 0
  let began = performance.now()
  let late: { readonly busy: boolean } | undefined
  const limit = () => (at === left.at ? left.seconds : seconds)
  const expire = () => {
    // If the CPU time is unknown, the letter is blamed.
    late = { busy: !(cpuSeconds(child.pid ?? 0) - spent < limit() * BUSY) }
    child.kill('SIGKILL')
  }
  let timer = setTimeout(expire, START_SECONDS * 1000)
  const onMessage = (report: Report) => {
    if ('warning' in report) return process.emitWarning(report.warning.message, { code: report.warning.code })
    if (!('begun' in report)) return resolve(report)
    at = report.begun
    first ??= at
    spent = report.cpu
    began = performance.now()
    clearTimeout(timer)
    timer = setTimeout(expire, limit() * 1000)
  }
  const onExit = (_code: number | null, signal: string | null) => {
    const took = (performance.now() - began) / 1000
    resolve({ death: deathOf(signal, { late, alone: fresh && at === first, took }), at })
  }
  const onError = () => child.pid === undefined && onExit(null, null)
  child.on('message', onMessage).on('exit', onExit).on('error', onError)
  child.send(task, error => error && child.kill('SIGKILL'))
  return promise.finally(() => {
    clearTimeout(timer)
    child.off('message', onMessage).off('exit', onExit).off('error', onError)
  })
}

/** Its output is discarded, since a crash report may contain what was being read. */
function startChild(stages: string, megabytes: number): ChildProcess {
  const limits = JSON.stringify({ stages, megabytes, parent: process.pid })
  const child = fork(fileURLToPath(moduleAt('stage-main')), [limits], {
    execArgv: [
      `--max-old-space-size=${HEAP_MEGABYTES}`,
      `--heap-growing-percent=${HEAP_GROWTH_PERCENT}`,
      `--max-semi-space-size=${YOUNG_HALF_MEGABYTES}`,
      // As in the launcher.
      '--no-regexp-tier-up',
    ],
    env: withoutKeys(process.env),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return child.on('error', () => {})
}

/** The keys of a bucket are not for the process that opens untrusted files. */
const withoutKeys = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')))

const isAlive = (child: ChildProcess | undefined): child is ChildProcess =>
  child?.pid !== undefined && child.exitCode === null && child.signalCode === null && child.connected

async function kill(child: ChildProcess | undefined): Promise<void> {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
