import { spawnSync } from 'node:child_process'
import { bytesOf, procFile } from './process-tree.ts'

/** Kills a process like SIGKILL, but nobody else sends it, so the parent can tell it from an external kill. */
export const BREACH = 'SIGUSR2'

/**
 * Makes the kernel refuse this process more memory than `megabytes`, and write no core file, which would contain the
 * letter. Node reserves some 1.5 GB that it never touches but that counts, so the limit is added to what is reserved
 * once everything is loaded. It is the hard stop behind the watchdog, which only checks every 50 ms. Without `prlimit`
 * or `/proc` there is only the watchdog.
 */
export function confine(megabytes: number): void {
  const [reserved, used] = [bytesOf(process.pid, 'VmData'), bytesOf(process.pid, 'VmRSS')]
  if (Number.isNaN(reserved - used)) return
  const bytes = reserved - used + megabytes * 2 ** 20
  spawnSync('prlimit', ['--pid', String(process.pid), '--core=0', `--data=${bytes}`], { stdio: 'ignore' })
}

const TICKS_A_SECOND = 100

/** CPU seconds that a process has used; NaN if the kernel does not say. */
export function cpuSeconds(pid: number): number {
  const fields = procFile(pid, 'stat').replace(/^.*\)/, '').split(' ')
  return (Number(fields[12] ?? Number.NaN) + Number(fields[13] ?? Number.NaN)) / TICKS_A_SECOND
}
