import type { Span } from '../../../document/index.ts'
import wordings from '../../../vocabulary/context/extents.json' with { type: 'json' }
import { patternsOf } from '../../language/named-patterns.ts'
import type { Hit } from '../hit.ts'
import { drugEdge } from './drugs.ts'
import { leftEdge, namedEdge, sharedEdge } from './left.ts'
import { procedureEdge, rightEdge } from './right.ts'
import { sortEdge } from './sort.ts'

const wording = patternsOf(wordings)

export { isAnatomy, isAttribute } from './words.ts'

const TOPICAL = wording('way')
// "over-the-counter analgesics", "oral anti-inflammatories"
const ANY_WAY = wording('way-of-any')

// "a cane in the left hand": where it is held
const isHeld = (text: string, { end, term }: Hit): boolean =>
  term.kind === 'device' && /^ in (?:the|his|her) (?:left|right|opposite|other) hand\b/i.test(text.slice(end, end + 30))

/**
 * The phrase around a term, with everything that belongs to it, between `from` and `to`; `afterHit` says that another
 * term ends at `from`.
 */
export function extent(text: string, hit: Hit, from: number, to: number, afterHit: boolean): Span {
  if (!hit.term.drug) {
    const left = sharedEdge(text, leftEdge(text, hit.start, from, afterHit), from, hit.term.kind)
    const start = hit.term.kind === 'device' ? namedEdge(text, left, from) : left
    const end = sortEdge(text, hit, to)
    if (isHeld(text, hit)) return { start, end }
    return { start, end: procedureEdge(text, rightEdge(text, end, to, hit.term.kind), to, hit.term.kind) }
  }
  // "topical lidocaine", "10% Gabapentin, 5% Lidocaine"
  const before = text.slice(Math.max(from, hit.start - 20), hit.start)
  const topical = (hit.term.use === 'generic' ? ANY_WAY : TOPICAL).exec(before)
  const start = hit.start - (topical?.[0].length ?? 0)
  return {
    start: hit.term.use === 'generic' ? sharedEdge(text, start, from, 'medication') : start,
    end: drugEdge(text, hit.end, to),
  }
}
