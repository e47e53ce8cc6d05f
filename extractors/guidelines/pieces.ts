import { matchesOf, type Span, span, trimmed } from '../../document/index.ts'
import wordings from '../../vocabulary/context/citations.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import { sentences } from '../language/sentences.ts'

const wording = patternsOf(wordings)

/** "2nd ed. Chapter 12", "Smith J. On canes", "vol. II": no sentence ends there. */
const SHORT = wording('abbreviated')

/** "…, pages 22, 24. It says", "vol. 3. It says", "9792.26. It says": such a number is not a list number. */
const PAGES_END = new RegExp(wording('pages-end'), 'gi')

/** The sentences of a side's citations, in order; book titles and author names are not cut at abbreviations. */
export function piecesOf(text: string): Span[] {
  const pieces: Span[] = []
  for (const one of sentences(text).flatMap(sentence => split(text, sentence))) {
    const last = pieces.at(-1)
    if (last && SHORT.test(text.slice(Math.max(last.start, last.end - 8), last.end)))
      pieces[pieces.length - 1] = span(last.start, one.end)
    else pieces.push(one)
  }
  return pieces
}

function split(text: string, { start, end }: Span): Span[] {
  const stops = matchesOf(text.slice(start, end), PAGES_END).map(({ index }) => start + index + 1)
  return [...stops, end].map((stop, at) => trimmed(text, span(stops[at - 1] ?? start, stop)))
}
