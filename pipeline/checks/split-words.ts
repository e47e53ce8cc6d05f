import { type FoldedText, type Message, placeInSource } from '../../document/index.ts'
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
  const places = Array.from(folded.text.matchAll(PAIR))
    .filter(({ 1: first, 2: second }) => isSplit(first!.toLowerCase(), second!.toLowerCase()))
    .slice(0, MOST)
    .map(({ 1: first, 2: second, index }) =>
      placeInSource(folded, { start: index, end: index + first!.length + 1 + second!.length }),
    )
  if (places.length === 0) return []
  return [doubt('text/split-word', 'warning', null, `characters ${places.join(', ')} are words with a blank in them`)]
}

/** Two words side by side; each word begins a pair. */
const PAIR = /(?<![A-Za-z-])(?=([A-Za-z]+) ([a-z]+)(?![A-Za-z-]))/g

const isSplit = (first: string, second: string): boolean =>
  first.length + second.length >= SHORTEST && !(isWord(first) && isWord(second)) && isWord(first + second)
