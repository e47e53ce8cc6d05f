import type { Span } from '../../document/index.ts'
import distances from '../../vocabulary/context/distances.json' with { type: 'json' }
import type { Category, Modifier } from './modifiers.ts'
import { reachesBackward, reachesForward, type ScopedModifier, scoped, terminatorsOf } from './scope.ts'

/** What a sentence says about one of its targets. */
export interface Resolution {
  /** The modifier that decides; `null` if none applies to the target. */
  readonly modifier: Modifier | null
  /** Whether it denies the target. */
  readonly denied: boolean
  /** The modifier before the target that governs its clause, whether or not it decides. */
  readonly governing: Modifier | null
  /** The local modifier directly before the target. */
  readonly local: Modifier | null
}

const DENYING: ReadonlySet<Category> = new Set(['negated', 'not-done', 'hypothetical'])
const denies = ({ category }: Modifier): boolean => DENYING.has(category)

/** The distances of `vocabulary/context/distances.json`, in characters. */
const DISTANCES: ReadonlyMap<string, number> = new Map(distances.map(({ id, characters }) => [id, characters]))
const ADJACENT = DISTANCES.get('adjacent-negation')!
const GRANTED = DISTANCES.get('granted')!
const NEXT = DISTANCES.get('next')!
const PHRASE_BEFORE = DISTANCES.get('phrase-before')!

/** Returns a function that answers what `sentence` says about each of its `targets`. */
export function resolver(
  sentence: string,
  modifiers: readonly Modifier[],
  targets: readonly Span[],
): (target: Span) => Resolution {
  const clause = { sentence, modifiers: scoped(sentence, modifiers), targets }
  return target => resolve(clause, target)
}

interface Clause {
  readonly sentence: string
  readonly modifiers: readonly ScopedModifier[]
  readonly targets: readonly Span[]
}

function resolve(clause: Clause, target: Span): Resolution {
  const reasons = clause.modifiers.filter(each => isReasonBefore(each, target))
  const before = clause.modifiers.filter(
    each =>
      reachesForward(each, target) && !isSpent(clause, each, target) && !reasons.some(reason => isPartOf(each, reason)),
  )
  const governing = before.findLast(({ rule }) => !rule.local) ?? null
  const nearest = before.at(-1) ?? null
  const local = nearest?.rule.local ? nearest : null
  const after = following(clause, target, governing)
  const said = (modifier: Modifier | null, denied = false): Resolution => ({ modifier, denied, governing, local })
  if (after && denies(after)) {
    const other = after.category === 'not-done' ? despite(clause, target, governing, after) : null
    return other ? { ...said(other), governing: other, local: null } : said(after, true)
  }
  const denial = governing && !isGranted(governing, local) ? denialOf(governing, before) : null
  if (denial && (!after || target.start - governing!.end <= ADJACENT)) return said(denial, true)
  return said(after ?? (governing && local && postpones(governing, local) ? governing : nearest))
}

/** "denied because he had not failed therapy; | an MRI": what is said in a reason ends with it. */
const isReasonBefore = (modifier: ScopedModifier, target: Span): boolean =>
  modifier.category === 'hypothetical' &&
  modifier.rule.maxScope === null &&
  (modifier.scope.after?.end ?? target.end) <= target.start

const isPartOf = (modifier: Modifier, reason: ScopedModifier): boolean =>
  modifier.start >= reason.end && modifier.end <= reason.scope.after!.end

const isGranted = (governing: Modifier, local: Modifier | null): boolean =>
  local !== null && local.category !== 'planned' && local.start - governing.end > GRANTED

// "was approved for a prior evaluation": what counts is the approval, not that it was done.
const postpones = (governing: Modifier, local: Modifier): boolean =>
  governing.category === 'planned' && local.category === 'historical' && local.start - governing.end <= NEXT

/**
 * Returns the modifier if it denies, is itself denied ("not referred for"), or merely belongs to a reason ("as there
 * was no sign that he had").
 */
function denialOf(governing: Modifier, before: readonly Modifier[]): Modifier | null {
  if (denies(governing)) return governing
  const previous = before.findLast(each => denies(each) && each.rule.maxScope !== null && each.end <= governing.start)
  if (previous && governing.start - previous.end <= 2) return previous
  const reason = before.find(each => denies(each) && each.rule.maxScope === null)
  // "does not show that she has tried": what is not shown is denied even if a list follows
  const applies = governing.rule.opens === undefined || reason?.category === 'negated'
  return governing.category === 'received' && applies ? (reason ?? null) : null
}

