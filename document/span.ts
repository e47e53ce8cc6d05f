/** A half-open range `[start, end)` in UTF-16 units of the text it belongs to. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The range `[start, end)`. */
export const span = (start: number, end: number): Span => ({ start, end })

/** The same range counted from another origin: turns local offsets of a section into offsets of its document. */
export const shift = (local: Span, origin: number): Span => span(local.start + origin, local.end + origin)

/** The part of `text` that `range` covers. */
export const textOf = (text: string, { start, end }: Span): string => text.slice(start, end)

/** Whether two ranges have a character in common. */
export const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

/** As many spaces as `words` are long: what stands in their place keeps all offsets behind it. */
export const spacesFor = (words: string): string => ' '.repeat(words.length)

/** The text with spaces in place of `parts`. */
export const blanked = (text: string, parts: readonly Span[]): string =>
  parts.reduce((rest, part) => rest.slice(0, part.start) + spacesFor(textOf(rest, part)) + rest.slice(part.end), text)

/** The part of `text` that `range` covers, without surrounding whitespace. */
export function trimmed(text: string, range: Span): Span {
  let { start, end } = range
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

/** Whether a UTF-16 unit is a space, a tab or the end of a line. */
export const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0

/**
 * All matches of a global pattern from an offset on, in order. `matchAll` would copy the pattern each time, which takes
 * longer than to try it on a sentence.
 */
export function matchesOf(text: string, pattern: RegExp, from = 0): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = from
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches
}

/** The match of a sticky pattern that begins at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Where a global pattern matches. */
export const spansOf = (text: string, pattern: RegExp): Span[] =>
  matchesOf(text, pattern).map(({ 0: words, index }) => span(index, index + words.length))

/** Index of the first of `length` sorted elements for which `isBefore` no longer holds; `length` where it always does. */
export function lowerBound(length: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
