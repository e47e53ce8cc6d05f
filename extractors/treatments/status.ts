import hypothetical from '../../vocabulary/context/modifiers/hypothetical.json' with { type: 'json' }
import lists from '../../vocabulary/context/modifiers/lists.json' with { type: 'json' }
import negation from '../../vocabulary/context/modifiers/negation.json' with { type: 'json' }
import notDone from '../../vocabulary/context/modifiers/not-done.json' with { type: 'json' }
import passives from '../../vocabulary/context/modifiers/passives.json' with { type: 'json' }
import planned from '../../vocabulary/context/modifiers/planned.json' with { type: 'json' }
import pseudo from '../../vocabulary/context/modifiers/pseudo.json' with { type: 'json' }
import received from '../../vocabulary/context/modifiers/received.json' with { type: 'json' }
import { type Modifier, type ModifierRule, modifierFinder, type Resolution } from '../context/index.ts'

/** The rules that apply to interventions. */
export const INTERVENTION_RULES = [
  pseudo,
  lists,
  notDone,
  negation,
  hypothetical,
  received,
  passives,
  planned,
].flat() as readonly ModifierRule[]

/** Finds the modifiers of a sentence that state the status of interventions. */
export const findModifiers = modifierFinder(INTERVENTION_RULES)

/** What a sentence says about one of its mentions. */
export interface Verdict {
  readonly status: 'received' | 'planned'
  /** A modifier opens a list, in which words that mean little by themselves ("heat") are interventions. */
  readonly listed: boolean
  /** The modifier directly precedes the mention: "continue". */
  readonly next: boolean
  /** The words that apply to the mention; without any it is assumed to have been received. */
  readonly cue: Modifier | null
}

/** Received or planned; `null` if the mention is denied. Without a modifier it is assumed to have been received. */
export function verdictOf({ modifier, denied, governing, local }: Resolution): Verdict | null {
  if (denied) return null
  return {
    status: modifier?.category === 'planned' ? 'planned' : 'received',
    listed: governing?.rule.opens !== undefined || (local !== null && local.category !== 'planned'),
    next: local !== null,
    cue: modifier,
  }
}
