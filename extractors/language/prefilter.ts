/**
 * Returns a function that tells which of many patterns may match a text, in one pass over it: 1 at the place of each that
 * may, 0 where a pattern needs a string that the text has not.
 *
 *     /\b(?:no|little) (?:benefit|relief)/   => may match where there is "benefit" or "relief"
 *
 * The text is scanned by the automaton of Aho and Corasick, so time does not grow with the number of patterns.
 */
export function prefilter(patterns: readonly RegExp[]): (text: string) => Uint8Array {
  const needed = patterns.map(({ source }) => neededBy(source))
  const { next, ends, found } = automatonOf(needed)
  const initial = Uint8Array.from(needed, strings => (strings ? 0 : 1))
  return text => {
    const may = initial.slice()
    let state = 0
    for (let at = 0; at < text.length; at++) {
      state = next[state * LETTERS + letterOf(text.charCodeAt(at))]!
      if (ends[state] === 1) for (const number of found[state]!) may[number] = 1
    }
    return may
  }
}

/** a to z, and one for all that is not a letter. */
const LETTERS = 27
const A = 97
const CASE = 32

/** The letter of each ASCII character. */
const LETTER_OF = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = (code | CASE) - A
  return code >= A - CASE && letter >= 0 && letter < LETTERS - 1 ? letter : LETTERS - 1
})

const letterOf = (code: number): number => (code < LETTER_OF.length ? LETTER_OF[code]! : LETTERS - 1)

interface Automaton {
  /** The state after each letter, row by row. */
  readonly next: Uint16Array
  /** Whether a string ends at each state: at most of them none does. */
  readonly ends: Uint8Array
  /** The patterns of the strings that end at each state. */
  readonly found: readonly (readonly number[])[]
}

function automatonOf(needed: readonly (readonly string[] | null)[]): Automaton {
  const letters = needed.reduce((sum, strings) => sum + (strings ?? []).join('').length, 0)
  const next = new Uint16Array((letters + 1) * LETTERS)
  const found: number[][] = [[]]
  for (const [pattern, strings] of needed.entries())
    for (const string of strings ?? []) found[stateOf(string, next, found)]!.push(pattern)
  addSuffixes(next, found)
  return { next, ends: Uint8Array.from(found, numbers => (numbers.length > 0 ? 1 : 0)), found }
}

/** The state of a string in the tree of all strings; adds what is missing. */
function stateOf(string: string, next: Uint16Array, found: number[][]): number {
  let state = 0
  for (let at = 0; at < string.length; at++) {
    const edge = state * LETTERS + letterOf(string.charCodeAt(at))
    if (next[edge] === 0) next[edge] = found.push([]) - 1
    state = next[edge]!
  }
  return state
}

/** Where a letter leads nowhere, it leads to where it does from the longest suffix that is in the tree. */
function addSuffixes(next: Uint16Array, found: number[][]): void {
  const suffix = new Uint16Array(found.length)
  const queue = [0]
  for (const state of queue)
    for (let letter = 0; letter < LETTERS; letter++) {
      const edge = state * LETTERS + letter
      const back = state === 0 ? 0 : next[suffix[state]! * LETTERS + letter]!
      const after = next[edge]!
      if (after === 0) {
        next[edge] = back
        continue
      }
      suffix[after] = back
      found[after]!.push(...found[back]!)
      queue.push(after)
    }
}

/**
 * Strings of letters one of which every match of a pattern contains, in any case; `null` if there are none. Of the parts
 * that a match must have, the one whose shortest string is the longest is the rarest.
 */
export const neededBy = (source: string): readonly string[] | null => choice({ source, at: 0 })?.strings ?? null

interface Reader {
  readonly source: string
  at: number
}

interface Needed {
  readonly strings: readonly string[]
  readonly shortest: number
}

function choice(reader: Reader): Needed | null {
  const branches = [sequence(reader)]
  for (; reader.source[reader.at] === '|'; branches.push(sequence(reader))) reader.at++
  const needed = branches.filter(branch => branch !== null)
  if (needed.length < branches.length) return null
  const strings = [...new Set(needed.flatMap(({ strings }) => strings))]
  return { strings, shortest: Math.min(...needed.map(({ shortest }) => shortest)) }
}

function sequence(reader: Reader): Needed | null {
  const { source } = reader
  let best: Needed | null = null
  let run = ''
  const consider = (needed: Needed | null) => {
    if (needed && needed.shortest > (best?.shortest ?? 0)) best = needed
  }
  const endRun = () => {
    consider({ strings: [run], shortest: run.length })
    run = ''
  }
  while (reader.at < source.length && source[reader.at] !== '|' && source[reader.at] !== ')') {
    const piece = matchAt(PIECE, reader)
    const inner = piece[0] === '(' ? choice(reader) : null
    if (piece[0] === '(') reader.at++
    if (WIDTHLESS.test(piece)) continue
    const quantifier = matchAt(QUANTIFIER, reader)
    const optional = /^(?:[?*]|\{0)/.test(quantifier)
    const letters = /^[a-z]/i.test(piece)
    if (letters && !optional) run += piece.toLowerCase()
    if (!letters || quantifier !== '') endRun()
    if (!optional) consider(inner)
  }
  endRun()
  return best
}

// A quantifier takes the last letter before it.
const PIECE = /[a-z]+(?=[a-z][?*+{])|[a-z]+|\(\?(?:[:=!]|<[=!]|<\w+>)|\\.|\[(?:\\.|[^\]\\])*\]|./isy
const QUANTIFIER = /(?:(?:[*+?]|\{\d+(?:,\d*)?\})\??)?/y
/** Positions and what looks around: no part of a match. */
const WIDTHLESS = /^(?:\\[bB]|[\^$]|\(\?(?:[=!]|<[=!]))/

function matchAt(pattern: RegExp, reader: Reader): string {
  pattern.lastIndex = reader.at
  const match = pattern.exec(reader.source)![0]
  reader.at += match.length
  return match
}
