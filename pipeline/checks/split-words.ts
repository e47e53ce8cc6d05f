import { type FoldedText, type Message, placeInSource, type Span } from '../../document/index.ts'
import { isWord } from '../../terminology/index.ts'
import { doubt } from './doubt.ts'

/** Shorter words occur by chance. */
const SHORTEST = 4

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

/** Parts of names and numbers with hyphens are no words. */
const WORD = /(?<![\w-])[A-Za-z]+(?![\w-])/g

function splitWords(text: string): Span[] {
  const found: Span[] = []
  let before = { word: '', isKnown: true, end: -1 }
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const word = written.toLowerCase()
    const here = { word, isKnown: isWord(word), end: index + word.length }
    const isNext = before.end + 1 === index && text[before.end] === ' '
    if (isNext && !(before.isKnown && here.isKnown) && isLong(before.word, word) && isWord(before.word + word))
      found.push({ start: before.end - before.word.length, end: here.end })
    before = here
  }
  return found
}

const isLong = (first: string, second: string): boolean => first.length + second.length >= SHORTEST
