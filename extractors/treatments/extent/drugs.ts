import wordings from '../../../vocabulary/context/extents.json' with { type: 'json' }
import { patternsOf } from '../../language/named-patterns.ts'

const wording = patternsOf(wordings)
// "Ultram 50 mg", "Orphenadrine Citrate ER 100mg", "Norco 7.5-325mg", "Butrans 10mcg/hr", "Lidocaine 5% patch"
// "codeine #3"
const RELEASE = wording('release')
const STRENGTH = wording('strength')
// "Zyxomol® patches"
const MARK = /^ ?[®™]/
// "Norco 10/325", "Soma 350, Elavil 25 and rest"
const BARE = wording('bare-strength')
const FORM = wording('dosage-form')

// "Toradol 60 mg | IM"
const ROUTE = wording('route')
// "Baclofen 2%, Zyxomol 5 percent in cream base": further ingredients of a mixture, and its base.
const PARTS = wording('further-ingredients')
const BASE = wording('base')

/** End of a drug's phrase with its salt, release form, strength and dosage form. */
export function drugEdge(text: string, end: number, limit: number): number {
  let edge = end
  for (const pattern of [MARK, RELEASE, RELEASE, FORM, STRENGTH, BARE, RELEASE, FORM]) {
    const more = pattern.exec(text.slice(edge, Math.min(limit, edge + 40)))?.[0] ?? ''
    // "(ibuprofen, Ultram 50 mg)": a bracket not opened by the strength belongs to something else
    edge += more.endsWith(')') && !more.includes('(') ? more.length - 1 : more.length
  }
  if (/\d(?: ?[a-z]+)?$/i.test(text.slice(end, edge))) edge += ROUTE.exec(text.slice(edge, limit))?.[0].length ?? 0
  if (!/(?:%|percent)$/.test(text.slice(end, edge))) return edge
  for (const pattern of [PARTS, BASE]) {
    const more = pattern.exec(text.slice(edge, Math.min(limit, edge + 240)))
    if (more) edge += more[0].length
  }
  return text[edge] === ')' && opened(text.slice(Math.max(0, end - 200), edge)) ? edge + 1 : edge
}

const opened = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')')
