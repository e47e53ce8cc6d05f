import { type Span, span, trimmed } from '../document/index.ts'

// "…infection. The worker", "…infection.The worker", '…better." He': a stop before a capital, also where the blank is
// missing. "5.5 mg", "No. 3" and "e.g. rest" go on.
const STOP = /[.!?]["”')]{0,2}(?:\s+(?=["“(]?[A-Z])|(?=[A-Z][a-z]))/g
const ABBREVIATION = /\b(?:Drs?|Mrs?|Ms|No|Nos|vs|St|Inc|Ltd|Jr|Sr|approx|e\.g|i\.e)$/i

// "Impression: 1. Wrist sprain. 2. Anxiety.": numbers that open the items of a list.
const NUMBER = /(?:^|[:;,.] ?)\d{1,2}$/

/** The sentences of a folded text, in order and without blanks at their edges. */
export function sentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const { 0: stop, index } of text.matchAll(STOP)) {
    const before = text.slice(Math.max(start, index - 8), index)
    if (stop[0] === '.' && (ABBREVIATION.test(before) || NUMBER.test(before))) continue
    spans.push(trimmed(text, span(start, index + stop.length)))
    start = index + stop.length
  }
  if (start < text.length) spans.push(trimmed(text, span(start, text.length)))
  return spans.filter(({ start, end }) => end > start)
}
