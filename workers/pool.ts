import type { Ref } from './outcome.ts'
import type { Tally } from './progress.ts'
import { openSlot, type Slot } from './slot.ts'

interface PoolOptions {
  readonly out: string
  readonly workers: number
  readonly stages: string
  readonly tally: Tally
}

/** The same stages in the same child processes, without a queue: each slot takes the next batch when it is free. */
export async function runInPool(batches: AsyncIterator<readonly Ref[]>, options: PoolOptions): Promise<void> {
  const { out, workers, stages, tally } = options
  const slots = Array.from({ length: workers }, () => openSlot({ stages }))
  const work = async (slot: Slot) => {
    for (let next = await batches.next(); !next.done; next = await batches.next()) {
      await slot.run({ stage: 'parse', out, refs: next.value })
      await slot.run({ stage: 'extract', out, refs: next.value })
      await tally.settle(next.value)
    }
  }
  try {
    await Promise.all(slots.map(work))
  } finally {
    await Promise.all(slots.map(slot => slot.close()))
  }
}
