import { type FoldedText, type Message, placeInSource } from '../../document/index.ts'
import { isWord } from '../../terminology/index.ts'
import plainWords from '../../vocabulary/wordings/plain-words.json' with { type: 'json' }
import { doubt } from './doubt.ts'

/** No word of English or of medicine is longer. */
const LONGEST_WORD = 32
/** Shorter ones may be two words that the writer himself ran together. */
const LEAST = 12
/** So many parts make no name and no compound. */
const LEAST_PARTS = 3

/** No more places are named. */
const MOST = 5

/**
 * "theinjuredworkerisa": words between which a file has no spaces. Nothing certain can be read from them, so where they are
 * more than a slip of the writer, the record is not complete.
 */
export function runTogetherDoubts(folded: FoldedText): Message[] {
  const runs = Array.from(folded.text.matchAll(LONG)).filter(({ 0: word }) => isRun(word))
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

/** What follows a stroke, a dot or an at sign may be a part of an address. */
const LONG = new RegExp(`(?<![/.@_A-Za-z-])[A-Za-z]{${LEAST},}(?![/@_A-Za-z])`, 'g')

function isRun(word: string): boolean {
  const lower = word.toLowerCase()
  return !isWord(lower) && (word.length > LONGEST_WORD || isSentence(lower))
}

const SMALL = new Set(plainWords.small.split(' '))
/** Shorter words stand inside too many others. */
const SHORTEST = 4

/**
 * Whether a word is at least three known ones, one behind the other, a small one among them: compounds as
 * "electroneurographic" have none.
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

/** How a word, or its beginning, falls into known ones. */
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
