import { type Span, span, trimmed } from './span.ts'

/**
 * A view of a letter's canonical text in which it reads as one string: lines and pages are joined, running heads
 * are left out, blanks are single. All stages after reading count in this text; `toSource` leads back.
 */
export interface FoldedText {
  readonly text: string
  /** For every unit of `text`, the unit of the canonical text that it stands for. */
  readonly origins: readonly number[]
  readonly lines: readonly FoldedLine[]
  /** Offsets at which a slice of the canonical text must be cut: a page begins, a running head or a hyphen was left out. */
  readonly cuts: readonly number[]
}

export interface FoldedLine extends Span {
  /** Weight of the line's first run; null where no fonts are known. */
  readonly bold: boolean | null
  /** Whether an empty line stands above it on its page. */
  readonly apart: boolean
}

/** The places of the canonical text that a range of the folded text stands for: one a page, in order. */
export function toSource(folded: FoldedText, range: Span): Span[] {
  const cuts = folded.cuts.filter(cut => cut > range.start && cut < range.end)
  const edges = [range.start, ...cuts, range.end]
  const pieces: Span[] = []
  for (let at = 0; at + 1 < edges.length; at++) {
    const piece = trimmed(folded.text, span(edges[at]!, edges[at + 1]!))
    if (piece.end > piece.start)
      pieces.push({ start: folded.origins[piece.start]!, end: folded.origins[piece.end - 1]! + 1 })
  }
  return pieces
}

/** "1204-1236": where a range of the folded text stands in the canonical one, as messages say it. */
export function placeInSource(folded: FoldedText, range: Span): string {
  const pieces = toSource(folded, range)
  return `${pieces[0]?.start ?? 0}-${pieces.at(-1)?.end ?? 0}`
}
