import vocabulary from '../../vocabulary/learned/weighing.json' with { type: 'json' }
import type { ItemSurroundings } from '../extractor.ts'
import { candidatesOf, type ReasonCandidate } from './candidates.ts'
import { dependedOn, isDependent, isOfItself } from './depends-on.ts'
import { BEARING } from './learned/bearing.ts'
import { CLASSIFIER } from './learned/classifier.ts'
import type { RationaleClause } from './parts.ts'
import { RULES } from './rules.ts'
import { type ClauseModels, readClauses } from './statements.ts'

/** What was learned: how much each trait of a candidate, and each code, speaks for it. */
export interface Weighing {
  readonly weights: readonly { readonly trait: string; readonly weight: number }[]
}

/** How likely a candidate is a reason of its item. */
export type Weigh = (candidate: Pick<ReasonCandidate, 'code' | 'traits'>) => number

/**
 * Rules and classifier together: a logistic regression over the traits of a candidate (`candidates.ts`), learned from
 * letters that the classifier had not seen (`npm run train`). The result is both what decides and the confidence of the reason.
 */
export function weigherOf({ weights }: Weighing): Weigh {
  const known = new Map(weights.map(({ trait, weight }) => [trait, weight]))
  return candidate => {
    let sum = 0
    for (const [trait, value] of valuesOf(candidate)) sum += value * (known.get(trait) ?? 0)
    return 1 / (1 + Math.exp(-sum))
  }
}

/** The numbers that are weighed: the traits that hold, the code, and one for all candidates alike. */
export const valuesOf = ({ code, traits }: Pick<ReasonCandidate, 'code' | 'traits'>): (readonly [string, number])[] => [
  ['all', 1],
  [code, 1],
  ...Object.entries(traits).map(([trait, value]) => [trait, Number(value)] as const),
]

/** The weights as they were learned from all that there is. */
export const WEIGH: Weigh = weigherOf(vocabulary)

/** From this likelihood on a candidate is given as a reason. */
const LIKELY = 0.4
/** The likeliest is given though it is less likely, but not below this. */
const TOO_UNLIKELY = 0.3

/** A reason of an item, and how likely it is one. */
export interface StatedReason extends ReasonCandidate {
  readonly likelihood: number
}

/** What the clauses of a rationale state as reasons, the likeliest first. */
export function statedIn(
  text: string,
  clauses: readonly RationaleClause[],
  about: ItemSurroundings,
  weigh: Weigh = WEIGH,
  models?: ClauseModels,
): StatedReason[] {
  const all = candidatesIn(text, clauses, about, models)
    .map(candidate => ({ ...candidate, likelihood: weigh(candidate) }))
    .sort((a, b) => b.likelihood - a.likelihood)
  const likely = all.filter(({ likelihood }) => likelihood >= LIKELY)
  return likely.length > 0 ? likely : all.slice(0, 1).filter(({ likelihood }) => likelihood >= TOO_UNLIKELY)
}

const MODELS: ClauseModels = { classifier: CLASSIFIER, bearing: BEARING }

/** The codes that come into question for an item. */
export function candidatesIn(
  text: string,
  clauses: readonly RationaleClause[],
  about: ItemSurroundings,
  models: ClauseModels = MODELS,
): ReasonCandidate[] {
  const { decision, heading } = about
  const service = heading.toLowerCase()
  const rules = RULES[decision].filter(({ notFor }) => !notFor?.test(service))
  return candidatesOf(readClauses(text, clauses, decision, models), rules, heading).flatMap(candidate =>
    isDependent(candidate) ? dependent(text, candidate, about) : [candidate],
  )
}

/** What depends on no item of the letter may be the item itself. */
function dependent(text: string, candidate: ReasonCandidate, about: ItemSurroundings): ReasonCandidate[] {
  const item = dependedOn(text, candidate, about) !== null
  if (!item && isOfItself(text, candidate, about)) return []
  return [{ ...candidate, traits: { ...candidate.traits, item: item && candidate.traits.others === false } }]
}
