import { isTermWord } from '../../extractors/index.ts'
import plainWords from '../../vocabulary/plain-words.json' with { type: 'json' }
import { isEnglish } from './lexicon.ts'

/** What the words of a letter were before they were damaged; null where they are sound, or nobody can tell. */
export interface Spelling {
  readonly mend: (word: string) => string | null
  readonly join: (word: string, next: string) => string | null
  /** How many words nobody knows. */
  readonly unknown: number
}

/** Signs that scans put for digits. */
const DIGITS: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1', '!': '1' }

/** "1O0", "3l", but not "l4", which may be a vertebra. */
const NUMBER = /^(?:\d[\dOolI|!]+|[OolI|!]\d{2,})$/

/** "DecisiOn", "CItation"; but "OxyContin" and "UpToDate" are written so. */
const STRAY_CAPITAL = /^[A-Z]?[a-z]*[A-Z][a-z]+$|^[A-Z]?[a-z]+[A-Z]$/

/** Where a comma or a blank was lost: "FloridaCalifornia"; but "OxyContin" is a word. */
const GLUED = /^([A-Z]?[a-z]{3,})([A-Z][a-z]{3,})$/

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Shorter words are near too many others, and longer ones are none. */
const [SHORTEST, LONGEST] = [4, 24]

/** The spelling of a letter that consists of `words`. */
export function spellingOf(words: readonly string[]): Spelling {
  const counts = Map.groupBy(words, word => word.toLowerCase())
  // The same damage does not happen twice.
  const isKnown = (word: string): boolean => isTermWord(word) || isEnglish(word) || (counts.get(word)?.length ?? 0) > 1
  const isSound = (word: string): boolean =>
    word.length > 1 ? isKnown(word.toLowerCase()) || digitsIn(word) > 1 : /[aAI\d]/.test(word)
  // Terms of two or three letters are abbreviations, which are not written small.
  const isKnownShort = (word: string): boolean =>
    isPlain(word) || isEnglish(word) || (counts.get(word)?.length ?? 0) > 1
  const own = new Set([...counts.keys()].filter(isKnown))
  const likely = [(word: string) => own.has(word), isTermWord, isEnglish]
  const ownForm = (word: string): string | undefined => counts.get(word)?.[0]
  const longWord = (word: string): string | null => {
    if (isSound(word)) return STRAY_CAPITAL.test(word) ? cased(word, word.toLowerCase(), undefined) : null
    const halves = GLUED.exec(word)?.slice(1) ?? []
    if (halves.length > 0 && halves.every(half => isKnown(half.toLowerCase()))) return halves.join(' ')
    const meant = nearest(word, likely)
    return meant === null ? null : cased(word, meant, ownForm(meant))
  }
  return {
    mend: word => {
      if (NUMBER.test(word)) return word.replace(/\D/g, sign => DIGITS[sign]!)
      if (word.length < SHORTEST) return shortWord(word, isKnownShort)
      return word.length > LONGEST ? null : longWord(word)
    },
    join: (word, next) => {
      if (word.length + next.length < SHORTEST || (isSound(word) && isSound(next))) return null
      const joined = (word + next).toLowerCase()
      return /^[a-z]+$/.test(joined) && isKnown(joined) ? cased(word, joined, undefined) : null
    },
    unknown: words.filter(word => word.length >= SHORTEST && !isSound(word)).length,
  }
}

/** "ond" says "and", "ot" says "of"; what is a word stays, whoever meant it. */
function shortWord(word: string, isKnown: (word: string) => boolean): string | null {
  if (!/^[a-z01|!]{2,3}$/.test(word) || isKnown(word)) return null
  return only(lookalikes(word).filter(isSmall)) ?? (word.length > 2 ? only(neighbours(word).filter(isSmall)) : null)
}

const only = (words: readonly string[]): string | null => (words.length === 1 ? words[0]! : null)

const SMALL = new Set(plainWords.small.split(' '))
const isSmall = (word: string): boolean => SMALL.has(word)

const PLAIN = new Set(plainWords.groups.flatMap(({ words }) => words.split(' ')))
const isPlain = (word: string): boolean => PLAIN.has(word)

/** Two digits make a number or a code, which no list knows. */
const digitsIn = (word: string): number => word.match(/\d/g)?.length ?? 0

type Likely = readonly ((word: string) => boolean)[]

/**
 * The single word one sign away that is likeliest, by signs that look alike before others: one of the letter, else a
 * term, else any; of two, none. A name is taken for a word of the letter or a term, unless it is long.
 */
function nearest(damaged: string, likely: Likely): string | null {
  const word = damaged.toLowerCase()
  const among = /^[A-Z]/.test(damaged) && damaged.length < LONG_NAME ? likely.slice(0, 2) : likely
  return likeliest(lookalikes(damaged), among) ?? likeliest(neighbours(word), among)
}

const LONG_NAME = 7

function likeliest(words: readonly string[], likely: Likely): string | null {
  for (const isLikely of likely) {
    const [first, second] = words.filter(isLikely)
    if (first !== undefined) return second === undefined ? first : null
  }
  return null
}

/** Letters that scans take for each other, and what they put for letters. */
const ALIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'li',
  '5': 's',
  '6': 'bg',
  '8': 'b',
  '9': 'gq',
  '|': 'li',
  '!': 'li',
  I: 'l',
  l: 'i',
  i: 'l',
  c: 'e',
  e: 'c',
  n: 'hr',
  h: 'n',
  r: 'n',
  u: 'v',
  v: 'u',
  f: 't',
  t: 'f',
  a: 'o',
  o: 'a',
  g: 'q',
  q: 'g',
}

const lookalikes = (word: string): string[] =>
  Array.from(word).flatMap((sign, at) =>
    Array.from(ALIKE[sign] ?? '', other => (word.slice(0, at) + other + word.slice(at + 1)).toLowerCase()),
  )

/** All words that one lost, added, exchanged or wrong sign makes of `word`, once each. */
function neighbours(word: string): string[] {
  const near = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    near.add(before + after.slice(1))
    if (after.length > 1) near.add(before + after[1] + after[0] + after.slice(2))
    for (const letter of LETTERS) near.add(before + letter + after).add(before + letter + after.slice(1))
  }
  return [...near]
}

/** In the case of the damaged word; an abbreviation as the letter writes it elsewhere. */
function cased(damaged: string, word: string, own: string | undefined): string {
  if (own !== undefined && own === own.toUpperCase()) return own
  if (damaged === damaged.toUpperCase()) return word.toUpperCase()
  return /^[A-Z]/.test(damaged) ? word[0]!.toUpperCase() + word.slice(1) : word
}
