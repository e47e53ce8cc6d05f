/** A work that pauses after each of its steps. */
export type Steps<T> = Generator<undefined, T>

/** Does all steps of a work. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/**
 * Does works of the same steps together: the first step of each, then the second of each, and so on. A step uses code and
 * patterns that take megabytes; so they are still in the caches of the processor when the next work needs them.
 *
 * @param onStep - called before each step of each work
 * @returns how each work ended, in their order
 */
export function inStep<T>(works: readonly Steps<T>[], onStep: () => void = () => {}): PromiseSettledResult<T>[] {
  const ends: (PromiseSettledResult<T> | null)[] = works.map(() => null)
  while (ends.includes(null))
    for (const [at, work] of works.entries()) {
      if (ends[at] !== null) continue
      onStep()
      ends[at] = endOfNext(work)
    }
  return ends as PromiseSettledResult<T>[]
}

/** Null if there are further steps. */
function endOfNext<T>(work: Steps<T>): PromiseSettledResult<T> | null {
  try {
    const { done, value } = work.next()
    return done ? { status: 'fulfilled', value } : null
  } catch (reason) {
    return { status: 'rejected', reason }
  }
}
