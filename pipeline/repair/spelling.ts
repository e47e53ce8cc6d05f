import { isEnglish, isTermWord, isWord, lookalikes, nearest, neighbours } from '../../terminology/index.ts'
import plainWords from '../../vocabulary/wordings/plain-words.json' with { type: 'json' }

/** What the words of a letter were before they were damaged; null for words that are sound or beyond repair. */
export interface Spelling {
  /** Repairs a word, given its neighbours `before` and `after`, '' at the edges. */
  readonly repair: (word: string, before: string, after: string) => string | null
  readonly join: (word: string, next: string) => string | null
  /** How many unknown words are near a known one: most of the damaged ones, a third of the rare ones. */
  readonly repairable: () => number
}

/** Characters that scans produce for digits. */
const DIGITS: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1', '!': '1' }

/** "1O0", "3l", but not "l4", which may be a vertebra. */
const NUMBER = /^(?:\d[\dOolI|!]+|[OolI|!]\d{2,})$/

/** "DecisiOn", "CItation"; but not "OxyContin" and "UpToDate". */
const STRAY_CAPITAL = /^[A-Z]?[a-z]*[A-Z][a-z]+$|^[A-Z]?[a-z]+[A-Z]$/

/** Shorter words are near too many others; longer ones are not words. */
const [SHORTEST, LONGEST] = [4, 24]

/** The words of a letter, and which of them are known. */
interface Known {
  readonly count: (word: string) => number
  /** The first word that is equal but for case. */
  readonly formOf: (word: string) => string | undefined
  readonly isKnown: (word: string) => boolean
  readonly isSound: (written: string) => boolean
  /** Whether the two words follow each other anywhere in the letter. */
  readonly hasPair: (first: string, second: string) => boolean
}

