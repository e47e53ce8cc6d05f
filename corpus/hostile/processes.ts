import { writeFileSync } from 'node:fs'
import { below, bytesOf, type Process } from '../../workers/index.ts'

/** What was observed of the reading processes. */
export interface ProcessWatch {
  /** Peak memory of each process, in mebibytes by process id. */
  readonly peaks: ReadonlyMap<number, number>
  /** How many of them have died. */
  readonly deaths: number
}

/** Watches the processes below this one that read letters, until it is stopped. */
export function watchReaders(): { readonly end: () => ProcessWatch } {
  const peaks = new Map<number, number>()
  for (const pid of readersBelow(process.pid)) forgetPeak(pid)
  const look = () => {
    for (const pid of readersBelow(process.pid)) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakOf(pid)))
  }
  look()
  const timer = setInterval(look, 25)
  return {
    end: () => {
      clearInterval(timer)
      look()
      const alive = new Set(readersBelow(process.pid))
      return { peaks, deaths: [...peaks.keys()].filter(pid => !alive.has(pid)).length }
    },
  }
}

/** Resets the kernel's peak measurement. */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Then the peak of earlier letters counts for this one too.
  }
}

const isReader = ({ command }: Process): boolean => command.includes('stage-main')

/** A child of a reader briefly has the reader's command line; it is ignored. */
const readersBelow = (root: number): number[] =>
  below(root, isReader)
    .filter(isReader)
    .map(({ pid }) => pid)

const peakOf = (pid: number): number => (bytesOf(pid, 'VmHWM') || 0) / 2 ** 20
