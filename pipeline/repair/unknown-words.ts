import { type Span, span } from '../../document/index.ts'
import { isWord } from '../../terminology/index.ts'

/** The words of a text and the characters that scans produce for some: runs of letters, digits, "|" and "!". */
export interface CheckedWords {
  readonly count: number
  /** Those that no list has, in order, but not those of web addresses. */
  readonly unknown: readonly Span[]
}

// Several stages ask about a text in turn.
let latest: { readonly text: string; readonly words: CheckedWords } | undefined

/** Looks every word of a text up, once for all who ask. */
export function checkedWords(text: string): CheckedWords {
  if (latest?.text !== text) latest = { text, words: checked(text) }
  return latest.words
}

/** By hand, since a pattern takes several times as long. */
function checked(text: string): CheckedWords {
  const unknown: Span[] = []
  let count = 0
  for (let at = 0; at < text.length; at++) {
    if (!isPart(text, at)) continue
    const start = at
    let hash = 0
    for (; at < text.length && isPart(text, at); at++) hash = Math.imul(hash ^ lowerAt(text, at), PRIME)
    count++
    if (!isKnown(text, start, at, hash) && !isInAddress(text, start, at)) unknown.push(span(start, at))
  }
  return { count, unknown }
}

/** Of all the characters of words, this bit changes only capitals. */
const lowerAt = (text: string, at: number): number => text.charCodeAt(at) | 32

/** As in the hash of Fowler, Noll and Vo. */
const PRIME = 0x01000193

/** Letters share most of their words: the last word with each hash, and whether it is known, without making a string to ask. */
const HASH_BITS = 13
const words: string[] = Array(1 << HASH_BITS).fill('')
const known = new Uint8Array(1 << HASH_BITS)

function isKnown(text: string, start: number, end: number, hash: number): boolean {
  const slot = hash >>> (32 - HASH_BITS)
  if (!isAt(text, start, end, words[slot]!)) {
    const word = text.slice(start, end).toLowerCase()
    words[slot] = word
    known[slot] = isWord(word) ? 1 : 0
  }
  return known[slot] === 1
}

/** How far an address may extend to each side of a word of it. */
const REACH = 200
const ADDRESS = /:\/\/|^\W?www\.|\.(?:com|org|gov|net|edu|html?|pdf|aspx?|php)(?:\W|$)/i

/** "http://www.drugs.com/pro/xx.html" */
function isInAddress(text: string, start: number, end: number): boolean {
  const before = text
    .slice(Math.max(0, start - REACH), start)
    .split(/\s/)
    .at(-1)!
  const after = text.slice(start, end + REACH).split(/\s/, 1)[0]!
  return ADDRESS.test(before + after)
}

function isAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== lowerAt(text, start + at)) return false
  return true
}

const PARTS = Uint8Array.from({ length: 128 }, (_, code) => (/[A-Za-z0-9|!]/.test(String.fromCharCode(code)) ? 1 : 0))

const isPart = (text: string, at: number): boolean => PARTS[text.charCodeAt(at)] === 1
