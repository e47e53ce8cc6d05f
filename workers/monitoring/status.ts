import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isDiskFault, publishText } from '../../disk/index.ts'
import { UsageError } from '../inputs/entry.ts'
import { isLocked } from '../store/lock.ts'
import { stateFolder } from '../store/store.ts'
import type { Progress, RejectedInput } from './progress.ts'

/** `listing`, `reading` and `writing` follow one another; `cut off` is a run that was killed in one of them. */
type State = 'listing' | 'reading' | 'writing' | 'done' | 'interrupted' | 'failed' | 'cut off'

/** The state of the last run into a folder. */
export interface Status {
  readonly state: State
  readonly version: string
  readonly began: string
  readonly updated: string
  readonly ended: string | null
  /** Inputs, including duplicates; null until they are listed. */
  readonly inputs: number | null
  readonly duplicates: number
  /** Distinct inputs. */
  readonly total: number
  readonly done: number
  readonly partial: number
  readonly rejected: number
  readonly rejectionCodes: Readonly<Record<string, number>>
  readonly rejectedLately: readonly RejectedInput[]
  readonly perSecond: number
  readonly secondsLeft: number | null
  /** Why it failed. */
  readonly error: string | null
}

/** Records the state of a run for other processes. */
export interface StatusFile {
  set(change: Partial<Pick<Status, 'state' | 'inputs' | 'duplicates' | 'error'>>): void
  progress(progress: Progress): void
}

const INTERVAL_MS = 1000
const FILE = 'status.json'

/** Creates the status file of a run. */
export function openStatus(out: string, temporary: string, version: string): StatusFile {
  const began = new Date().toISOString()
  let status: Status = { ...NOTHING, version, began, updated: began }
  let written = 0
  const write = (change: Partial<Status>) => {
    const now = new Date().toISOString()
    status = { ...status, ...change, updated: now, ended: change.state && isEnd(change.state) ? now : null }
    written = performance.now()
    try {
      publishText(temporary, join(stateFolder(out), FILE), JSON.stringify(status), { sync: false })
    } catch {
      // If the disk is full, more important writes will end the run.
    }
  }
  const progress = ({ codes, ...counts }: Progress) => {
    const { total, done } = counts
    const change = { ...counts, rejectionCodes: Object.fromEntries([...codes].sort()) }
    if (performance.now() - written >= INTERVAL_MS || done === total) write(change)
    else status = { ...status, ...change }
  }
  write({})
  return { set: write, progress }
}

/** The status of a folder that was or is being ingested into. */
export function readStatus(out: string): Status {
  let status: Status
  try {
    status = JSON.parse(readFileSync(join(stateFolder(resolve(out)), FILE), 'utf8'))
  } catch (error) {
    if (isDiskFault(error) && error.code !== 'ENOTDIR') throw error
    throw new UsageError(`no ingest has been run into ${out}`)
  }
  return isEnd(status.state) || isRunning(out) ? status : { ...status, state: 'cut off' }
}

/** Whether the last run into a folder, if there was one, came to its end. Only for the process that holds the lock. */
export function lastRunEnded(out: string): boolean {
  try {
    return JSON.parse(readFileSync(join(stateFolder(out), FILE), 'utf8')).state === 'done'
  } catch {
    return true
  }
}

/** Whether an ingest into a folder is in progress, as far as this machine can tell. */
export const isRunning = (out: string): boolean => isLocked(stateFolder(resolve(out)))

const isEnd = (state: State): boolean => ['done', 'interrupted', 'failed', 'cut off'].includes(state)

const NOTHING = {
  state: 'listing',
  ended: null,
  inputs: null,
  duplicates: 0,
  total: 0,
  done: 0,
  partial: 0,
  rejected: 0,
  rejectionCodes: {},
  rejectedLately: [],
  perSecond: 0,
  secondsLeft: null,
  error: null,
} as const
