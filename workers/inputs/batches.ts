import type { Ref } from '../store/outcome.ts'

/** Batches start small, so that every worker gets some when there are few letters, and double up to this size. */
const FIRST = 2

/** How many letters may be listed ahead of the readers. */
const AHEAD = 50_000

/**
 * Deals references into batches of at most `most`. It goes through the references ahead of the consumers, so that a run
 * soon knows its total.
 */
export function openBatches(refs: AsyncIterator<Ref>, most: number): AsyncIterableIterator<readonly Ref[]> {
  const ready: Ref[] = []
  const filled = openSignal()
  const drained = openSignal()
  let ended: { readonly error?: unknown } | undefined
  const fill = async () => {
    for (let next = await refs.next(); !next.done; next = await refs.next()) {
      ready.push(next.value)
      filled.raise()
      while (ready.length >= AHEAD) await drained.wait()
    }
  }
  fill()
    .then(
      () => ({}),
      error => ({ error }),
    )
    .then(how => {
      ended = how
      filled.raise()
    })
  async function* batches(): AsyncGenerator<readonly Ref[]> {
    for (let given = 0; ; given++) {
      const size = Math.min(most, FIRST * 2 ** Math.floor(given / 4))
      while (ready.length < size && !ended) await filled.wait()
      if (ended && 'error' in ended) throw ended.error
      if (ready.length === 0) return
      yield ready.splice(0, size)
      drained.raise()
    }
  }
  return batches()
}

/** Wakes the single waiter. */
function openSignal() {
  let waiting = Promise.withResolvers<void>()
  return {
    raise: () => waiting.resolve(),
    wait: () => {
      waiting = Promise.withResolvers<void>()
      return waiting.promise
    },
  }
}
