import { REASON_CODES, type ReasonCode } from '../../document/index.ts'
import type { StatedReason } from './stated.ts'
import { isSummed } from './statements.ts'

/**
 * The reasons of an item, the decisive one first: what the reviewer's summing up says, then what is said first. What is
 * told before the reviewer turns to the case, and may not be a reason, comes last. An order learned from letters with gold
 * was no better on letters that it had not seen (decision 18).
 */
export const ordered = (reasons: readonly StatedReason[]): StatedReason[] =>
  reasons.toSorted(
    (a, b) =>
      Number(isAside(a)) - Number(isAside(b)) ||
      rank(a) - rank(b) ||
      a.lead.order - b.lead.order ||
      a.lead.at - b.lead.at ||
      place(a) - place(b),
  )

/** What is less likely may have been told by the way. */
const LIKELY = 0.7

const isAside = ({ lead, likelihood }: StatedReason): boolean => lead.clause.before && likelihood < LIKELY

/** Reasons that are seldom decisive next to others, even if they are stated first. */
const LATER: readonly ReasonCode[] = ['request-unclear', 'alternative-suffices', 'special-circumstances']

/** Reasons in the summing up come first; that the provider gives no reason comes last. */
function rank({ code, lead, statements }: StatedReason): number {
  if (statements.every(({ rule }) => rule.stock)) return 3
  if (isSummed(lead)) return 0
  return LATER.includes(code) ? 2 : 1
}

const place = ({ code }: StatedReason): number => REASON_CODES.indexOf(code)
