import { type DisputedItem, lazy } from '../../document/index.ts'
import type { Bearing } from './learned/bearing.ts'
import type { Classifier, Likelihoods } from './learned/classifier.ts'
import { type RationaleClause, turnsToCase } from './parts.ts'
import type { ReasonRule } from './rules.ts'
import { mentionsService } from './service.ts'
import { type ClauseWords, wordsOf } from './words.ts'

/** What read a reason: a rule, or the classifier. */
export type StatedBy = Pick<ReasonRule, 'id' | 'code' | 'general' | 'weak' | 'stock'>

/** A clause with what is read in it. */
export interface ReadClause extends RationaleClause {
  readonly said: ClauseWords
  /** How likely it states a reason, as log-odds. */
  readonly bearing: number
  /** What the classifier thinks of it, when somebody asks. */
  readonly likelihoods: () => Likelihoods
  /** Whether it is told before the reviewer turns to the case ("However", "In this case"). */
  readonly before: boolean
}

/** What was learned about clauses. */
export interface ClauseModels {
  readonly classifier: Classifier
  readonly bearing: Bearing
}

/** The clauses of a rationale with what is read in them. */
export function readClauses(
  text: string,
  clauses: readonly RationaleClause[],
  decision: DisputedItem['decision'],
  { bearing, classifier }: ClauseModels,
): ReadClause[] {
  const words = clauses.map(({ start, end }) => wordsOf(text.slice(start, end)))
  const bearings = bearing(
    clauses.map(({ part }, at) => ({ part, stems: words[at]!.stems.stems })),
    decision,
  )
  const turn = clauses.findIndex(({ part }, at) => turnsToCase(part, words[at]!.words))
  return clauses.map((clause, at) => {
    const said = words[at]!
    const likelihoods = lazy(() => classifier(said, decision))
    return { ...clause, said, bearing: bearings[at]!, likelihoods, before: at < turn }
  })
}

/** A reason that a clause states. */
export interface ReasonStatement {
  readonly rule: StatedBy
  readonly clause: ReadClause
  /** Where among the clauses, and where in its clause. */
  readonly order: number
  readonly at: number
}

/** What the rules find in the clauses on the case, and in the others what holds anywhere. */
export function statementsOf(
  clauses: readonly ReadClause[],
  rules: readonly ReasonRule[],
  heading = '',
): readonly ReasonStatement[] {
  const anywhere = rules.filter(rule => rule.anywhere)
  const found = specific(statements(clauses, clause => (ofCase(clause) ? rules : anywhere)))
  const applied = found.filter(({ clause }) => clause.part !== 'recital' || isApplied(clause, heading))
  return applied.length > 0 ? applied : found
}

/** What the rules find in all clauses: where nothing is said of the case, one may have been taken for a guideline's. */
export const statementsAnywhere = (
  clauses: readonly ReadClause[],
  rules: readonly ReasonRule[],
): readonly ReasonStatement[] => specific(statements(clauses, () => rules))

/** A guideline that is recited is applied where it speaks of the very service, or of "this" and "it". */
const isApplied = ({ said: { words } }: ReadClause, heading: string): boolean =>
  /\b(?:this|it|requested|these)\b/.test(words) || mentionsService(words, heading)

/** A statement that merely says that some criterion is met, or is not, yields to one that names it. */
function specific(found: readonly ReasonStatement[]): readonly ReasonStatement[] {
  const named = found.filter(({ rule }) => !rule.general)
  return named.length > 0 ? named : found
}

/** Whether it stands where the reviewer sums up. */
export const isSummed = ({ clause }: ReasonStatement): boolean => clause.part === 'summing-up'

/** From which bearing on a clause of each part is read for reasons: the cut into parts may be wrong. */
const LEAST_BEARING = { recital: -0.5, case: -2.5, 'summing-up': -2.5, conclusion: 0 }

/** Whether the reviewer seems to speak of this case. */
export const ofCase = ({ part, bearing }: ReadClause): boolean => bearing >= LEAST_BEARING[part]

const statements = (
  clauses: readonly ReadClause[],
  rulesFor: (clause: ReadClause) => readonly ReasonRule[],
): ReasonStatement[] =>
  clauses.flatMap((clause, order) =>
    foremost(rulesIn(clause.said, rulesFor(clause))).map(match => ({ ...match, clause, order })),
  )

/** A rule that holds of a clause, and where in it. */
interface RuleInClause {
  readonly rule: ReasonRule
  readonly at: number
}

/** Within a clause the plainest statement counts: a stock phrase or a weak one only if nothing plainer is said. */
function foremost(found: readonly RuleInClause[]): readonly RuleInClause[] {
  const specific = found.filter(({ rule }) => !rule.general)
  const firm = specific.filter(({ rule }) => !rule.weak && !rule.stock)
  return [firm, specific].find(tier => tier.length > 0) ?? found
}

/** The rules that hold of one clause. */
export function rulesIn(clause: ClauseWords, rules: readonly ReasonRule[]): readonly RuleInClause[] {
  const found: RuleInClause[] = []
  const { may } = clause
  for (const rule of rules) {
    if (may[rule.number] !== 1) continue
    const at = clause.placeOf(rule)
    if (at >= 0) found.push({ rule, at })
  }
  return found
}
