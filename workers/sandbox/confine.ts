import { spawnSync } from 'node:child_process'
import { bytesOf, told } from './process-tree.ts'

/** Ends a process like SIGKILL, but nobody else sends it: the parent can tell it from a kill from outside. */
export const BREACH = 'SIGUSR2'

/**
 * Asks the kernel to refuse this process more memory than `megabytes`, and to leave no core file, in which the letter
 * would lie. Node reserves some 1.5 GB that it never touches and that counts all the same, so the bound is put on top
 * of what is reserved once everything is loaded. It is the hard stop behind the watchdog, which looks every 50 ms only;
 * where there is no `prlimit` or no `/proc`, the watchdog is alone.
 */
export function confine(megabytes: number): void {
  const [reserved, used] = [bytesOf(process.pid, 'VmData'), bytesOf(process.pid, 'VmRSS')]
  if (Number.isNaN(reserved - used)) return
  const bytes = reserved - used + megabytes * 2 ** 20
  spawnSync('prlimit', ['--pid', String(process.pid), '--core=0', `--data=${bytes}`], { stdio: 'ignore' })
}

const TICKS_A_SECOND = 100

/** Seconds of computing that a process has had so far; NaN where the kernel does not say. */
export function cpuSeconds(pid: number): number {
  const fields = told(pid, 'stat').replace(/^.*\)/, '').split(' ')
  return (Number(fields[12] ?? Number.NaN) + Number(fields[13] ?? Number.NaN)) / TICKS_A_SECOND
}