/**
 * "naproxen was not prescribed and Norco was continued": a modifier that denies its subject denies nothing after it.
 * "Treatment to date: rest; surgery denied; ice": in a list it only applies to its own item.
 */
function isSpent({ sentence, modifiers, targets }: Clause, modifier: ScopedModifier, target: Span): boolean {
  const listed =
    modifiers.some(({ rule, end }) => rule.opens && end <= modifier.start) &&
    sentence.slice(modifier.end, target.start).includes(';')
  if (listed && /[;:]\s*$/.test(sentence.slice(0, modifier.start))) return !modifier.rule.opens
  if (modifier.rule.direction !== 'bidirectional' || !(denies(modifier) || listed)) return false
  const subject = targets.findLast(({ end }) => end <= modifier.start)
  return subject !== undefined && reachesBackward(modifier, subject) && isSubject(sentence, subject, modifier, false)
}

/**
 * The modifier after the target that applies to it. It must be the first that could. If several targets precede it, it
 * applies to all of them only if nothing before them says otherwise: in "has included A, and B was requested" it
 * applies to B.
 */
function following(
  { sentence, modifiers, targets }: Clause,
  target: Span,
  governing: Modifier | null,
): ScopedModifier | null {
  const next = modifiers.find(each => each.start >= target.end && isDeciding(each))
  if (!next || governing?.rule.firm || !reachesBackward(next, target)) return null
  const others = targets.some(({ start, end }) => start >= target.end && end <= next.start)
  if (denies(next) && !isSubject(sentence, target, next, others)) return null
  const given = next.category === 'received' && next.rule.direction === 'bidirectional'
  if (!others || given || !governing || denies(governing) || governing.category === next.category) return next
  return NEW_CLAUSE.test(sentence.slice(governing.end, target.start)) ? next : null
}

// "recommends surgery, as | bracing and injections have failed": what governs the main clause says nothing about them.
const NEW_CLAUSE =
  /;|\b(?:because|since|although|though|while|whereas)\b|(?<!\b(?:such|well)),? as (?!well\b|needed\b|part\b|an?\b)/i

/** Whether a modifier can end the target's clause; a reason, or a bare "continued" later in the sentence, cannot. */
const isDeciding = (modifier: Modifier): boolean =>
  !modifier.rule.local && !(denies(modifier) && modifier.rule.direction === 'forward')

/** "PT and an MRI were not done" is about both, "PT, and an MRI was not done" about one. */
function isSubject(sentence: string, target: Span, modifier: Modifier, others: boolean): boolean {
  if (modifier.category === 'not-done' && isOblique(sentence, target)) return false
  const between = sentence.slice(target.end, modifier.start)
  const several = others || /\band\b/.test(between)
  return !several || /^(?:are|were|have)\b/i.test(sentence.slice(modifier.start)) || /\bor\b/.test(between)
}

/** "after PT he was not given a brace", "the report of the MRI was not obtained": the target is not what was not done. */
const isOblique = (sentence: string, { start }: Span): boolean =>
  sentence.slice(Math.max(0, start - PHRASE_BEFORE), start).search(terminatorsOf(['oblique'], 'before')!) >= 0

/** What else the sentence says about a target that was not done. */
function despite(clause: Clause, target: Span, governing: Modifier | null, denial: Modifier): Modifier | null {
  return governing && holds(clause.sentence, governing, target) ? governing : resumed(clause, denial)
}

// "the requested MRI was not done": it is still requested; "takes Norco, which was not prescribed here": it is taken.
const holds = (sentence: string, governing: Modifier, target: Span): boolean =>
  !denies(governing) &&
  !(governing.category === 'planned' ? /[,;]|\bbut\b/ : /[,;]|\b(?:and|but)\b/).test(
    sentence.slice(governing.end, target.start),
  )

/** "an MRI has not been done and is now recommended": what the sentence goes on to say about it. */
function resumed({ sentence, modifiers, targets }: Clause, denial: Modifier): Modifier | null {
  const next = modifiers.find(each => each.start >= denial.end && isDeciding(each))
  if (next?.category !== 'planned' || next.rule.direction === 'forward') return null
  const others = targets.some(({ start, end }) => start >= denial.end && end <= next.start)
  return others || /;|\. /.test(sentence.slice(denial.end, next.start)) ? null : next
}
