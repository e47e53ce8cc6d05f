import { countEnding, type EndingCounts } from '../results/endings.ts'
import type { Head, Ref } from '../store/outcome.ts'
import type { Store } from '../store/store.ts'
import { alarmText, openAlarm } from './alarm.ts'
import type { Log } from './log.ts'
import { openPace, type Pace } from './pace.ts'

/** How far a run has come, in distinct inputs. */
export interface Progress extends Readonly<EndingCounts>, Pace {
  readonly total: number
}

/** Counts outcomes as they appear in the store. */
export interface ProgressTally {
  /** Counts the letters at the head of `refs` that have their outcome; gives those that follow. */
  settle(refs: readonly Ref[]): Promise<readonly Ref[]>
}

interface TallyOptions {
  readonly total: number
  /** What was known before the run began to read; counted on. */
  readonly ends: EndingCounts
  readonly onProgress: (progress: Progress) => void
  readonly log: Log
  /** Milliseconds. */
  readonly now?: () => number
}

export function openTally(store: Pick<Store, 'line'>, options: TallyOptions): ProgressTally {
  const { total, ends, onProgress, log, now = () => performance.now() } = options
  const before = ends.done
  const pace = openPace(now)
  const alarm = openAlarm()
  const report = () => onProgress({ ...ends, total, ...pace(ends.done - before, total - ends.done) })
  const count = (head: Head) => {
    countEnding(ends, head)
    if (head.code !== null) log.info('rejected', { id: head.id, code: head.code })
    for (const one of alarm(head)) log.warn(alarmText(one), { ...one })
  }
  const settle = async (refs: readonly Ref[]) => {
    let settled = 0
    for (const ref of refs) {
      const line = store.line(ref.hash)
      if (!line) break
      settled++
      count(line.head)
    }
    if (settled > 0) report()
    return refs.slice(settled)
  }
  report()
  return { settle }
}
