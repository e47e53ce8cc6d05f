import names from '../../vocabulary/context/condition-names.json' with { type: 'json' }
import vocabulary from '../../vocabulary/terms/condition-edges.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import { withNumbers } from '../language/numbers.ts'

type Patterns = readonly { readonly pattern: string }[]

const each = (patterns: Patterns): RegExp[] => patterns.map(({ pattern }) => new RegExp(withNumbers(pattern)))

const union = (patterns: Patterns, flags: string): RegExp =>
  new RegExp(withNumbers(patterns.map(({ pattern }) => pattern).join('|')), flags)

/** Separators inside these words do not separate: "sprain and strain". */
export const TOGETHER = union(vocabulary.together, 'gi')
/** What ICD-10-CM appends to a condition after a comma. */
export const BEHIND = union(vocabulary.behind, 'i')
/** Words at the edges of an item that are not part of the condition. */
export const OPENING = each(vocabulary.opening)
export const CLOSING = each(vocabulary.closing)
/** Items that are not conditions. */
export const NONE = union(vocabulary.none, 'i')
/** Kinds of conditions: two names of one kind with one place are one entry. */
export const ALIKE = each(vocabulary.alike)
/** Operations, which are treatments. */
export const PROCEDURES = union(vocabulary.procedures, 'i')
/** Complaints, although they have a code. */
export const COMPLAINT = union(vocabulary.complaints, 'i')
/** Sentences about tests, relatives, guidelines and decisions, in which conditions are not the worker's diagnoses. */
export const ELSEWHERE = union(vocabulary.elsewhere, 'i')
/** Labels of what is not a list of diagnoses. */
export const UNRELATED = union(vocabulary.unrelated, 'i')
/** Words before and after a name, which stands between them as a bar, that keep it from being a condition that the worker has. */
export const GOVERNED = union(vocabulary.governed, 'i')
/** Words that do not name a condition by themselves. */
export const QUALIFIERS: ReadonlySet<string> = new Set(vocabulary.qualifiers)

/** The wordings before, within and behind the names of conditions. */
export const wording = patternsOf(names)
