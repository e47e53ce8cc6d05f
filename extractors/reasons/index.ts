import { type DisputedItem, type Draft, found, judged, type Span, span, verbatim } from '../../document/index.ts'
import { ALONE, type ItemExtractor } from '../extractor.ts'
import { dependedOn, isDependent } from './depends-on.ts'
import { ordered } from './order.ts'
import { clausesOf, type RationaleClause } from './parts.ts'
import { type StatedReason, statedIn } from './stated.ts'

export { mtusSilent } from './mtus-silent.ts'
export { priorSessions } from './prior-sessions.ts'

/**
 * Why the reviewer decided the way they did:
 *
 *     The MTUS recommends six visits. He has had eight, and no gain is recorded. The request is not medically necessary.
 *     => exceeds-guideline-amount, no-functional-improvement
 *
 * Only statements about this case count, so the rationale is first cut into its parts.
 */
export const reasons: ItemExtractor = {
  name: 'reasons',
  reads: 'rationale',
  extract: (text, about = ALONE) => {
    const clauses = clausesOf(text)
    const stated = statedIn(text, clauses, about)
    const dependent = stated.find(isDependent)
    return {
      rationaleParts: partsOf(text, clauses),
      reasons: stated.length > 0 ? ordered(stated.slice(0, MOST_REASONS)).map(reasonOf) : unexplained(clauses),
      dependsOn: dependent ? dependedOn(text, dependent, about) : null,
    }
  },
}

/** As many as annotators give. */
const MOST_REASONS = 3

/** No reason is quite certain. */
const MOST_CERTAIN = 0.99

/** How far it is believed that no reason is given: an estimate, as letters rarely give none. */
const UNEXPLAINED = 0.5

type ReasonsDraft = Draft<DisputedItem['reasons']>

const reasonOf = (one: StatedReason): ReasonsDraft[number] => ({
  code: found(one.code, clausesOfReason(one), `reasons/${one.lead.rule.id}`),
  confidence: judged(Math.min(Math.round(one.likelihood * 100) / 100, MOST_CERTAIN), 'confidence/reasons'),
})

/** Each clause that states it, once. */
const clausesOfReason = ({ statements }: StatedReason): Span[] =>
  [...new Set(statements.map(({ clause }) => clause))].map(({ start, end }) => span(start, end))

/** A rationale that says nothing about the case gives no reason; one that cannot be read is another matter. */
function unexplained(clauses: readonly RationaleClause[]): ReasonsDraft {
  const conclusion = clauses.findLast(({ part }) => part === 'conclusion')
  if (!conclusion || clauses.some(({ part }) => part === 'case' || part === 'summing-up')) return []
  const confidence = judged(UNEXPLAINED, 'confidence/reasons')
  return [{ code: found('unexplained', span(conclusion.start, conclusion.end), 'reasons/unexplained'), confidence }]
}

/** Adjacent clauses of one part are one. */
function partsOf(text: string, clauses: readonly RationaleClause[]): Draft<DisputedItem['rationaleParts']> {
  const runs: RationaleClause[] = []
  for (const clause of clauses) {
    const last = runs.at(-1)
    if (last?.part === clause.part) runs[runs.length - 1] = { ...last, end: clause.end }
    else runs.push(clause)
  }
  return runs.map(({ start, end, part }) => ({
    part: judged(part, 'rationale/part'),
    text: verbatim(text, span(start, end), `rationale/${part}`),
  }))
}
