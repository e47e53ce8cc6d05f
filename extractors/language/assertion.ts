import { type Diagnosis, type Span, span } from '../../document/index.ts'
import vocabulary from '../../vocabulary/context/assertion-cues.json' with { type: 'json' }

type Assertion = Diagnosis['assertion']

/**
 * What the words around a condition say about it, in the manner of ConText: a modifier has a direction and a scope,
 * and the scope ends with its item of a list unless the modifier is shared by what "and" or "or" adds to it.
 *
 *     knee strain, possible meniscal tear and effusion, status post arthroscopy
 *     present      possible            -> possible       historical
 */
export interface Asserted {
  readonly value: Assertion
  /** Where the modifier stands; `null` where nothing modifies. */
  readonly at: Span | null
  readonly shared: boolean
}

interface Modifier {
  readonly cue: RegExp
  readonly assertion: Assertion
  readonly direction: string
  readonly shared: boolean
}

const MODIFIERS: readonly Modifier[] = vocabulary.modifiers.map(modifier => ({
  cue: new RegExp(modifier.cue, 'gi'),
  assertion: modifier.assertion as Assertion,
  direction: modifier.direction,
  shared: modifier.shared,
}))
// Most items have no modifier: one look at all cues together spares the single ones.
const ANY = new RegExp(vocabulary.modifiers.map(({ cue }) => cue).join('|'), 'i')

/** Strongest first: "no history of" is more than "history of", a doubt more than a date. */
const ORDER: readonly Assertion[] = ['absent', 'possible', 'historical', 'present']

const PRESENT: Asserted = { value: 'present', at: null, shared: false }

/** How the item of a list that `range` covers is asserted by its own words. */
export function assertionOf(text: string, range: Span): Asserted {
  const item = text.slice(range.start, range.end)
  if (!ANY.test(item)) return PRESENT
  const found = MODIFIERS.flatMap(modifier => hits(modifier, item, range.start))
  return found.sort((a, b) => ORDER.indexOf(a.value) - ORDER.indexOf(b.value))[0] ?? PRESENT
}

function hits(modifier: Modifier, item: string, origin: number): Asserted[] {
  return Array.from(item.matchAll(modifier.cue))
    .filter(match => reaches(modifier, item, match))
    .map(match => ({
      value: modifier.assertion,
      at: span(origin + match.index, origin + match.index + match[0].length),
      shared: modifier.shared,
    }))
}

// "possible left knee strain", "a prior fracture" and "knee strain, resolved", but not "pain with possible strain": a
// modifier in the middle of an item is about the rest, which the item only mentions.
function reaches({ direction }: Modifier, item: string, match: RegExpExecArray): boolean {
  const leads = LEADING.test(item.slice(0, match.index))
  const behind = /\w/.test(item.slice(match.index + match[0].length))
  if (direction === 'forward') return leads && behind
  return direction === 'both' || !leads
}

const LEADING =
  /^\W*(?:(?:an?|the|his|her|has|had|with|also|any|acute|chronic|left|right|bilateral|include[sd]?|as)\W+)*$/i

/** The item without the modifiers at its edges: "possible wrist sprain" and "wrist sprain, resolved" are wrist sprain. */
export function withoutModifiers(text: string, range: Span): Span {
  let inner = range
  for (let before = -1; before !== inner.end - inner.start; ) {
    before = inner.end - inner.start
    if (ANY.test(text.slice(inner.start, inner.end)))
      for (const { cue } of MODIFIERS) inner = withoutEdge(text, inner, cue)
  }
  return inner
}

function withoutEdge(text: string, { start, end }: Span, cue: RegExp): Span {
  for (const match of text.slice(start, end).matchAll(cue)) {
    const from = start + match.index
    const to = from + match[0].length
    const leads = !/\w/.test(text.slice(start, from))
    const closes = !/\w/.test(text.slice(to, end))
    if (leads && !closes) return span(to, end)
    if (closes && !leads) return span(start, from)
  }
  return span(start, end)
}
