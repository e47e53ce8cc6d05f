import { hashAfter } from '../document/index.ts'

/** The tokens of a text in lower case, and where they are. */
export interface Tokens {
  readonly words: readonly string[]
  /** A hash of each word, for `wordFilter`. */
  readonly hashes: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/**
 * Returns a function that finds the words of a text, and of the characters between them these `marks`: "EMG/NCV" may be emg,
 * /, ncv. "Worker's" is one word. By hand, since a pattern takes three times as long, and each sentence of a letter comes by
 * here several times.
 *
 * @param first - what stands for the start of the text, as a token of no length before all others
 */
export function tokenizer(marks: string, first?: string): (text: string) => Tokens {
  const kinds = kindsOf(marks)
  return text => tokenized(text.toLowerCase().replaceAll('’', "'"), kinds, first)
}

function tokenized(text: string, kinds: Uint8Array, first: string | undefined): Tokens {
  const words: string[] = first === undefined ? [] : [first]
  const hashes: number[] = words.map(hashOf)
  const starts: number[] = words.map(() => 0)
  const ends: number[] = words.map(() => 0)
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text, at, kinds)
    if (kind === OTHER) continue
    const end = kind === WORD ? tokenEnd(text, at, kinds) : at + 1
    const isDotted = text[at + 1] === '.' && end > at + 1
    words.push(isDotted ? text.slice(at, end).replaceAll('.', '') : text.slice(at, end))
    hashes.push(isDotted ? hashOf(words.at(-1)!) : hashBetween(text, at, end))
    starts.push(at)
    ends.push(end)
    at = end - 1
  }
  return { words, hashes, starts, ends }
}

/**
 * Returns a function that says of a hash whether its word may be one of these. It is wrong about few words, and many times
 * as fast as looking each one up, which most often finds nothing.
 */
export function wordFilter(words: Iterable<string>): (hash: number) => boolean {
  const has = new Uint8Array(1 << FILTER_BITS)
  for (const word of words) has[slotOf(hashOf(word))] = 1
  return hash => has[slotOf(hash)] === 1
}

/** More than there are first words in the largest vocabulary, by far. */
const FILTER_BITS = 15
const slotOf = (hash: number): number => hash >>> (32 - FILTER_BITS)

const hashOf = (word: string): number => hashBetween(word, 0, word.length)

function hashBetween(text: string, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = hashAfter(hash, text.charCodeAt(at))
  return hash
}

const OTHER = 0
const WORD = 1
const MARK = 2

/** What each ASCII character is. */
const kindsOf = (marks: string): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code)
    return /[a-z0-9]/.test(character) ? WORD : marks.includes(character) ? MARK : OTHER
  })

function kindOf(text: string, at: number, kinds: Uint8Array): number {
  const code = text.charCodeAt(at)
  return code < kinds.length ? kinds[code]! : OTHER
}

/** End of the word that begins at `at`; "T.E.N.S." is one. */
function tokenEnd(text: string, at: number, kinds: Uint8Array): number {
  if (text[at + 1] !== '.' || text[at - 1] === '.' || !isLetter(text.charCodeAt(at)))
    return wordEnd(text, at + 1, kinds)
  let end = at + 1
  while (text[end] === '.' && isLetter(text.charCodeAt(end + 1)) && isNoWord(text, end + 2, kinds)) end += 2
  return end
}

const isNoWord = (text: string, at: number, kinds: Uint8Array): boolean =>
  at >= text.length || kindOf(text, at, kinds) !== WORD

/** End of a word that has reached `at`, with "'s". */
function wordEnd(text: string, at: number, kinds: Uint8Array): number {
  let end = at
  while (end < text.length && kindOf(text, end, kinds) === WORD) end++
  if (text[end] !== "'") return end
  let suffix = end + 1
  while (suffix < text.length && isLetter(text.charCodeAt(suffix))) suffix++
  return suffix > end + 1 ? suffix : end
}

const isLetter = (code: number): boolean => code >= 97 && code <= 122
