import { writeFileSync } from 'node:fs'
import { below, bytesOf, type Process } from '../../workers/index.ts'

export interface ProcessWatch {
  /** The most memory of each process, in mebibytes by process id. */
  readonly peaks: ReadonlyMap<number, number>
  /** How many of them are no more. */
  readonly deaths: number
}

/** Looks at the processes below this one that read letters, until it is told to end. */
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

/** The kernel starts to measure anew. */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Then the peak of earlier letters counts for this one too.
  }
}

const isReader = ({ command }: Process): boolean => command.includes('stage-main')

/** What a reader starts bears its command line for a moment; it is not looked at. */
const readersBelow = (root: number): number[] =>
  below(root, isReader)
    .filter(isReader)
    .map(({ pid }) => pid)

const peakOf = (pid: number): number => (bytesOf(pid, 'VmHWM') || 0) / 2 ** 20
