import type { ReasonCode } from '../../document/index.ts'
import type { ItemSurroundings } from '../extractor.ts'
import { CLASSIFIER, type Classifier, type Likelihoods } from './classifier.ts'
import type { RationaleClause } from './parts.ts'
import { RULES } from './rules.ts'
import {
  ofCase,
  type ReadClause,
  type ReasonStatement,
  readClauses,
  type StatedBy,
  statementsAnywhere,
  statementsOf,
} from './statements.ts'

/** Below this a rule that matched is taken to have matched by chance, where another reason is left. */
const IMPLAUSIBLE = 0.01
/** Above this the classifier adds a reason to those of the rules. */
const SURE = 0.9
/** Above this it gives one where the rules find nothing, or only that some condition is met or is not. */
const LIKELY = 0.45
/** Above this it reads even a recital as said of the case, where nothing else is said. */
const RECITED = 0.7

/** What the clauses of a rationale give as reasons, by rules and by the classifier. */
export function statedIn(
  text: string,
  clauses: readonly RationaleClause[],
  { decision, heading }: Pick<ItemSurroundings, 'decision' | 'heading'>,
  classifier?: Classifier,
): readonly ReasonStatement[] {
  const service = heading.toLowerCase()
  const rules = RULES[decision].filter(({ notFor }) => !notFor?.test(service))
  const read = readClauses(text, clauses)
  const found = statementsOf(read, rules, heading)
  return withLearned(read, found, () => statementsAnywhere(read, rules), decision, classifier)
}

/**
 * The statements of the rules, checked and filled up by the classifier (`classifier.ts`): rules go first, since they are
 * right more often; the classifier knows more ways to say a thing. Where both find nothing on the case, `anywhere` and then
 * the classifier read what was taken for a guideline's.
 */
function withLearned(
  clauses: readonly ReadClause[],
  found: readonly ReasonStatement[],
  anywhere: () => readonly ReasonStatement[],
  decision: 'upheld' | 'overturned',
  classifier: Classifier = CLASSIFIER,
): readonly ReasonStatement[] {
  const judged = clauses.map(clause => (ofCase(clause) ? classifier(clause, decision) : null))
  const weighed = found.map(one => ({ ...one, likelihood: judged[one.order]?.get(one.rule.code) }))
  const plausible = plausibleOf(weighed)
  const specific = plausible.filter(({ rule }) => !rule.general)
  const learned = newOf(specific, clauses, judged)
  const added = specific.length === 0 ? learned : learned.filter(({ likelihood }) => likelihood >= SURE)
  if (specific.length + added.length > 0) return [...specific, ...added]
  const rest = plausible.length > 0 ? plausible : anywhere()
  return rest.length > 0 ? rest : recited(clauses, decision, classifier)
}

/** What the classifier finds where the rules found nothing, and nothing of the kind. */
function newOf(
  specific: readonly ReasonStatement[],
  clauses: readonly ReadClause[],
  judged: readonly (Likelihoods | null)[],
): readonly Candidate[] {
  const read = new Set(specific.map(({ order }) => order))
  const known = new Set(specific.map(({ rule }) => rule.code))
  return clauses.flatMap((clause, order) =>
    read.has(order) ? [] : candidates(judged[order], clause, order).filter(({ rule }) => !known.has(rule.code)),
  )
}

function recited(
  clauses: readonly ReadClause[],
  decision: 'upheld' | 'overturned',
  classifier: Classifier,
): readonly Candidate[] {
  const all = clauses.flatMap((clause, order) =>
    clause.part === 'recital' ? candidates(classifier(clause, decision), clause, order) : [],
  )
  return best(all.filter(({ likelihood }) => likelihood >= RECITED))
}

const best = (all: readonly Candidate[]): readonly Candidate[] =>
  all.toSorted((a, b) => b.likelihood - a.likelihood).slice(0, 1)

interface Candidate extends ReasonStatement {
  readonly likelihood: number
}

function candidates(judged: Likelihoods | null | undefined, clause: ReadClause, order: number): Candidate[] {
  return Array.from(judged ?? [], ([code, likelihood]) => ({
    rule: byClassifier(code),
    clause,
    order,
    at: 0,
    likelihood,
  })).filter(({ likelihood }) => likelihood >= LIKELY)
}

function plausibleOf(found: readonly ReasonStatement[]): readonly ReasonStatement[] {
  const plausible = new Set(
    found.filter(({ likelihood = 1 }) => likelihood >= IMPLAUSIBLE).map(({ rule }) => rule.code),
  )
  return plausible.size > 0 ? found.filter(({ rule }) => plausible.has(rule.code)) : found
}

const byClassifier = (code: ReasonCode): StatedBy => ({
  id: `classifier/${code}`,
  code,
  general: false,
  weak: false,
  stock: code === 'no-rationale-given',
  learned: true,
})
