import { runAtHand } from '../bucket/at-hand.ts'
import type { Log } from '../monitoring/log.ts'
import type { ProgressTally } from '../monitoring/progress.ts'
import { openViews, type Views } from '../monitoring/views.ts'
import { openSandbox, type Sandbox } from '../sandbox/sandbox.ts'
import type { Ref } from '../store/outcome.ts'

interface PoolOptions {
  readonly out: string
  readonly version: string
  readonly workers: number
  readonly stages: string
  readonly tally: ProgressTally
  readonly views: Views
  readonly log: Log
  /** Ends the pool after the batches in hand. */
  readonly signal: AbortSignal
}

/** The same stages in the same child processes, without a queue: each sandbox takes the next batch when it is free. */
export async function runInPool(batches: AsyncIterator<readonly Ref[]>, options: PoolOptions): Promise<void> {
  const { out, version, workers, stages, tally, signal } = options
  const sandboxes = Array.from({ length: workers }, () => openSandbox({ stages }))
  const work = async (sandbox: Sandbox) => {
    for (let next = await batches.next(); !next.done && !signal.aborted; next = await batches.next()) {
      for (const stage of ['parse', 'extract'] as const)
        await runAtHand(sandbox.run, { stage, out, refs: next.value }, version)
      await tally.settle(next.value)
    }
  }
  const views = await openViews(options.views, null, options.log)
  try {
    await Promise.all(sandboxes.map(work))
  } finally {
    await views.close()
    await Promise.all(sandboxes.map(sandbox => sandbox.close()))
  }
}
