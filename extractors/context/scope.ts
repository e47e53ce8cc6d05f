import { matchesOf, type Span, span } from '../../document/index.ts'
import vocabulary from '../../vocabulary/context/terminators.json' with { type: 'json' }
import type { Modifier, ModifierRule } from './modifiers.ts'

/** The ranges of a sentence that contain a modifier's targets; `null` if it has none on that side. */
export interface Scope {
  readonly before: Span | null
  readonly after: Span | null
}

interface Terminator {
  readonly category: string
  readonly pattern: string
  /** It only ends scopes on this side of their modifiers. */
  readonly side?: string
  /** It only ends scopes inside a list that another modifier opens. */
  readonly listed?: boolean
}

const TERMINATORS: readonly Terminator[] = vocabulary.terminators

/** A modifier with its scope. */
export interface ScopedModifier extends Modifier {
  readonly scope: Scope
}

/** Gives each modifier its scope: up to the nearest terminator, but not beyond the rule's `maxScope`. */
export function scoped(sentence: string, modifiers: readonly Modifier[]): ScopedModifier[] {
  const opener = modifiers.find(({ rule }) => rule.opens !== undefined)
  return modifiers
    .filter(({ rule }) => rule.direction !== 'pseudo')
    .filter(modifier => !isBlocked(sentence, modifier))
    .map(modifier => ({
      ...modifier,
      scope: scopeOf(sentence, modifier, opener !== undefined && opener.end <= modifier.start),
    }))
}

/** "The scan showed a suspected tear": after some words a wording says nothing about the worker. */
function isBlocked(sentence: string, { rule, start }: Modifier): boolean {
  const words = rule.blockedBy && terminatorsOf(rule.blockedBy, 'before')
  return words ? sentence.slice(0, start).search(words) >= 0 : false
}

function scopeOf(sentence: string, { rule, start, end }: Modifier, listed: boolean): Scope {
  const far = rule.maxScope ?? sentence.length
  const behind = span(end, Math.min(sentence.length, end + far))
  return {
    before: rule.direction === 'forward' ? null : before(sentence, span(Math.max(0, start - far), start), rule),
    after: rule.direction === 'backward' ? null : after(sentence, behind, rule, listed),
  }
}

function before(sentence: string, at: Span, { terminatedBy }: ModifierRule): Span {
  const words = sentence.slice(at.start, at.end)
  const terminators = terminatorsOf(terminatedBy, 'before')
  const last = terminators ? matchesOf(words, terminators).at(-1) : undefined
  return last ? span(at.start + last.index + last[0].length, at.end) : at
}

function after(sentence: string, at: Span, { terminatedBy }: ModifierRule, listed: boolean): Span {
  const terminators = terminatorsOf(terminatedBy, 'after', listed)
  const index = terminators ? sentence.slice(at.start, at.end).search(terminators) : -1
  return index < 0 ? at : span(at.start, at.start + index)
}

type Edge = 'before' | 'after'

const compiled = new Map<string, RegExp | null>()

/** A single pattern for all terminators of the given categories that end a scope on this side of its modifier. */
export function terminatorsOf(categories: readonly string[], side: Edge, listed = false): RegExp | null {
  const key = [side, listed, ...categories].join()
  if (!compiled.has(key)) {
    const patterns = TERMINATORS.filter(
      each => categories.includes(each.category) && (each.side ?? side) === side && (listed || !each.listed),
    ).map(({ pattern }) => pattern)
    compiled.set(key, patterns.length === 0 ? null : new RegExp(patterns.join('|'), 'gi'))
  }
  return compiled.get(key)!
}

/** Whether a target begins in the scope after a modifier. */
export const reachesForward = ({ scope }: ScopedModifier, target: Span): boolean =>
  scope.after !== null && target.start >= scope.after.start && target.start <= scope.after.end

/** Whether a target ends in the scope before a modifier. */
export const reachesBackward = ({ scope }: ScopedModifier, target: Span): boolean =>
  scope.before !== null && target.end >= scope.before.start && target.end <= scope.before.end
