import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { draftIn, isAlive, MACHINE, textIfThere } from '../../disk/index.ts'
import { UsageError } from '../inputs/entry.ts'

/** The process that runs an ingest. */
export interface Holder {
  readonly pid: number
  /** When that process started, by the kernel's clock: process ids are reused. */
  readonly started: string | null
  /** The scope of that process id: see `machine.ts`. */
  readonly machine: string
  /** For people. */
  readonly host: string
}

const fileOf = (state: string): string => join(state, 'lock')

/**
 * Locks the state of an ingest for this process and returns a function that releases it. Two runs at once would delete
 * and overwrite what the other is about to publish. A lock whose process is gone is void.
 */
export function lock(state: string, temporary: string): () => void {
  const path = fileOf(state)
  const mine = JSON.stringify(thisHolder())
  const draft = draftIn(temporary)
  writeFileSync(draft, mine)
  try {
    // A hard link, unlike a new file, appears with its content or not at all.
    while (!linked(draft, path)) removeStale(path, temporary)
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (textIfThere(path) === mine) rmSync(path, { force: true })
  }
}

/** This process. */
export const thisHolder = (): Holder => ({
  pid: process.pid,
  started: startOf(process.pid),
  machine: MACHINE,
  host: hostname(),
})

/** Whether a run is in progress in the folder, as far as this machine can tell. */
export function isLocked(state: string): boolean {
  const text = textIfThere(fileOf(state))
  return text !== undefined && holds(holderIn(text))
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function removeStale(path: string, temporary: string): void {
  const text = textIfThere(path)
  if (text === undefined) return
  const holder = holderIn(text)
  if (holder && holds(holder)) throw new UsageError(lockedBy(holder, path))
  const aside = draftIn(temporary)
  renameSync(path, aside)
  // Between the check and the rename another run may have taken the lock: then it gets it back.
  if (textIfThere(aside) !== text) linked(aside, path)
  rmSync(aside, { force: true })
}

/** What to say of a lock that is held. */
export const lockedBy = ({ pid, machine, host }: Holder, path: string): string =>
  `another ingest into this folder is running: process ${pid} on ${host}` +
  (machine === MACHINE ? '' : `; if it is gone, remove ${path}`)

/** A process on another machine cannot be checked, so it counts as running. */
export function holds(holder: Holder | undefined): boolean {
  if (holder === undefined) return false
  if (holder.machine !== MACHINE) return true
  return isAlive(holder.pid) && startOf(holder.pid) === holder.started && !isZombie(holder.pid)
}

/** Undefined if the text names no process. */
export function holderIn(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder | null
    return typeof holder?.pid === 'number' ? holder : undefined
  } catch {
    return undefined
  }
}

/** Field 22 of `/proc/PID/stat`; null if there is no such file. */
const startOf = (pid: number): string | null => statusFields(pid)[19] ?? null

/** A process that was killed, but whose parent has not taken notice of it, still has its number. */
const isZombie = (pid: number): boolean => statusFields(pid)[0] === 'Z'

/** The fields of `/proc/PID/stat` from the third on; the name in the second may contain anything. */
function statusFields(pid: number): string[] {
  const stat = textIfThere(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
}
