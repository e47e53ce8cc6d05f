import { type Span, span, trimmed } from '../../document/index.ts'

/** The longest side in any real letter has 774 characters; the limit keeps the patterns from taking long. */
export const LONGEST = 4000

/** The range without the marks that separate citations and end sentences. */
export function unpunctuated(text: string, range: Span): Span {
  let { start, end } = trimmed(text, range)
  while (start < end && ',;:-–—. '.includes(text[start]!)) start++
  while (end > start && ',;:–—. '.includes(text[end - 1]!)) end--
  return span(start, end)
}

/** Words that join works, as alternatives of a pattern. */
export const AND = '(?:and|as well as|in addition to|along with|together with|plus)(?: also)?'

const JOINED_BEFORE = new RegExp(`^(?:${AND}(?: |$))?(?:(?:up)?on(?: |$))?(?:the(?: |$))?`, 'i')
const JOINED_AFTER = new RegExp(`(?:,? (?:${AND}|(?:${AND} )?(?:(?:up)?on )?the))?$`, 'i')

/** The range without conjunctions at its edges: ", and on the Opioids, and". */
export function unjoined(text: string, range: Span): Span {
  const bare = unpunctuated(text, range)
  const words = text.slice(bare.start, bare.end)
  const before = JOINED_BEFORE.exec(words)![0].length
  const after = JOINED_AFTER.exec(words.slice(before))![0].length
  return unpunctuated(text, span(bare.start + before, bare.end - after))
}

/** Whether the range holds nothing but such marks. */
export function isPunctuation(text: string, range: Span): boolean {
  const { start, end } = unpunctuated(text, range)
  return start === end
}
