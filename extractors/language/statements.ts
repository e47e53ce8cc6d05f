import kinds from '../../vocabulary/context/sentences.json' with { type: 'json' }
import { LONGEST_SENTENCE, sentences } from './sentences.ts'

/** What is read at once: a sentence, or several that make up one list. */
interface ReadTogether {
  readonly start: number
  /** As long as in the summary. */
  readonly text: string
}

/** The pattern of a kind of sentence in `vocabulary/context/sentences.json`. */
export const kindOfSentence = (id: string): RegExp => new RegExp(kinds.find(kind => kind.id === id)!.pattern, 'i')

const ENUMERATION = kindOfSentence('enumeration')
const FRAGMENT = kindOfSentence('fragment')

/**
 * The sentences of a summary. Full stops divide the items of some lists, and what is said before the first applies to all:
 *
 *     The provider requested a brace. An MRI. Tramadol.
 *     The provider requested a brace; An MRI; Tramadol.
 */
export function statements(summary: string): ReadTogether[] {
  const read: ReadTogether[] = []
  let listing = false
  for (const { start, end } of sentences(summary)) {
    const text = summary.slice(start, end)
    const last = read.at(-1)
    const goesOn = last && listing && FRAGMENT.test(text) && end - last.start <= LONGEST_SENTENCE
    if (goesOn) {
      const before = `${last.text.replace(/[.!?]$/, ';').padEnd(start - last.start)}`
      read[read.length - 1] = { start: last.start, text: before + text }
    } else {
      read.push({ start, text })
      listing = ENUMERATION.test(text)
    }
  }
  return read
}
