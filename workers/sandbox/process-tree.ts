import { readdirSync } from 'node:fs'
import { textIfThere } from '../../disk/index.ts'

/** A running process. */
export interface Process {
  readonly pid: number
  /** Its command line, with arguments separated by NUL. */
  readonly command: string
}

/** The descendants of a process, top down; the children of one that `isLeaf` are not visited. */
export const below = (root: number, isLeaf: (one: Process) => boolean = () => false): Process[] =>
  childrenOf(root).flatMap(pid => {
    const one = { pid, command: procFile(pid, 'cmdline') }
    return isLeaf(one) ? [one] : [one, ...below(pid, isLeaf)]
  })

/** A file about a process from `/proc`; '' if there is none, or the process has gone. */
export const procFile = (pid: number, file: string): string => textIfThere(`/proc/${pid}/${file}`) ?? ''

/** A kilobyte line of `/proc/PID/status`, in bytes; NaN if there is none. */
export const bytesOf = (pid: number, name: 'VmData' | 'VmHWM' | 'VmRSS'): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(procFile(pid, 'status'))?.[1] ?? Number.NaN) * 1024

function childrenOf(pid: number): number[] {
  const threads = namesIn(`/proc/${pid}/task`)
  return threads.flatMap(thread => procFile(pid, `task/${thread}/children`).split(' ').filter(Boolean).map(Number))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
