/** Word lists to consult, most likely first. */
type Likely = readonly ((word: string) => boolean)[]

/**
 * The single most likely word that is one character away; characters that look alike come before others, words of the
 * letter before terms, and terms before other words. If two are equally likely, none. A name is only replaced by a word
 * of the letter or a term, unless it is long.
 */
export function nearest(damaged: string, likely: Likely): string | null {
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

/** Letters that scans confuse, and what they produce for them. */
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

/** The words that OCR may have read as `word`: one character replaced by one that looks like it. */
export const lookalikes = (word: string): string[] =>
  Array.from(word).flatMap((character, at) =>
    Array.from(ALIKE[character] ?? '', other => (word.slice(0, at) + other + word.slice(at + 1)).toLowerCase()),
  )

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** All other words that are one deletion, insertion, transposition or substitution away from `word`, once each. */
export function neighbours(word: string): string[] {
  const near = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    near.add(before + after.slice(1))
    if (after.length > 1) near.add(before + after[1] + after[0] + after.slice(2))
    for (const letter of LETTERS) near.add(before + letter + after).add(before + letter + after.slice(1))
  }
  near.delete(word)
  return [...near]
}
