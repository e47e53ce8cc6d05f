import type { Ref } from './outcome.ts'
import type { Store } from './store.ts'

/** How far a run has come, in distinct inputs. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly rejected: number
  /** Letters a second since the run began to read. */
  readonly perSecond: number
  /** Null before there is a rate. */
  readonly secondsLeft: number | null
}

/** Counts outcomes as they appear in the store. */
export interface Tally {
  /** Counts the letters at the head of `refs` that have their outcome; gives those that follow. */
  settle(refs: readonly Ref[]): Promise<readonly Ref[]>
}

export interface Start {
  readonly done: number
  readonly total: number
  readonly rejected: number
}

export function openTally(store: Store, start: Start, onProgress: (progress: Progress) => void): Tally {
  const began = performance.now()
  let { done, rejected } = start
  const report = () =>
    onProgress({ done, rejected, total: start.total, ...pace(done - start.done, start.total - done, began) })
  const settle = async (refs: readonly Ref[]) => {
    let settled = 0
    for (const ref of refs) {
      const outcome = await store.outcome(ref.hash)
      if (!outcome) break
      settled++
      if ('rejection' in outcome) rejected++
    }
    done += settled
    if (settled > 0) report()
    return refs.slice(settled)
  }
  report()
  return { settle }
}

function pace(finished: number, left: number, began: number): Pick<Progress, 'perSecond' | 'secondsLeft'> {
  const perSecond = finished / Math.max((performance.now() - began) / 1000, 1e-3)
  return { perSecond, secondsLeft: perSecond > 0 ? left / perSecond : null }
}
