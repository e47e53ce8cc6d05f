import { countEnding, type Ending, type EndingCounts, noEndings } from '../results/endings.ts'
import type { Head, Ref } from '../store/outcome.ts'
import type { Store } from '../store/store.ts'
import { alarmText, openAlarm } from './alarm.ts'
import type { Log } from './log.ts'
import { openPace, type Pace } from './pace.ts'

/** The progress of a run in distinct inputs. */
export interface Progress extends Readonly<EndingCounts>, Pace {
  /** Found so far; final once `listed`. */
  readonly total: number
  readonly listed: boolean
  /** The most recent rejections of this run, newest first. */
  readonly rejectedLately: readonly RejectedInput[]
}

/** An input that became no record, for people who want to look at it. */
export interface RejectedInput extends Pick<Head, 'id' | 'name' | 'code'> {
  /** Where its bytes are. */
  readonly path: string
}

const LATELY = 200

/** Counts inputs as they are found and outcomes as they appear in the store. */
export interface ProgressTally {
  /** Counts an input, with its ending if that is known already. */
  found(ending: Ending | null): void
  /** No more inputs will be found. */
  listed(): void
  /** Counts the letters at the head of `refs` that have an outcome; returns the remaining ones. */
  settle(refs: readonly Ref[]): Promise<readonly Ref[]>
}

interface TallyOptions {
  readonly onProgress: (progress: Progress) => void
  /** Called with each ending of this run, in no particular order. */
  readonly onEnding?: (ending: Ending) => void
  readonly log: Log
  /** Looks for outcomes elsewhere and brings them into the store. */
  readonly recall?: ((hashes: readonly string[]) => Promise<void>) | undefined
  /** Returns milliseconds. */
  readonly now?: () => number
}

/** Starts counting the progress of a run. */
export function openTally(store: Pick<Store, 'line'>, options: TallyOptions): ProgressTally {
  const { onProgress, onEnding = () => {}, log, recall = async () => {}, now = () => performance.now() } = options
  const ends = noEndings()
  const pace = openPace(now)
  const alarm = openAlarm()
  let [total, read, listed] = [0, 0, false]
  const rejections = recentRejections()
  const report = () =>
    onProgress({
      ...ends,
      total,
      listed,
      rejectedLately: rejections.list(),
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
      log.info('rejected', { path, code: head.code, id: head.id })
      rejections.add({ id: head.id, name: head.name, code: head.code, path })
    }
    for (const one of alarm(head)) log.warn(alarmText(one), { ...one })
  }
  const settle = async (refs: readonly Ref[]) => {
    await recall(refs.map(({ hash }) => hash))
    const open = withoutSettled(store, refs, countRead)
    if (open.length < refs.length) report()
    return open
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

/** The letters behind those at the head of `refs` that have an outcome, which `count` gets. */
function withoutSettled(
  store: Pick<Store, 'line'>,
  refs: readonly Ref[],
  count: (head: Head, ref: Ref) => void,
): readonly Ref[] {
  for (const [at, ref] of refs.entries()) {
    const line = store.line(ref.hash)
    if (!line) return refs.slice(at)
    count(line.head, ref)
  }
  return []
}

/** The most recent ones, newest first. */
function recentRejections() {
  const recent: RejectedInput[] = []
  return {
    add: (one: RejectedInput) => {
      recent.unshift(one)
      if (recent.length > LATELY) recent.pop()
    },
    list: () => [...recent],
  }
}

/** How many inputs are found between two reports. */
const REPORT_EVERY = 100
