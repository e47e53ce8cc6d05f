import { type Span, span } from '../document/index.ts'

/** Where a fixed phrase stands, blind to blanks: headings get glued to their text, and blanks get lost or doubled. */
export const placesOf = (text: string, phrase: string, flags: 'g' | 'gi' = 'g'): Span[] =>
  Array.from(text.matchAll(patternOf(phrase, flags)), match => span(match.index, match.index + match[0].length))

const patterns = new Map<string, RegExp>()

function patternOf(phrase: string, flags: string): RegExp {
  const key = `${flags} ${phrase}`
  const known = patterns.get(key)
  if (known) return known
  const words = phrase.replace(/:$/, ' :').split(' ')
  const pattern = new RegExp(words.map(RegExp.escape).join(' ?'), flags)
  patterns.set(key, pattern)
  return pattern
}
