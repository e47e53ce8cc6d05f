import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

export interface Watch {
  /** The most memory of each process, in mebibytes by process id. */
  readonly peaks: ReadonlyMap<number, number>
  /** How many of them are no more. */
  readonly deaths: number
}

/** Looks at the processes below this one that read letters, until it is told to end. */
export function watchReaders(): { readonly end: () => Watch } {
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

const READER = 'stage-main'

/** What a reader starts bears its command line for a moment; it is not looked at. */
const readersBelow = (root: number): number[] =>
  childrenOf(root).flatMap(pid => (textOf(`/proc/${pid}/cmdline`).includes(READER) ? [pid] : readersBelow(pid)))

const childrenOf = (pid: number): number[] =>
  threadsOf(pid)
    .flatMap(thread => textOf(`/proc/${pid}/task/${thread}/children`).split(' '))
    .filter(child => child !== '')
    .map(Number)

const peakOf = (pid: number): number =>
  Number(/^VmHWM:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
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
