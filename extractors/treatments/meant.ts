import { INTERVENTION_KINDS, type InterventionKind } from '../../document/index.ts'
import rules from '../../vocabulary/context/not-meant.json' with { type: 'json' }
import type { Hit } from './hit.ts'

/** A way of writing in which a term names no intervention. Everything that the rule states must hold. */
interface NotMeantRule {
  readonly id: string
  /** The kinds of intervention that it applies to; without it, all. */
  readonly of?: readonly string[] | undefined
  /** A pattern for the words of the term. */
  readonly named?: string
  /** Patterns for what directly precedes and follows it. */
  readonly before?: string
  readonly after?: string
  /** Capitals matter in the words of the term. */
  readonly cased?: boolean
}

interface Compiled extends Pick<NotMeantRule, 'id' | 'of'> {
  readonly named: RegExp | null
  readonly before: RegExp | null
  readonly after: RegExp | null
}

const pattern = (source: string | undefined, flags = 'i'): RegExp | null =>
  source === undefined ? null : new RegExp(source, flags)

const RULES: readonly Compiled[] = (rules satisfies readonly NotMeantRule[]).map(
  ({ id, of, named, before, after, cased }: NotMeantRule) => ({
    id,
    of,
    named: pattern(named, cased ? '' : 'i'),
    before: pattern(before),
    after: pattern(after),
  }),
)

/** How far the patterns look, in characters. */
const BEFORE = 80
const AFTER = 45

const RULES_BY_KIND: ReadonlyMap<InterventionKind, readonly Compiled[]> = new Map(
  INTERVENTION_KINDS.map(kind => [kind, RULES.filter(({ of }) => of?.includes(kind) ?? true)]),
)

/** The rule by which a term is not meant, if there is one: "pt" for patient is no physical therapy. */
export function notMeantBy(sentence: string, { start, end, term }: Hit): string | null {
  const words = sentence.slice(start, end)
  const after = sentence.slice(end, end + AFTER)
  const rule = RULES_BY_KIND.get(term.kind)?.find(
    ({ named, before, after: behind }) =>
      (named?.test(words) ?? true) &&
      (behind?.test(after) ?? true) &&
      (before?.test(sentence.slice(Math.max(0, start - BEFORE), start)) ?? true),
  )
  return rule?.id ?? null
}
