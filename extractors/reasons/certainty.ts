import { isSummed, type StatedReason } from './order.ts'

/** As many as annotators give. */
export const MOST_REASONS = 3

/** A rule alone is doubted where the classifier thinks so little of it, and backed where it thinks so much. */
const DOUBTED = 0.2
const BACKED = 0.6

/** How a reason was found, for its confidence. */
export function featuresOfReason({ statements, lead, code }: StatedReason, place: number) {
  const likelihood = Math.max(...statements.map(({ likelihood }) => likelihood ?? 0))
  return {
    unexplained: false,
    general: lead.rule.general,
    recited: statements.every(({ clause }) => clause.part !== 'case' && clause.part !== 'summing-up'),
    learned: lead.rule.learned ?? false,
    doubted: likelihood < DOUBTED,
    backed: likelihood >= BACKED,
    weak: lead.rule.weak,
    stock: lead.rule.stock,
    open: code === 'request-unclear' || code === 'criteria-not-met',
    last: place === MOST_REASONS - 1,
    summed: isSummed(lead),
    repeated: statements.length > 1,
  }
}

export const NO_FEATURE = {
  general: false,
  recited: false,
  learned: false,
  doubted: false,
  backed: false,
  weak: false,
  stock: false,
  open: false,
  last: false,
  summed: false,
  repeated: false,
}
