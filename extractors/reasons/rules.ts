import type { ReasonCode } from '../../document/index.ts'
import alternatives from '../../vocabulary/reasons/alternatives.json' with { type: 'json' }
import amount from '../../vocabulary/reasons/amount.json' with { type: 'json' }
import benefit from '../../vocabulary/reasons/benefit.json' with { type: 'json' }
import care from '../../vocabulary/reasons/care.json' with { type: 'json' }
import criteria from '../../vocabulary/reasons/criteria.json' with { type: 'json' }
import dependence from '../../vocabulary/reasons/dependence.json' with { type: 'json' }
import duplicates from '../../vocabulary/reasons/duplicates.json' with { type: 'json' }
import findings from '../../vocabulary/reasons/findings.json' with { type: 'json' }
import guideline from '../../vocabulary/reasons/guideline.json' with { type: 'json' }
import overturned from '../../vocabulary/reasons/overturned.json' with { type: 'json' }
import rationale from '../../vocabulary/reasons/rationale.json' with { type: 'json' }
import request from '../../vocabulary/reasons/request.json' with { type: 'json' }
import safety from '../../vocabulary/reasons/safety.json' with { type: 'json' }
import vocabulary from '../../vocabulary/reasons/words.json' with { type: 'json' }
import { withNumbers } from '../language/numbers.ts'
import { prefilter } from '../language/prefilter.ts'

/** A rule as written in `vocabulary/reasons`; the README there explains the keys. */
export interface ReasonRuleSource {
  readonly id: string
  readonly code: string
  /** What must be said to be missing, or what must be said. */
  readonly absent?: string
  readonly says?: string
  readonly affirmed?: boolean
  readonly needs?: string
  readonly unless?: string
  readonly weak?: boolean
  readonly stock?: boolean
  readonly general?: boolean
  readonly anywhere?: boolean
  readonly notFor?: string
  readonly example: string
}

/** A rule with its patterns compiled. */
export interface ReasonRule {
  readonly id: string
  readonly code: ReasonCode
  readonly pattern: RegExp
  /** Its place among all patterns, for `mayMatch`. */
  readonly number: number
  readonly absent: boolean
  readonly affirmed: boolean
  readonly needs: RegExp | null
  readonly unless: RegExp | null
  readonly weak: boolean
  readonly stock: boolean
  readonly general: boolean
  readonly anywhere: boolean
  readonly notFor: RegExp | null
}

const WORDS: ReadonlyMap<string, string> = new Map(vocabulary.words.map(({ name, words }) => [name, words]))

/** "<care>" stands for a word class, which may contain other classes. */
function expanded(pattern: string): string {
  return withNumbers(pattern).replace(/<([a-z]+)>/g, (_, name: string) => `(?:${expanded(WORDS.get(name)!)})`)
}

/** Clauses are compared in lower case, which is faster than blindness to case. */
const lower = (pattern: string): string =>
  expanded(pattern).replace(/\\.|[A-Z]/g, sign => (sign.startsWith('\\') ? sign : sign.toLowerCase()))

const condition = (pattern: string | undefined): RegExp | null =>
  pattern === undefined ? null : new RegExp(lower(pattern))

/** The groups of words, for those who ask whether a clause in lower case names one. */
export const GROUPS: readonly { readonly name: string; readonly pattern: RegExp; readonly number: number }[] =
  vocabulary.words.map(({ name, words }, number) => ({
    name,
    pattern: new RegExp(`\\b(?:${lower(words)})`, 'g'),
    number,
  }))

const compiled = (
  { id, code, absent, says, affirmed, needs, unless, weak, stock, general, anywhere, notFor }: ReasonRuleSource,
  number: number,
): ReasonRule => ({
  id,
  number,
  code: code as ReasonCode,
  pattern: new RegExp(`\\b(?:${lower(absent ?? says!)})`, 'g'),
  absent: absent !== undefined,
  affirmed: affirmed ?? false,
  needs: condition(needs),
  unless: condition(unless),
  weak: weak ?? false,
  stock: stock ?? false,
  general: general ?? false,
  anywhere: anywhere ?? false,
  notFor: condition(notFor),
})

const upheld: readonly { readonly rules: readonly ReasonRuleSource[] }[] = [
  dependence,
  care,
  benefit,
  amount,
  duplicates,
  guideline,
  safety,
  findings,
  request,
  alternatives,
  rationale,
  criteria,
]

const sources = {
  upheld: upheld.flatMap(({ rules }) => rules),
  overturned: overturned.rules as readonly ReasonRuleSource[],
}
const FIRST = { upheld: GROUPS.length, overturned: GROUPS.length + sources.upheld.length }

/** Reasons for upholding and for overturning a denial. */
export const RULES: Readonly<Record<'upheld' | 'overturned', readonly ReasonRule[]>> = {
  upheld: sources.upheld.map((rule, at) => compiled(rule, FIRST.upheld + at)),
  overturned: sources.overturned.map((rule, at) => compiled(rule, FIRST.overturned + at)),
}

/** All patterns of the groups and rules, each at its number. */
export const PATTERNS: readonly RegExp[] = [...GROUPS, ...RULES.upheld, ...RULES.overturned].map(
  ({ pattern }) => pattern,
)

/** Which of them may match a clause. */
export const mayMatch = prefilter(PATTERNS)
