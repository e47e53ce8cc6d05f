import { type FoldedText, type Message, placeInSource, type Span, span } from '../../document/index.ts'
import { isWord } from '../../terminology/index.ts'
import { checkedWords } from '../repair/unknown-words.ts'
import { doubt } from './doubt.ts'

/** Shorter words occur by chance. */
const SHORTEST = 4
/** No word is longer. */
const LONGEST = 60

/** At most this many places are reported. */
const MOST = 5

/**
 * "gui deline", "dysfuncti on": a word with a blank in it, as a wrong width of a letter in the file makes it. Other blanks
 * may be wrong or missing too, where no word shows it.
 */
export function splitWordDoubts(folded: FoldedText): Message[] {
  const places = splitWords(folded.text)
    .slice(0, MOST)
    .map(place => placeInSource(folded, place))
  if (places.length === 0) return []
  return [doubt('text/split-word', 'warning', null, `characters ${places.join(', ')} are words with a blank in them`)]
}

/** At least one of the halves is no word by itself. */
function splitWords(text: string): Span[] {
  const found = checkedWords(text).unknown.flatMap(({ start, end }) => [halves(text, start - 1), halves(text, end)])
  return [...new Map(found.flatMap(at => (at ? [[at.start, at]] : []))).values()]
}

const BETWEEN_LETTERS = /^[A-Za-z] [A-Za-z]$/

/** Parts of names and numbers with hyphens are no words. */
const BEFORE = /(?<![\w-])[A-Za-z]+$/
const AFTER = /^[A-Za-z]+(?![\w-])/

/** The word that a blank divides, if there is one. */
function halves(text: string, blank: number): Span | null {
  if (!BETWEEN_LETTERS.test(text.slice(Math.max(0, blank - 1), blank + 2))) return null
  const first = BEFORE.exec(text.slice(Math.max(0, blank - LONGEST), blank))?.[0]
  const second = AFTER.exec(text.slice(blank + 1, blank + LONGEST))?.[0]
  if (first === undefined || second === undefined || first.length + second.length < SHORTEST) return null
  if (isWord(first.toLowerCase()) && isWord(second.toLowerCase())) return null
  return isWord((first + second).toLowerCase()) ? span(blank - first.length, blank + 1 + second.length) : null
}
