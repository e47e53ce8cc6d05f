import type { Span } from '../../document/index.ts'
import { absentRanges, isAbsent } from './absence.ts'
import type { RationaleClause } from './parts.ts'
import type { ReasonRule } from './rules.ts'
import { mentionsService } from './service.ts'

/** A reason that a clause states. */
export interface ReasonStatement {
  readonly rule: ReasonRule
  readonly clause: RationaleClause
  /** Index of the clause. */
  readonly order: number
}

/**
 * What the clauses give as reasons: those about the case, and in the others what universal rules find. If that yields
 * nothing, a clause about the case may have been mistaken for a recital, and all are read.
 */
export function statementsOf(
  text: string,
  clauses: readonly RationaleClause[],
  rules: readonly ReasonRule[],
  heading = '',
): readonly ReasonStatement[] {
  const anywhere = rules.filter(rule => rule.anywhere)
  const found = specific(statements(text, clauses, clause => (ofCase(clause) ? rules : anywhere)))
  const applied = found.filter(({ clause }) => clause.part !== 'recital' || isApplied(text, clause, heading))
  if (applied.length > 0) return applied
  return found.length > 0 ? found : specific(statements(text, clauses, () => rules))
}

/** A recited guideline is applied if it mentions the very service, or "this" or "it". */
function isApplied(text: string, { start, end }: RationaleClause, heading: string): boolean {
  const words = text.slice(start, end)
  return /\b(?:this|it|requested|these)\b/i.test(words) || mentionsService(words, heading)
}

/** A statement that merely says that some criterion is met, or is not, yields to one that names it. */
function specific(found: readonly ReasonStatement[]): readonly ReasonStatement[] {
  const named = found.filter(({ rule }) => !rule.general)
  return named.length > 0 ? named : found
}

const ofCase = ({ part }: RationaleClause): boolean => part === 'case' || part === 'summing-up'

const statements = (
  text: string,
  clauses: readonly RationaleClause[],
  rulesFor: (clause: RationaleClause) => readonly ReasonRule[],
): ReasonStatement[] =>
  clauses.flatMap((clause, order) => {
    const words = text.slice(clause.start, clause.end)
    const found = rulesIn(words, rulesFor(clause))
    return foremost(found).map(rule => ({ rule, clause, order }))
  })

/** Within a clause the plainest statement counts: a stock phrase or a weak one only if nothing plainer is said. */
function foremost(found: readonly ReasonRule[]): readonly ReasonRule[] {
  const specific = found.filter(({ general }) => !general)
  const firm = specific.filter(({ weak, stock }) => !weak && !stock)
  return [firm, specific].find(tier => tier.length > 0) ?? found
}

/** The rules that match the words of one clause. */
export function rulesIn(words: string, rules: readonly ReasonRule[]): ReasonRule[] {
  const ranges = absentRanges(words)
  return rules.filter(
    rule => holds(rule, words, ranges) && !rule.unless?.test(words) && (rule.needs === null || rule.needs.test(words)),
  )
}

function holds({ pattern, absent, affirmed }: ReasonRule, words: string, ranges: readonly Span[]): boolean {
  if (absent && ranges.length === 0) return false
  // `matchAll` would copy the pattern for each clause.
  pattern.lastIndex = 0
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    const missing = isAbsent(ranges, match.index)
    if (absent ? missing : !(affirmed && missing)) return true
    if (match[0] === '') pattern.lastIndex++
  }
  return false
}
