import type { ReasonCode } from '../../document/index.ts'
import type { Likelihoods } from './learned/classifier.ts'
import type { ReasonRule } from './rules.ts'
import {
  isSummed,
  ofCase,
  type ReadClause,
  type ReasonStatement,
  type StatedBy,
  statementsAnywhere,
  statementsOf,
} from './statements.ts'

/**
 * What a candidate has for it and against it; true counts as 1:
 *
 *     rule         a rule found it in a clause on the case
 *     weak         only rules for general words or stock sentences did
 *     anywhere     no rule found anything on the case, but one did in what was taken for a guideline's
 *     others       rules found only other codes
 *     shared       a rule found another code in the same clause
 *     likelihood   what the classifier thinks of it in the clause on the case that fits it best, as log-odds
 *     likeliest    the classifier prefers it to all others
 *     rival        what the classifier thinks of the best other code in the same clause, as log-odds
 *     recital      what it thinks of it in what was taken for a guideline's, as log-odds
 *     silent       nothing is said on the case
 *     bearing      how likely its leading clause states any reason, as log-odds
 *     item         of a dependence that a rule found: its clause names another item of the letter
 */
export type Traits = Readonly<Record<string, number | boolean>>

/** A code that may be a reason of an item. */
export interface ReasonCandidate {
  readonly code: ReasonCode
  /** What may state it, in the order of the text. */
  readonly statements: readonly ReasonStatement[]
  /** The statement that determines its rank. */
  readonly lead: ReasonStatement
  readonly traits: Traits
}

/** Codes that no rule found are considered from this likelihood. */
const CONCEIVABLE = 0.1
/** The same for what only a recital suggests. */
const CONCEIVABLE_IN_RECITAL = 0.5

/** The codes that rules or the classifier find in a rationale. */
export function candidatesOf(
  clauses: readonly ReadClause[],
  rules: readonly ReasonRule[],
  heading: string,
): ReasonCandidate[] {
  const onCase = statementsOf(clauses, rules, heading)
  const stated = onCase.length > 0 ? onCase : statementsAnywhere(clauses, rules)
  const likely = {
    onCase: likeliestClauses(clauses, ofCase),
    recited: likeliestClauses(clauses, clause => clause.part === 'recital' && !ofCase(clause)),
  }
  const learned = [
    ...learnedStatements(likely.onCase, CONCEIVABLE),
    ...learnedStatements(likely.recited, CONCEIVABLE_IN_RECITAL),
  ]
  const codes = new Set([...stated, ...learned].map(({ rule }) => rule.code))
  return Array.from(codes, code => {
    const byRules = stated.filter(({ rule }) => rule.code === code)
    const statements = byRules.length > 0 ? byRules : learned.filter(({ rule }) => rule.code === code).slice(0, 1)
    const lead = leadOf(statements)
    const traits = {
      ...traitsOfRules(byRules, stated, lead, onCase.length > 0),
      ...traitsOfClassifier(code, likely, lead.clause.likelihoods()),
      bearing: lead.clause.bearing,
    }
    return { code, statements, lead, traits }
  })
}

/** The statement in the reviewer's summing up, or else the first one; a weak statement yields to any other. */
function leadOf(own: readonly ReasonStatement[]): ReasonStatement {
  const firm = own.filter(({ rule }) => !rule.weak)
  const used = firm.length > 0 ? firm : own
  return used.find(isSummed) ?? used[0]!
}

const isFirm = ({ rule }: ReasonStatement): boolean => !rule.weak && !rule.stock && !rule.general

function traitsOfRules(
  own: readonly ReasonStatement[],
  stated: readonly ReasonStatement[],
  lead: ReasonStatement,
  onCase: boolean,
): Traits {
  const found = own.length > 0
  return {
    rule: found && onCase && own.some(isFirm),
    weak: found && onCase && !own.some(isFirm),
    anywhere: found && !onCase,
    others: !found && onCase,
    shared: onCase && stated.some(one => one.order === lead.order && one.rule.code !== lead.rule.code && isFirm(one)),
  }
}

/** The clause in which each code is likeliest, and a reason likely. */
type LikeliestClauses = ReadonlyMap<ReasonCode, LikelyClause>

interface LikelyClause {
  readonly clause: ReadClause
  readonly order: number
  readonly likelihood: number
  /** That it states a reason, and this one. */
  readonly both: number
}

function likeliestClauses(clauses: readonly ReadClause[], among: (clause: ReadClause) => boolean): LikeliestClauses {
  const best = new Map<ReasonCode, LikelyClause>()
  for (const [order, clause] of clauses.entries())
    if (among(clause))
      for (const [code, likelihood] of clause.likelihoods()) {
        const both = likelihood / (1 + Math.exp(-clause.bearing))
        if (both > (best.get(code)?.both ?? 0)) best.set(code, { clause, order, likelihood, both })
      }
  return best
}

const learnedStatements = (likely: LikeliestClauses, least: number): ReasonStatement[] =>
  Array.from(likely, ([code, { clause, order, likelihood }]) => ({
    rule: byClassifier(code),
    clause,
    order,
    at: 0,
    likelihood,
  })).filter(({ likelihood }) => likelihood >= least)

const LEARNED = 'classifier/'

/** Whether the classifier found it, not a rule. */
export const isLearned = ({ id }: StatedBy): boolean => id.startsWith(LEARNED)

const byClassifier = (code: ReasonCode): StatedBy => ({
  id: `${LEARNED}${code}`,
  code,
  general: false,
  weak: false,
  stock: code === 'no-rationale-given',
})

function traitsOfClassifier(
  code: ReasonCode,
  { onCase, recited }: Readonly<Record<'onCase' | 'recited', LikeliestClauses>>,
  inClause: Likelihoods,
): Traits {
  const likelihood = onCase.get(code)?.likelihood ?? 0
  const best = Math.max(...Array.from(onCase.values(), one => one.likelihood))
  const rival = Math.max(...inClause.map(([other, its]) => (other === code ? 0 : its)))
  return {
    likelihood: onCase.size > 0 ? logOdds(likelihood) : 0,
    likeliest: likelihood === best,
    rival: logOdds(rival),
    recital: logOdds(recited.get(code)?.likelihood ?? 0),
    silent: onCase.size === 0,
  }
}

/** Nothing is less likely, or more certain, than this. */
const LEAST = 0.01

const logOdds = (likelihood: number): number => {
  const within = Math.min(Math.max(likelihood, LEAST), 1 - LEAST)
  return Math.log(within / (1 - within))
}
