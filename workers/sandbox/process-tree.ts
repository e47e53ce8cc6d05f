import { readdirSync, readFileSync } from 'node:fs'

export interface Process {
  readonly pid: number
  /** What was asked to run in it, its arguments divided by NUL. */
  readonly command: string
}

/** The processes below one, from the top; of one that `isLeaf` what it started itself is not looked at. */
export const below = (root: number, isLeaf: (one: Process) => boolean = () => false): Process[] =>
  childrenOf(root).flatMap(pid => {
    const one = { pid, command: told(pid, 'cmdline') }
    return isLeaf(one) ? [one] : [one, ...below(pid, isLeaf)]
  })

/** What the kernel tells of a process; '' where it does not, or the process is no more. */
export const told = (pid: number, file: string): string => textOf(`/proc/${pid}/${file}`)

/** A line of `/proc/PID/status` that counts kilobytes, in bytes; NaN where there is none. */
export const bytesOf = (pid: number, name: 'VmData' | 'VmHWM' | 'VmRSS'): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(told(pid, 'status'))?.[1] ?? Number.NaN) * 1024

function childrenOf(pid: number): number[] {
  const threads = namesIn(`/proc/${pid}/task`)
  return threads.flatMap(thread => told(pid, `task/${thread}/children`).split(' ').filter(Boolean).map(Number))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
