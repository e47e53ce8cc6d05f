import { REASON_CODES, type ReasonCode } from '../../document/index.ts'
import type { ReasonCandidate } from './candidates.ts'
import { isSummed } from './statements.ts'

/**
 * The reasons of an item, the decisive one first: what the reviewer's summing up says, then what is said first. An order
 * learned from letters with gold was no better on letters that it had not seen (decision 18).
 */
export const ordered = <Reason extends ReasonCandidate>(reasons: readonly Reason[]): Reason[] =>
  reasons.toSorted(
    (a, b) => rank(a) - rank(b) || a.lead.order - b.lead.order || a.lead.at - b.lead.at || place(a) - place(b),
  )

/** Reasons that are seldom decisive next to others, even if they are stated first. */
const LATER: readonly ReasonCode[] = ['request-unclear', 'alternative-suffices', 'special-circumstances']

/** Reasons in the summing up come first; that the provider gives no reason comes last. */
function rank({ code, lead, statements }: ReasonCandidate): number {
  if (statements.every(({ rule }) => rule.stock)) return 3
  if (isSummed(lead)) return 0
  return LATER.includes(code) ? 2 : 1
}

const place = ({ code }: ReasonCandidate): number => REASON_CODES.indexOf(code)
