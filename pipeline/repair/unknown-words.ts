import { hashAfter, isSpace, lowerAt, rememberedInPlace, type Span, span } from '../../document/index.ts'
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
    for (; at < text.length && isPart(text, at); at++) hash = hashAfter(hash, lowerAt(text, at))
    count++
    if (!isKnown(text, start, at, hash) && !isInAddress(text, start, at)) unknown.push(span(start, at))
  }
  return { count, unknown }
}

const isKnown = rememberedInPlace(isWord)

/** How far an address may extend to each side of a word of it. */
const REACH = 200
const ADDRESS = /:\/\/|^\W?www\.|\.(?:com|org|gov|net|edu|html?|pdf|aspx?|php)(?:\W|$)/i

/** "http://www.drugs.com/pro/xx.html" */
function isInAddress(text: string, start: number, end: number): boolean {
  let from = start
  while (from > 0 && start - from < REACH && !isSpace(text.charCodeAt(from - 1))) from--
  let to = end
  while (to < text.length && to - end < REACH && !isSpace(text.charCodeAt(to))) to++
  return ADDRESS.test(text.slice(from, to))
}

const PARTS = Uint8Array.from({ length: 128 }, (_, code) => (/[A-Za-z0-9|!]/.test(String.fromCharCode(code)) ? 1 : 0))

function isPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < PARTS.length && PARTS[code] === 1
}
