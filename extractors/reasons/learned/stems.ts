import { hashAfter, rememberedInPlace } from '../../../document/index.ts'

/** The words of a text as stems, and where the words begin. */
export interface Stems {
  readonly stems: readonly string[]
  readonly starts: readonly number[]
}

/**
 * The stems of the words of a text in lower case: words of letters, apostrophes and hyphens, and numbers. By hand, since
 * every clause comes by here, and a pattern takes several times as long.
 */
export function stemsOf(text: string): Stems {
  const stems: string[] = []
  const starts: number[] = []
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at)
    if (kind !== LETTER && kind !== DIGIT) continue
    const start = at
    let hash = 0
    if (kind === DIGIT) while (kindAt(text, at) === DIGIT) at++
    else for (; isInWord(kindAt(text, at)); at++) hash = hashAfter(hash, text.charCodeAt(at))
    stems.push(kind === DIGIT ? NUMBER : stemOf(text, start, at, hash))
    starts.push(start)
    at--
  }
  return { stems, starts }
}

const OTHER = 0
const LETTER = 1
const DIGIT = 2
/** What may stand in a word, but not begin it. */
const INSIDE = 3

/** What each ASCII character is. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  return /[a-z]/.test(character) ? LETTER : /\d/.test(character) ? DIGIT : /['-]/.test(character) ? INSIDE : OTHER
})

function kindAt(text: string, at: number): number {
  const code = at < text.length ? text.charCodeAt(at) : KINDS.length
  return code < KINDS.length ? KINDS[code]! : OTHER
}

const isInWord = (kind: number): boolean => kind === LETTER || kind === INSIDE

/** All numbers are alike. */
const NUMBER = '#'

const SUFFIX = /(?:ations?|ments?|ings?|edly|ed|es|s|ly|ive|ion|al)$/
const SHORTEST_STEM = 4

/** A word without its ending. Rough, but the same in training and in use. */
const stemOf = rememberedInPlace((word: string): string => {
  const stem = word.replace(SUFFIX, '')
  return stem.length < SHORTEST_STEM ? word : stem
})
