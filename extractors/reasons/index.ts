import { type DisputedItem, type Draft, found, judged, type Span, span, verbatim } from '../../document/index.ts'
import { confidenceOf } from '../confidence.ts'
import { ALONE, type ItemExtractor } from '../extractor.ts'
import { featuresOfReason, MOST_REASONS, NO_FEATURE } from './certainty.ts'
import { dependedOn, isDependent, isOfItself } from './depends-on.ts'
import { ordered, type StatedReason } from './order.ts'
import { clausesOf, type RationaleClause } from './parts.ts'
import { statedIn } from './stated.ts'

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
    const all = ordered(statedIn(text, clauses, about))
    const dependent = all.find(isDependent)
    const dependsOn = dependent ? dependedOn(text, dependent, about) : null
    const ofItself = dependsOn === null && dependent !== undefined && isOfItself(text, dependent, about)
    const stated = ofItself ? all.filter(one => !isDependent(one)) : all
    return {
      rationaleParts: partsOf(text, clauses),
      reasons: stated.length > 0 ? stated.slice(0, MOST_REASONS).map(reasonOf) : unexplained(clauses),
      dependsOn,
    }
  },
}

type ReasonsDraft = Draft<DisputedItem['reasons']>

const reasonOf = (one: StatedReason, place: number): ReasonsDraft[number] => ({
  code: found(one.code, clausesOfReason(one), `reasons/${one.lead.rule.id}`),
  confidence: confidenceOf('reasons', featuresOfReason(one, place)),
})

/** Each clause that states it, once. */
const clausesOfReason = ({ statements }: StatedReason): Span[] =>
  [...new Set(statements.map(({ clause }) => clause))].map(({ start, end }) => span(start, end))

/** A rationale that says nothing about the case gives no reason; one that cannot be read is another matter. */
function unexplained(clauses: readonly RationaleClause[]): ReasonsDraft {
  const conclusion = clauses.findLast(({ part }) => part === 'conclusion')
  if (!conclusion || clauses.some(({ part }) => part === 'case' || part === 'summing-up')) return []
  const confidence = confidenceOf('reasons', { ...NO_FEATURE, unexplained: true })
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