function knownOf(words: readonly string[]): Known {
  const forms = new Map<string, { readonly first: string; count: number }>()
  for (const word of words) {
    const lower = word.toLowerCase()
    const form = forms.get(lower)
    if (form) form.count++
    else forms.set(lower, { first: word, count: 1 })
  }
  // Computed lazily: only damaged letters need pairs.
  let pairs: Set<string> | undefined
  const pairsOf = (): Set<string> => new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`.toLowerCase()))
  const count = (word: string): number => forms.get(word)?.count ?? 0
  // The same damage rarely happens twice, so a word that recurs is known.
  const isKnown = (word: string): boolean => isWord(word) || count(word) > 1
  return {
    count,
    isKnown,
    formOf: word => forms.get(word)?.first,
    isSound: written =>
      written.length > 1
        ? isKnown(written.toLowerCase()) || isDerived(written.toLowerCase()) || digitsIn(written) > 1
        : /[aAI\d]/.test(written),
    hasPair: (first, second) => {
      pairs ??= pairsOf()
      return pairs.has(`${first} ${second}`.toLowerCase())
    },
  }
}

/** "Concussions", "nonfocal", "postinjury": no list has all the plurals and compounds of the words that it has. */
function isDerived(word: string): boolean {
  const stem = /^([a-z]{4,}[^s])s$/.exec(word)?.[1] ?? /^(?:non|post|pre)([a-z]{5,})$/.exec(word)?.[1]
  return stem !== undefined && isWord(stem)
}

/** Of the words that no list has, those that may be damaged; what recurs is not. */
export function oddWords(unknown: readonly string[]): string[] {
  const forms = Map.groupBy(unknown, word => word.toLowerCase())
  return Array.from(forms)
    .filter(([word, { length }]) => length === 1 && word.length >= SHORTEST && !isDerived(word) && digitsIn(word) <= 1)
    .map(([, [written]]) => written!)
}

/** The spelling of a letter that consists of `words`. */
export function spellingOf(words: readonly string[]): Spelling {
  const letter = knownOf(words)
  return {
    repair: (word, before, after) => {
      if (NUMBER.test(word)) return word.replace(/\D/g, character => DIGITS[character]!)
      if (word.length > LONGEST) return null
      const fits = fitting(letter, word, before, after)
      if (fits !== null) return cased(word, fits, letter.formOf(fits))
      return word.length < SHORTEST ? shortWord(letter, word) : longWord(letter, word)
    },
    join: (word, next) => {
      if (word.length + next.length < SHORTEST || (letter.isSound(word) && letter.isSound(next))) return null
      const joined = (word + next).toLowerCase()
      return /^[a-z]+$/.test(joined) && letter.isKnown(joined) ? cased(word, joined, undefined) : null
    },
    repairable: () =>
      oddWords(words.filter(word => !isWord(word.toLowerCase()))).filter(
        word => word.length <= LONGEST && longWord(letter, word) !== null,
      ).length,
  }
}

/**
 * A word that the letter has between the same neighbours elsewhere. To replace a sound word both neighbours must agree,
 * and a term stays: a strain is not a sprain.
 */
function fitting(letter: Known, word: string, before: string, after: string): string | null {
  const written = word.toLowerCase()
  if (!/^[a-z]+$/.test(written) || isTermWord(written) || letter.count(written) > 1) return null
  const least = letter.isSound(word) ? 2 : 1
  const fits = (other: string): boolean =>
    Number(letter.hasPair(before, other)) + Number(letter.hasPair(other, after)) >= least
  return only(neighbours(written).filter(other => isOwn(letter, other) && fits(other)))
}

const isOwn = ({ count, isKnown }: Known, word: string): boolean => count(word) > 0 && isKnown(word)

function longWord(letter: Known, word: string): string | null {
  if (letter.isSound(word)) return STRAY_CAPITAL.test(word) ? cased(word, word.toLowerCase(), undefined) : null
  const meant = nearest(word, [one => isOwn(letter, one), isTermWord, isEnglish])
  return meant === null ? apart(word, letter.isSound) : cased(word, meant, letter.formOf(meant))
}

/**
 * "ond" becomes "and"; a correct word stays, whatever was meant. Terms of two or three letters are not written in lower
 * case.
 */
function shortWord({ count }: Known, word: string): string | null {
  const isKnown = isPlain(word) || isEnglish(word) || count(word) > 1
  if (!/^[a-z01|!]{2,3}$/.test(word) || isKnown) return null
  return only(lookalikes(word).filter(isSmall)) ?? (word.length > 2 ? only(neighbours(word).filter(isSmall)) : null)
}

/** Shorter halves occur in too many words, except for function words. */
const LEAST_HALF = 4

/** Two words between which a space or comma was lost or damaged: "asunspecified", "EMGxhas". */
function apart(word: string, isSound: (word: string) => boolean): string | null {
  const isHalf = (half: string): boolean => isSmall(half) || (half.length >= LEAST_HALF && isSound(half))
  const halves = (dropped: number): string[] =>
    Array.from({ length: Math.max(0, word.length - dropped - 3) }, (_, at) => [
      word.slice(0, at + 2),
      word.slice(at + 2 + dropped),
    ])
      .filter(pair => pair.every(isHalf))
      .map(pair => pair.join(' '))
  return only(halves(0)) ?? only(halves(1))
}

const only = (words: readonly string[]): string | null => (words.length === 1 ? words[0]! : null)

const SMALL = new Set(plainWords.small.split(' '))
const isSmall = (word: string): boolean => SMALL.has(word)

const PLAIN = new Set(plainWords.groups.flatMap(({ words }) => words.split(' ')))
const isPlain = (word: string): boolean => PLAIN.has(word)

/** With two digits it is a number or a code, which no word list covers. */
const digitsIn = (word: string): number => word.match(/\d/g)?.length ?? 0

/** In the case of the damaged word; an abbreviation as the letter writes it elsewhere. */
function cased(damaged: string, word: string, own: string | undefined): string {
  if (own !== undefined && own === own.toUpperCase()) return own
  if (damaged === damaged.toUpperCase()) return word.toUpperCase()
  return /^[A-Z]/.test(damaged) ? word[0]!.toUpperCase() + word.slice(1) : word
}
