import { type Span, span, trimmed } from './span.ts'

/**
 * A letter's canonical text as one readable string: lines and pages are joined, running heads left out, runs of spaces
 * reduced to one. Every stage after reading works on this text; `toSource` maps a range of it back.
 */
export interface FoldedText {
  readonly text: string
  /** For each UTF-16 unit of `text`, the offset of that unit in the canonical text. */
  readonly origins: readonly number[]
  readonly lines: readonly FoldedLine[]
  /**
   * Offsets at which a slice of the canonical text has to be cut, because a page begins there or a running head or
   * hyphen was left out.
   */
  readonly cuts: readonly number[]
}

/** A line of the canonical text as a range of the folded text. */
export interface FoldedLine extends Span {
  /** Weight of the line's first run; null if fonts are unknown. */
  readonly bold: boolean | null
  /** Whether an empty line precedes it on its page. */
  readonly apart: boolean
}

/** The ranges of the canonical text that a range of the folded text stands for: one per page, in order. */
export function toSource({ text, origins, cuts }: FoldedText, range: Span): Span[] {
  const pieces: Span[] = []
  const add = (start: number, end: number): void => {
    const piece = trimmed(text, span(start, end))
    if (piece.end > piece.start) pieces.push(span(origins[piece.start]!, origins[piece.end - 1]! + 1))
  }
  let { start } = range
  for (const cut of cuts) {
    if (cut >= range.end) break
    if (cut <= start) continue
    add(start, cut)
    start = cut
  }
  add(start, range.end)
  return pieces
}

/** "1204-1236": a range of the folded text as canonical offsets, the way messages give them. */
export function placeInSource(folded: FoldedText, range: Span): string {
  const pieces = toSource(folded, range)
  return `${pieces[0]?.start ?? 0}-${pieces.at(-1)?.end ?? 0}`
}
