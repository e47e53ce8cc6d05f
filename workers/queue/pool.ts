import type { Log } from '../monitoring/log.ts'
import type { ProgressTally } from '../monitoring/progress.ts'
import { openViews, type Views } from '../monitoring/views.ts'
import { openSlot, type Slot } from '../sandbox/slot.ts'
import type { Ref } from '../store/outcome.ts'

interface PoolOptions {
  readonly out: string
  readonly workers: number
  readonly stages: string
  readonly tally: ProgressTally
  readonly views: Views
  readonly log: Log
  /** Ends the pool after the batches in hand. */
  readonly signal: AbortSignal
}

/** The same stages in the same child processes, without a queue: each slot takes the next batch when it is free. */
export async function runInPool(batches: AsyncIterator<readonly Ref[]>, options: PoolOptions): Promise<void> {
  const { out, workers, stages, tally, signal } = options
  const slots = Array.from({ length: workers }, () => openSlot({ stages }))
  const work = async (slot: Slot) => {
    for (let next = await batches.next(); !next.done && !signal.aborted; next = await batches.next()) {
      await slot.run({ stage: 'parse', out, refs: next.value })
      await slot.run({ stage: 'extract', out, refs: next.value })
      await tally.settle(next.value)
    }
  }
  const views = await openViews(options.views, null, options.log)
  try {
    await Promise.all(slots.map(work))
  } finally {
    await views.close()
    await Promise.all(slots.map(slot => slot.close()))
  }
}
