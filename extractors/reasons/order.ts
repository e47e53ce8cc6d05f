import { REASON_CODES, type ReasonCode } from '../../document/index.ts'
import type { ReasonStatement } from './statements.ts'

/** One reason of an item with all statements of it, in the order of the text. */
export interface StatedReason {
  readonly code: ReasonCode
  readonly statements: readonly ReasonStatement[]
  /** The statement that determines its rank. */
  readonly lead: ReasonStatement
}

/**
 * The stated reasons, each once, the decisive one first: what the reviewer's summing up says, then what is said first. An
 * order learned from letters with gold was no better on letters that it had not seen (decision 18).
 */
export function ordered(statements: readonly ReasonStatement[]): StatedReason[] {
  const codes = Map.groupBy(statements, ({ rule }) => rule.code)
  return Array.from(codes, ([code, own]) => ({ code, statements: own, lead: leadOf(own) })).sort(
    (a, b) => rank(a) - rank(b) || a.lead.order - b.lead.order || a.lead.at - b.lead.at || place(a) - place(b),
  )
}

/** The statement in the reviewer's summing up, or else the first one; a weak statement yields to any other. */
function leadOf(own: readonly ReasonStatement[]): ReasonStatement {
  const firm = own.filter(({ rule }) => !rule.weak)
  const used = firm.length > 0 ? firm : own
  return used.find(isSummed) ?? used[0]!
}

export const isSummed = ({ clause }: ReasonStatement): boolean => clause.part === 'summing-up'

/** Reasons that are seldom decisive next to others, even if they are stated first. */
const LATER: readonly ReasonCode[] = ['request-unclear', 'alternative-suffices']

/** Reasons in the summing up come first; that the provider gives no reason comes last. */
function rank({ code, lead, statements }: StatedReason): number {
  if (statements.every(({ rule }) => rule.stock)) return 3
  if (isSummed(lead)) return 0
  return LATER.includes(code) ? 2 : 1
}

const place = ({ code }: StatedReason): number => REASON_CODES.indexOf(code)
