import { type Span, span, spansOf } from '../../document/index.ts'
import classes from '../../vocabulary/context/word-classes.json' with { type: 'json' }
import { bodyFirst } from '../language/body-first.ts'
import { NUMBER_WORDS, withNumbers } from '../language/numbers.ts'
import { prefilter } from '../language/prefilter.ts'
import { wordingFinder } from './automaton.ts'
import { parseTemplate } from './templates.ts'

/**
 * What a modifier says about its target. `received` and `planned` apply to interventions, `present`, `possible` and
 * `historical` to conditions; `not-done` negates an act ("was not prescribed") and `negated` the thing itself;
 * `hypothetical` means that the target is merely mentioned: in a guideline, a reason, an allergy.
 * `missing` is what a reviewer does not find in the records.
 */
export type Category =
  | 'present' | 'possible' | 'historical' | 'received' | 'planned' | 'negated' | 'not-done' | 'hypothetical' | 'finding' | 'missing' // biome-ignore format: a list of words

/**
 * `forward`: its targets follow the modifier. `pseudo`: it only looks like a modifier ("not only"), and hides those
 * that its words would otherwise be.
 */
export type Direction = 'forward' | 'backward' | 'bidirectional' | 'pseudo'

/** One rule of `vocabulary/context`. */
export interface ModifierRule {
  readonly id: string
  /** The wording, in the language of `templates.ts`. */
  readonly literal?: string
  readonly pattern?: string
  readonly category: string
  readonly direction: Direction
  /** Maximum distance of its targets in characters; `null`: the whole sentence. */
  readonly maxScope: number | null
  /** Categories of terminators that end its scope. */
  readonly terminatedBy: readonly string[]
  /** What may be in the list that it opens. */
  readonly opens?: string
  /** It applies to what directly follows, whatever governs the clause: "prior", "continue". */
  readonly local?: boolean
  /** Its targets are what it says, whatever follows them: a retrospective request is for what has been done. */
  readonly firm?: boolean
  /** Inside the name of a target it begins another one: "knee pain | status post arthroscopy". */
  readonly divides?: boolean
  /** Categories of terminators before which it is not a modifier: a tear that is "suspected" on a scan is a finding. */
  readonly blockedBy?: readonly string[]
  /** An invented sentence in which it decides about the words in braces. */
  readonly example: string
}

/** The place at which a rule matches a sentence. */
export interface Modifier extends Span {
  readonly rule: ModifierRule
  readonly category: Category
}

const CLASSES: ReadonlyMap<string, string> = new Map([
  ...classes.map(({ id, literal }) => [id, literal] as const),
  ['number-word', NUMBER_WORDS],
])

/**
 * Returns a function that finds the modifiers of a sentence, in order. Of overlapping ones it keeps the first, and of
 * those that begin together the longest.
 */
export function modifierFinder(rules: readonly ModifierRule[]): (sentence: string) => Modifier[] {
  let find: ((sentence: string) => Modifier[]) | undefined
  return sentence => {
    find ??= compiled(rules)
    return apart(find(sentence))
  }
}

function compiled(rules: readonly ModifierRule[]): (sentence: string) => Modifier[] {
  const literals = wordingFinder(
    rules.flatMap(rule => (rule.literal === undefined ? [] : [[parseTemplate(rule.literal, CLASSES), rule] as const])),
  )
  const patterns = rules.flatMap(rule =>
    rule.pattern === undefined ? [] : [{ rule, pattern: new RegExp(bodyFirst(withNumbers(rule.pattern)), 'gi') }],
  )
  const mayMatch = prefilter(patterns.map(({ pattern }) => pattern))
  return sentence => {
    const may = mayMatch(sentence)
    return [
      ...patterns
        .filter((_, number) => may[number] === 1)
        .flatMap(({ rule, pattern }) => spansOf(sentence, pattern).map(at => placed(rule, at))),
      ...literals(sentence).map(({ of, start, end }) => placed(of, span(start, end))),
    ]
  }
}

const placed = (rule: ModifierRule, at: Span): Modifier => ({ ...at, rule, category: rule.category as Category })

function apart(modifiers: Modifier[]): Modifier[] {
  if (modifiers.length < 2) return modifiers
  const kept: Modifier[] = []
  for (const modifier of modifiers.sort((a, b) => a.start - b.start || b.end - a.end))
    if (modifier.start >= (kept.at(-1)?.end ?? 0)) kept.push(modifier)
  return kept
}
