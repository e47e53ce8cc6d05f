import { countEnding, type Ending, type EndingCounts, noEndings } from '../results/endings.ts'
import type { Head, Ref } from '../store/outcome.ts'
import type { Store } from '../store/store.ts'
import { alarmText, openAlarm } from './alarm.ts'
import type { Log } from './log.ts'
import { openPace, type Pace } from './pace.ts'

/** How far a run has come, in distinct inputs. */
export interface Progress extends Readonly<EndingCounts>, Pace {
  /** Found so far; all of them once `listed`. */
  readonly total: number
  readonly listed: boolean
  /** The inputs of this run that were rejected last, the newest first. */
  readonly rejectedLately: readonly RejectedInput[]
}

/** An input that became no record, for those who want to look at it. */
export interface RejectedInput extends Pick<Head, 'id' | 'name' | 'code'> {
  /** Where its bytes are. */
  readonly path: string
}

const LATELY = 200

/** Counts inputs as they are found and outcomes as they appear in the store. */
export interface ProgressTally {
  /** An input, with how it ended where that is known already. */
  found(ending: Ending | null): void
  /** There are no more inputs to be found. */
  listed(): void
  /** Counts the letters at the head of `refs` that have their outcome; gives those that follow. */
  settle(refs: readonly Ref[]): Promise<readonly Ref[]>
}

interface TallyOptions {
  readonly onProgress: (progress: Progress) => void
  /** Called with each ending of this run, in no certain order. */
  readonly onEnding?: (ending: Ending) => void
  readonly log: Log
  /** Milliseconds. */
  readonly now?: () => number
}

export function openTally(store: Pick<Store, 'line'>, options: TallyOptions): ProgressTally {
  const { onProgress, onEnding = () => {}, log, now = () => performance.now() } = options
  const ends = noEndings()
  const pace = openPace(now)
  const alarm = openAlarm()
  let [total, read, listed] = [0, 0, false]
  const rejectedLately: RejectedInput[] = []
  const report = () =>
    onProgress({
      ...ends,
      total,
      listed,
      rejectedLately: [...rejectedLately],
      ...pace(read, listed ? total - ends.done : null),
    })
  const count = (ending: Ending) => {
    countEnding(ends, ending)
    onEnding(ending)
  }
  const countRead = (head: Head, { path }: Ref) => {
    read++
    count(head)
    if (head.code !== null) {
      log.info('rejected', { id: head.id, code: head.code })
      rejectedLately.unshift({ id: head.id, name: head.name, code: head.code, path })
      if (rejectedLately.length > LATELY) rejectedLately.pop()
    }
    for (const one of alarm(head)) log.warn(alarmText(one), { ...one })
  }
  const settle = async (refs: readonly Ref[]) => {
    let settled = 0
    for (const ref of refs) {
      const line = store.line(ref.hash)
      if (!line) break
      settled++
      countRead(line.head, ref)
    }
    if (settled > 0) report()
    return refs.slice(settled)
  }
  const found = (ending: Ending | null) => {
    total++
    if (ending) count(ending)
    if (total % REPORT_EVERY === 0) report()
  }
  report()
  return {
    found,
    listed: () => {
      listed = true
      report()
    },
    settle,
  }
}

/** So many inputs are found between two reports. */
const REPORT_EVERY = 100
