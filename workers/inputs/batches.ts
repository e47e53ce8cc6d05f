import type { Ref } from '../store/outcome.ts'

/** Batches begin small, so that every worker has some of a few letters, and double until they have this size. */
const FIRST = 2

/** So many letters are listed ahead of those that read them. */
const AHEAD = 50_000

/**
 * Deals references into batches of at most `most`. It goes through the references on its own, ahead of those that take
 * the batches, so that a run soon knows how much there is to do.
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

/** Wakes the one who waits for it. */
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
