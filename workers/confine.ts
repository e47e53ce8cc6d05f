import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Ends a process like SIGKILL, but nobody else sends it: the parent can tell it from a kill from outside. */
export const BREACH = 'SIGUSR2'

/**
 * Asks the kernel to refuse this process more memory than `megabytes`, and to leave no core file, in which the letter
 * would lie. Node reserves some 1.5 GB that it never touches and that counts all the same, so the bound is put on top
 * of what is reserved once everything is loaded. It is the hard stop behind the watchdog, which looks every 50 ms only;
 * where there is no `prlimit` or no `/proc`, the watchdog is alone.
 */
export function confine(megabytes: number): void {
  const { reserved, used } = memoryOf(process.pid)
  if (Number.isNaN(reserved - used)) return
  const bytes = reserved - used + megabytes * 2 ** 20
  spawnSync('prlimit', ['--pid', String(process.pid), '--core=0', `--data=${bytes}`], { stdio: 'ignore' })
}

/** Bytes that the kernel counts as data of a process, and those that it has in memory; NaN where it does not say. */
function memoryOf(pid: number): { reserved: number; used: number } {
  const status = textOf(`/proc/${pid}/status`)
  const bytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) * 1024
  return { reserved: bytes('VmData'), used: bytes('VmRSS') }
}

const TICKS_A_SECOND = 100

/** Seconds of computing that a process has had so far; NaN where the kernel does not say. */
export function cpuSeconds(pid: number): number {
  const fields = textOf(`/proc/${pid}/stat`).replace(/^.*\)/, '').split(' ')
  return (Number(fields[12] ?? Number.NaN) + Number(fields[13] ?? Number.NaN)) / TICKS_A_SECOND
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
