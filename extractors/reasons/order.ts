import { REASON_CODES, type ReasonCode } from '../../document/index.ts'
import vocabulary from '../../vocabulary/learned/ordering.json' with { type: 'json' }
import { logOdds } from './candidates.ts'
import type { StatedReason } from './stated.ts'
import { isSummed } from './statements.ts'

/** What was learned: how much each trait of a reason's place speaks for its being the decisive one. */
export interface Ordering {
  readonly weights: readonly { readonly trait: string; readonly weight: number }[]
}

export type Order = (reasons: readonly StatedReason[]) => StatedReason[]

/**
 * The reasons of an item, the decisive one first. They are in the order of the annotators' guide, unless what was learned
 * speaks for another: a reason that the guideline recited asks for is put before one that is unlikely.
 */
export function orderOf({ weights }: Ordering): Order {
  const known = new Map(weights.map(({ trait, weight }) => [trait, weight]))
  return reasons => {
    const told = asTold(reasons)
    return placeTraits(told)
      .map((traits, at) => ({
        reason: told[at]!,
        score: Object.entries(traits).reduce((sum, [trait, value]) => sum + value * (known.get(trait) ?? 0), 0),
      }))
      .sort((a, b) => b.score - a.score)
      .map(({ reason }) => reason)
  }
}

/** The order as it was learned from all that there is. */
export const ordered: Order = orderOf(vocabulary)

/**
 * What the order is learned from, for each of the reasons of an item as they are told:
 *
 *     first, third   its place
 *     clause         how many clauses before its own state other reasons
 *     behind         another is stated before it in its clause
 *     recital        what the classifier thinks of it in what was taken for a guideline's, as log-odds
 *     likelihood     how likely it is a reason, as log-odds
 *     before         it is told before the reviewer turns to the case
 *
 * and the part that its clause is.
 */
export function placeTraits(told: readonly StatedReason[]): Readonly<Record<string, number>>[] {
  const clauses = [...new Set(told.map(({ lead }) => lead.order))].sort((a, b) => a - b)
  return told.map(({ lead, traits, likelihood }, at) => ({
    first: Number(at === 0),
    third: Number(at >= 2),
    clause: clauses.indexOf(lead.order),
    behind: Number(told.some(other => other.lead.order === lead.order && other.lead.at < lead.at)),
    recital: Number(traits.recital),
    likelihood: logOdds(likelihood),
    before: Number(lead.clause.before),
    [lead.clause.part]: 1,
  }))
}

/**
 * The reasons in the order of the annotators' guide: what the reviewer's summing up says, then what is said first. What is
 * told before the reviewer turns to the case, and may not be a reason, comes last.
 */
export const asTold = (reasons: readonly StatedReason[]): StatedReason[] =>
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
