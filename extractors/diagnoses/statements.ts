import { type Span, span } from '../../document/index.ts'
import absent from '../../vocabulary/context/modifiers/absent.json' with { type: 'json' }
import history from '../../vocabulary/context/modifiers/history.json' with { type: 'json' }
import negation from '../../vocabulary/context/modifiers/negation.json' with { type: 'json' }
import possible from '../../vocabulary/context/modifiers/possible.json' with { type: 'json' }
import pseudo from '../../vocabulary/context/modifiers/pseudo.json' with { type: 'json' }
import statements from '../../vocabulary/context/modifiers/statements.json' with { type: 'json' }
import { type Modifier, type ModifierRule, modifierFinder, type ScopedModifier, scoped } from '../context/index.ts'
import { membersOf } from '../language/lists.ts'

/** The rules that apply to conditions. */
export const CONDITION_RULES = [
  pseudo,
  statements,
  history,
  absent,
  negation,
  possible,
].flat() as readonly ModifierRule[]
const findModifiers = modifierFinder(CONDITION_RULES)

/** What a sentence says about conditions. */
export const modifiersIn = (sentence: string): Modifier[] => findModifiers(sentence)

/**
 * A stretch of a sentence that lists conditions:
 *
 *     The current diagnoses are documented as lumbar strain, and anxiety. The patient …
 *     └────────────── opener ───────────────┘└───────── list ──────────┘
 */
export interface Statement {
  /** The modifier that opens the list; its rule says what may be in it. */
  readonly opener: Modifier
  readonly list: Span
  /** All modifiers of the sentence. */
  readonly modifiers: readonly Modifier[]
}

/** A stretch of a list that stands for itself, and the sentence without the others. */
export interface ListMember {
  /** What is said about the member; of the same length as the sentence. */
  readonly sentence: string
  readonly list: Span
  readonly modifiers: readonly Modifier[]
}

/**
 * "1. Gout 2. No asthma 3. Anxiety": each labelled member by itself, since what is said about one says nothing about
 * the others; else the whole list.
 */
export function membersIn(sentence: string, { list, modifiers }: Statement): ListMember[] {
  const spans = membersOf(sentence, list)
  if (spans.length < 2) return [{ sentence, list, modifiers }]
  return spans.map(member => {
    const before = sentence.slice(0, list.start) + ';'.repeat(member.start - list.start)
    const alone = before + sentence.slice(member.start, member.end).trimEnd()
    return { sentence: alone, list: span(member.start, alone.length), modifiers: findModifiers(alone) }
  })
}

/** The lists opened by the modifiers of a sentence, those before their opener last. */
export function statementsIn(sentence: string): Statement[] {
  const modifiers = findModifiers(sentence)
  if (!modifiers.some(({ rule }) => rule.opens)) return []
  const all = scoped(sentence, modifiers)
    .filter(({ rule }) => rule.opens)
    .slice(0, MOST_OPENERS)
  const openers = outermost(
    sentence,
    all.filter(({ scope }) => scope.after && !scope.before),
  )
  const forward = openers.map((opener, index) => {
    const next = openers[index + 1]?.start ?? sentence.length
    return { opener, list: span(opener.end, Math.min(opener.scope.after!.end, next)), modifiers }
  })
  const others = all.filter(({ scope }) => scope.before)
  return [...forward, ...others.map(opener => ({ opener, list: around(opener), modifiers }))]
}

/** No sentence read so far has a quarter of these; the limit bounds what a hostile text can cost. */
const MOST_OPENERS = 40

const around = ({ scope, start }: ScopedModifier): Span => span(scope.before!.start, scope.after?.end ?? start)

/** Whether the statement says outright what the diagnoses are. */
export const isMain = ({ opener }: Statement): boolean => opener.rule.opens === 'diagnoses'

/** Statements that say more about names come first: those of diagnoses, other lists, and what is only told. */
export const rankOf = ({ opener }: Statement): 0 | 1 | 2 =>
  opener.rule.opens === 'diagnoses' ? 0 : opener.rule.opens === 'purposes' || opener.rule.opens === 'diseases' ? 2 : 1

/** Whether the list precedes its opener, so that the end of the list is what the opener applies to. */
export const isBackward = ({ opener }: Statement): boolean => opener.rule.direction === 'backward'

/** "diagnosed with infection after repair of a hernia": words inside a list of conditions open none. */
const isWithin = (opener: Modifier, { scope, rule }: ScopedModifier): boolean =>
  rule.opens !== 'diseases' && opener.start < scope.after!.end

const isLabelled = (sentence: string, { scope }: ScopedModifier): boolean =>
  membersOf(sentence, scope.after!).length > 1

/**
 * "being treated for the diagnoses of": an opener that begins where another has just ended replaces it. Inside the list
 * of a main statement, a doubt or a history only modifies single items; so does all else if they have labels.
 */
function outermost(sentence: string, openers: readonly ScopedModifier[]): ScopedModifier[] {
  const kept: ScopedModifier[] = []
  for (const opener of openers) {
    const last = kept.at(-1)
    const main = last?.rule.opens === 'diagnoses'
    if (last && opener.rule.opens === 'purposes' && isWithin(opener, last)) continue
    if (main && (opener.rule.opens === 'possible' || opener.rule.opens === 'history')) continue
    if (main && opener.rule.opens !== 'diagnoses' && isWithin(opener, last) && isLabelled(sentence, last)) continue
    if (main && opener.rule.opens === 'diagnoses' && opener.start - last.end <= 5) kept.pop()
    kept.push(opener)
  }
  return kept
}
