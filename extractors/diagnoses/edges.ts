import vocabulary from '../../vocabulary/terms/condition-edges.json' with { type: 'json' }

type Patterns = readonly { readonly pattern: string }[]

const each = (patterns: Patterns): RegExp[] => patterns.map(({ pattern }) => new RegExp(pattern))

const union = (patterns: Patterns, flags: string): RegExp =>
  new RegExp(patterns.map(({ pattern }) => pattern).join('|'), flags)

/** A separator inside these words divides nothing: "sprain and strain". */
export const TOGETHER = union(vocabulary.together, 'gi')
/** What ICD-10-CM puts behind a condition, after a comma. */
export const BEHIND = union(vocabulary.behind, 'i')
/** Words at the edges of an item that are not of the condition. */
export const OPENING = each(vocabulary.opening)
export const CLOSING = each(vocabulary.closing)
/** An item that is no condition. */
export const NONE = union(vocabulary.none, 'i')
/** Words that name no condition by themselves. */
export const QUALIFIERS: ReadonlySet<string> = new Set(vocabulary.qualifiers)
