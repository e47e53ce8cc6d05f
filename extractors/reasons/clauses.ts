import { matchesOf, type Span, span, trimmed } from '../../document/index.ts'
import { sentences } from '../language/sentences.ts'

// "…; no red flag is noted", ", however, there is", " but the request", ", nor has", ", which the worker would", " therefore ", ". 2) No"
const DIVIDES =
  /;\s+(?=[a-z])|,?\s+(?=(?:however|but|nor|therefore|thus|hence)\b(?! far),?\s)|,\s+(?=(?:here|yet|and (?:there|it|the|that|is|was|has|no|as)|which the|which would|so|although|though|while|whereas|(?:moreover|additionally)(?!,))\b)|\s+-{2}\s+|(?<=[.;:])\s+(?=\d{1,2}\)\s+[A-Z])/g

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
