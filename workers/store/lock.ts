import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { draftIn, isAlive, MACHINE } from '../../disk/index.ts'
import { UsageError } from '../inputs/entry.ts'

/** Who runs an ingest into a folder. */
interface Holder {
  readonly pid: number
  /** When that process began, as the kernel counts: a process id may come again. */
  readonly started: string | null
  /** Where that process id means something: see `machine.ts`. */
  readonly machine: string
  /** For people. */
  readonly host: string
}

const fileOf = (state: string): string => join(state, 'lock')

/**
 * Takes the folder with the state of an ingest for this process, and gives what lets go of it. Two runs at once
 * would each sweep away and write over what the other is about to publish. A lock whose process is gone is void.
 */
export function lock(state: string, temporary: string): () => void {
  const path = fileOf(state)
  const mine = JSON.stringify({
    pid: process.pid,
    started: startOf(process.pid),
    machine: MACHINE,
    host: hostname(),
  } satisfies Holder)
  const draft = draftIn(temporary)
  writeFileSync(draft, mine)
  try {
    // A link, unlike a new file, is there with its content or not at all.
    while (!linked(draft, path)) removeStale(path, temporary)
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (textAt(path) === mine) rmSync(path, { force: true })
  }
}

/** Whether a run is going on in the folder, as far as can be told from this machine. */
export function isLocked(state: string): boolean {
  const text = textAt(fileOf(state))
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
  const text = textAt(path)
  if (text === undefined) return
  const holder = holderIn(text)
  if (holder && holds(holder)) throw new UsageError(refusal(holder, path))
  const aside = draftIn(temporary)
  renameSync(path, aside)
  // Between the look and the rename another run may have taken the lock: then it gets it back.
  if (textAt(aside) !== text) linked(aside, path)
  rmSync(aside, { force: true })
}

const refusal = ({ pid, machine, host }: Holder, path: string): string =>
  `another ingest into this folder is running: process ${pid} on ${host}` +
  (machine === MACHINE ? '' : `; if it is gone, remove ${path}`)

/** Of a process on another machine nothing can be told, so that it counts as running. */
function holds(holder: Holder | undefined): boolean {
  if (holder === undefined) return false
  if (holder.machine !== MACHINE) return true
  return isAlive(holder.pid) && startOf(holder.pid) === holder.started
}

function holderIn(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder | null
    return typeof holder?.pid === 'number' ? holder : undefined
  } catch {
    return undefined
  }
}

/** Field 22 of `/proc/PID/stat`; the name in field 2 may hold anything. Null where there is no such file. */
function startOf(pid: number): string | null {
  const stat = textAt(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
