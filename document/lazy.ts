/**
 * A value that is computed on first use and then kept, so that importing a vocabulary costs nothing until it is needed.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * A function that keeps its answers, for questions that letter after letter asks again.
 *
 * @param most - how many answers to keep before all are forgotten
 */
export function remembered<T, Q extends string = string>(ask: (word: Q) => T, most: number): (word: Q) => T {
  const answers = new Map<Q, T>()
  return word => {
    const known = answers.get(word)
    if (known !== undefined) return known
    if (answers.size >= most) answers.clear()
    const answer = ask(word)
    answers.set(word, answer)
    return answer
  }
}
