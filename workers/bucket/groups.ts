/** Requests at the same time: one after another, the way to the server would take most of the time. */
const AT_ONCE = 16

/** Applies `act` to all values, a group of them at a time; the results keep their order. */
export async function inGroups<T, R>(values: readonly T[], act: (value: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < values.length; at += AT_ONCE)
    results.push(...(await Promise.all(values.slice(at, at + AT_ONCE).map(act))))
  return results
}

/** Collects values that arrive one by one into groups of that size. */
export async function* groupsOf<T>(values: AsyncIterable<T>): AsyncGenerator<readonly T[]> {
  let group: T[] = []
  for await (const value of values) {
    group.push(value)
    if (group.length === AT_ONCE) {
      yield group
      group = []
    }
  }
  if (group.length > 0) yield group
}
