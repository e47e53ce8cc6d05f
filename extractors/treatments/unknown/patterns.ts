import { spansOf } from '../../../document/index.ts'
import { termOfConcept } from '../../../terminology/index.ts'
import patterns from '../../../vocabulary/wordings/intervention-patterns.json' with { type: 'json' }
import { bodyFirst } from '../../language/body-first.ts'
import { withNumbers } from '../../language/numbers.ts'
import { prefilter } from '../../language/prefilter.ts'
import type { Hit } from '../hit.ts'

/** A way of writing that no list of terms can cover, as it holds a number or words of any kind. */
interface InterventionPattern {
  readonly id: string
  readonly concept: string
  readonly pattern: string
  /** Capitals matter. */
  readonly cased?: boolean
}

const PATTERNS = (patterns satisfies readonly InterventionPattern[]).map(
  ({ concept, pattern, cased }: InterventionPattern) => ({
    expression: new RegExp(bodyFirst(withNumbers(pattern)), cased ? 'g' : 'gi'),
    term: termOfConcept(concept),
  }),
)

const mayMatch = prefilter(PATTERNS.map(({ expression }) => expression))

/** The terms of a sentence with what follows a pattern, which takes the place of the terms within it: "a 10-pound limit". */
export function withPatterns(sentence: string, terms: readonly Hit[]): readonly Hit[] {
  const may = mayMatch(sentence)
  const found = PATTERNS.filter((_, number) => may[number] === 1).flatMap(({ expression, term }) =>
    spansOf(sentence, expression).map(place => ({ ...place, term })),
  )
  if (found.length === 0) return terms
  const longest = found.filter(
    hit =>
      !terms.some(({ start, end }) => (start < hit.start && end > hit.start) || (end > hit.end && start < hit.end)),
  )
  const others = terms.filter(term => !longest.some(({ start, end }) => term.start < end && term.end > start))
  return [...others, ...longest].sort((a, b) => a.start - b.start)
}
