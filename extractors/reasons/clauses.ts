import { matchesOf, type Span, span, trimmed } from '../../document/index.ts'
import vocabulary from '../../vocabulary/reasons/parts.json' with { type: 'json' }
import { sentences } from '../language/sentences.ts'

// Capitals matter: a list is numbered before one.
const DIVIDES = new RegExp(vocabulary.divisions.map(({ cue }) => cue).join('|'), 'g')

// "Here, however, the note is silent": not a clause of its own
const SHORT = 25

/** The clauses of a folded text: its sentences, split where they turn to something else. */
export function clauses(text: string): Span[] {
  return sentences(text).flatMap(sentence => divided(text, sentence))
}

function divided(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = []
  let from = start
  for (const { 0: division, index } of matchesOf(text.slice(start, end), DIVIDES)) {
    if (start + index - from < SHORT && /^,?\s/.test(division)) continue
    pieces.push(span(from, start + index))
    from = start + index + division.length
  }
  return [...pieces, span(from, end)].map(piece => trimmed(text, piece)).filter(piece => piece.end > piece.start)
}
