import { LONGEST_SENTENCE, sentences } from './sentences.ts'

/** A sentence, or several that make up one list. */
export interface JoinedSentence {
  /** Where its words begin in the text. */
  readonly start: number
  /** As long as in the text. */
  readonly words: string
}

/**
 * The sentences of a text. Full stops divide the items of some lists, and what is said before the first applies to all:
 *
 *     The provider requested a brace. An MRI. Tramadol.
 *     The provider requested a brace; An MRI; Tramadol.
 *
 * @param continues - whether a sentence goes on with the list that the opening sentence begins
 */
export function joinedSentences(
  text: string,
  continues: (opening: string, words: string) => boolean,
): JoinedSentence[] {
  const joined: JoinedSentence[] = []
  let opening = ''
  for (const { start, end } of sentences(text)) {
    const words = text.slice(start, end)
    const last = joined.at(-1)
    if (last && end - last.start <= LONGEST_SENTENCE && continues(opening, words)) {
      const before = last.words.replace(STOP, ';').padEnd(start - last.start)
      joined[joined.length - 1] = { start: last.start, words: before + words }
    } else {
      joined.push({ start, words })
      opening = words
    }
  }
  return joined
}

const STOP = /[.!?]$/
