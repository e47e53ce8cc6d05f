import { type FoldedText, type Message, matchesOf, placeInSource } from '../../document/index.ts'
import { isWord } from '../../terminology/index.ts'
import plainWords from '../../vocabulary/wordings/plain-words.json' with { type: 'json' }
import { checkedWords } from '../repair/unknown-words.ts'
import { doubt } from './doubt.ts'

/** No English or medical word is longer. */
const LONGEST_WORD = 32
/** Shorter ones may be two words that the writer ran together. */
const LEAST = 12
/** With this many parts it is neither a name nor a compound. */
const LEAST_PARTS = 3

/** At most this many places are reported. */
const MOST = 5

/**
 * "theinjuredworkerisa": words without spaces between them in the file. Nothing can be read from them reliably, so
 * unless they are a typing error, the record is incomplete.
 */
export function runTogetherDoubts(folded: FoldedText): Message[] {
  if (!checkedWords(folded.text).unknown.some(({ start, end }) => end - start >= LEAST)) return []
  const runs = matchesOf(folded.text, LONG).filter(({ 0: word }) => isRun(word))
  const isLong = runs.some(({ 0: word }) => word.length > LONGEST_WORD)
  if (new Set(runs.map(({ 0: word }) => word.toLowerCase())).size < 2 && !isLong) return []
  const places = runs
    .slice(0, MOST)
    .map(({ 0: word, index }) => placeInSource(folded, { start: index, end: index + word.length }))
  const others = runs.length > MOST ? ' and others' : ''
  return [
    doubt('text/run-together', 'error', null, `characters ${places.join(', ')}${others} are words without spaces`),
  ]
}

/** Words after a slash, a full stop or an at sign may be part of an address. */
const LONG = new RegExp(`(?<![/.@_A-Za-z-])[A-Za-z]{${LEAST},}(?![/@_A-Za-z])`, 'g')

function isRun(word: string): boolean {
  const lower = word.toLowerCase()
  return !isWord(lower) && (word.length > LONGEST_WORD || isSentence(lower))
}

const SMALL = new Set(plainWords.small.split(' '))
/** Shorter words occur inside too many others. */
const SHORTEST = 4

/**
 * Whether a word consists of at least three known ones, including a function word, which compounds such as
 * "electroneurographic" lack.
 */
function isSentence(word: string): boolean {
  const ways: (Way | null)[] = [{ parts: 0, small: 0 }]
  for (let end = 1; end <= word.length; end++) {
    const here = ways.flatMap((way, start) => (way ? [withPart(way, word.slice(start, end))] : []))
    ways.push(here.reduce(better, null))
  }
  const whole = ways[word.length]
  return whole !== null && whole !== undefined && whole.parts >= LEAST_PARTS && whole.small > 0
}

/** A way to split a word, or its beginning, into known ones. */
interface Way {
  readonly parts: number
  readonly small: number
}

function withPart({ parts, small }: Way, part: string): Way | null {
  if (SMALL.has(part)) return { parts: parts + 1, small: small + 1 }
  return part.length >= SHORTEST && isWord(part) ? { parts: parts + 1, small } : null
}

const better = (one: Way | null, other: Way | null): Way | null =>
  one === null || (other !== null && other.parts < one.parts) ? other : one
