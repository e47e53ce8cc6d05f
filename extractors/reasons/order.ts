import { REASON_CODES, type ReasonCode } from '../../document/index.ts'
import vocabulary from '../../vocabulary/learned/order-of-reasons.json' with { type: 'json' }
import type { ReasonStatement } from './statements.ts'

/** One reason of an item with all statements of it, in the order of the text. */
export interface StatedReason {
  readonly code: ReasonCode
  readonly statements: readonly ReasonStatement[]
  /** The statement that determines its rank. */
  readonly lead: ReasonStatement
}

/** How much each trait of a reason says for its being the decisive one. */
export type OrderWeights = ReadonlyMap<string, number>

export const ORDER_WEIGHTS: OrderWeights = new Map(vocabulary.weights.map(({ trait, weight }) => [trait, weight]))

/** The reasons that were stated, each once, the decisive one first; the weights were learned (`npm run train`). */
export function ordered(statements: readonly ReasonStatement[], weights: OrderWeights = ORDER_WEIGHTS): StatedReason[] {
  const codes = Map.groupBy(statements, ({ rule }) => rule.code)
  const stated = Array.from(codes, ([code, own]) => ({ code, statements: own, lead: leadOf(own) }))
  const traits = traitsOf(stated)
  const sums = new Map(stated.map((one, at) => [one, sumOf(traits[at]!, weights)]))
  return stated.sort((a, b) => sums.get(b)! - sums.get(a)! || a.lead.order - b.lead.order)
}

const sumOf = (traits: ReadonlyMap<string, number>, weights: OrderWeights): number =>
  traits.entries().reduce((sum, [trait, value]) => sum + value * (weights.get(trait) ?? 0), 0)

/** What the reviewer's own summing up says, else what is said first; a weak statement yields to any other. */
function leadOf(own: readonly ReasonStatement[]): ReasonStatement {
  const firm = own.filter(({ rule }) => !rule.weak)
  const used = firm.length > 0 ? firm : own
  return used.find(isSummed) ?? used[0]!
}

export const isSummed = ({ clause }: ReasonStatement): boolean => clause.part === 'summing-up'

// "Additionally, …", "There was also …": one more
const MORE =
  /^\W*(?:also|additionally|moreover|furthermore|further|in addition|besides|lastly|finally)\b|\b(?:was|is|were|are|there|has) also\b/
// "Given the lack of any gain, …": what the decision rests on
const DRAWN =
  /^\W*(?:and )?(?:as such|therefore|thus|hence|given|due to|in light of|in view of|in the absence|absent|because|since|for (?:this|these) reasons?|consequently|accordingly)\b/
// "In this case …", "However, …": what answers the guideline
const TURN = /^\W*(?:in (?:this|the current|the present)|however|here|this (?:patient|worker|claimant|applicant))\b/

/**
 * What is known of each of the reasons of an item, for the order: its code and place in the table of codes, how many
 * were stated before it, and whether it stands in a summing up, in the last one, behind "given", behind "in this case",
 * behind "also", in a guideline, or in a stock sentence.
 */
export function traitsOf(stated: readonly StatedReason[]): ReadonlyMap<string, number>[] {
  const firsts = stated.map(({ statements }) => Math.min(...statements.map(({ order }) => order)))
  const sums = stated.flatMap(({ statements }) => statements.filter(isSummed).map(({ order }) => order))
  const lastSum = Math.max(...sums)
  return stated.map(({ code, statements }, at) => {
    const summed = statements.filter(isSummed)
    const holds: Readonly<Record<string, boolean>> = {
      summed: summed.length > 0,
      'last-summed': summed.some(({ order }) => order === lastSum),
      drawn: summed.some(one => DRAWN.test(one.clause.words)),
      turn: statements.some(one => TURN.test(one.clause.words)),
      more: statements.every(one => MORE.test(one.clause.words)),
      recited: statements.every(({ clause }) => clause.part === 'recital'),
      stock: statements.every(({ rule }) => rule.stock),
    }
    return new Map([
      [code, 1],
      ['later', firsts.filter(first => first < firsts[at]!).length],
      ['lower-in-table', place(code) / REASON_CODES.length],
      ...Object.entries(holds).flatMap(([trait, held]): [string, number][] => (held ? [[trait, 1]] : [])),
    ])
  })
}

const place = (code: ReasonCode): number => REASON_CODES.indexOf(code)
