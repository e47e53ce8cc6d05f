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
 * @param most - how many answers to keep before all are forgotten: enough for the letters of a batch, as one step is done for
 *   all of them before the next
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

/** The answer about the word that is at this place of a text, whose `hash` is that of its characters, each by `lowerAt`. */
export type AskedAt<T> = (text: string, start: number, end: number, hash: number) => T

/**
 * The same for the words of a text, in lower case. A word that is known is compared where it stands, which is faster than
 * to make a string of it and to look that up. Of the words that share a slot the last is kept.
 */
export function rememberedInPlace<T>(ask: (word: string) => T): AskedAt<T> {
  const words: string[] = Array(1 << SLOT_BITS).fill('')
  const answers: T[] = []
  return (text, start, end, hash) => {
    const slot = hash >>> (32 - SLOT_BITS)
    if (!isAt(text, start, end, words[slot]!)) {
      const word = text.slice(start, end).toLowerCase()
      answers[slot] = ask(word)
      words[slot] = word
    }
    return answers[slot]!
  }
}

/** Letters share most of their words. */
const SLOT_BITS = 13

/** Of the characters of words, this bit changes only capitals. */
export const lowerAt = (text: string, at: number): number => text.charCodeAt(at) | 32

/** The hash of Fowler, Noll and Vo, one character after the other. */
export const hashAfter = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

function isAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== lowerAt(text, start + at)) return false
  return true
}
