import { type Span, span } from '../../document/index.ts'
import missing from '../../vocabulary/context/modifiers/missing.json' with { type: 'json' }
import { type ModifierRule, modifierFinder, scoped } from '../context/index.ts'

/** The wordings by which a reviewer says that something is missing. */
export const MISSING_RULES: readonly ModifierRule[] = missing as readonly ModifierRule[]

const facing = (direction: string) => modifierFinder(MISSING_RULES.filter(rule => rule.direction === direction))
const FINDERS = [facing('forward'), facing('backward')]

/**
 * The stretches of a clause that it calls missing, modifiers and their scopes:
 *
 *     there is no record of weakness or numbness to support the study
 *              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
 *
 * "was not" says it of what stands before and behind, so that the two directions are looked for apart.
 */
export const absentRanges = (words: string): Span[] =>
  FINDERS.flatMap(find => scoped(words, find(words))).map(({ start, end, scope }) =>
    span(scope.before?.start ?? start, scope.after?.end ?? end),
  )

/** Whether what begins at an offset is said to be missing. */
export const isAbsent = (ranges: readonly Span[], offset: number): boolean =>
  ranges.some(({ start, end }) => start <= offset && offset < end)
