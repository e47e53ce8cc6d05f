import type { InterventionKind } from '../../../document/index.ts'
import wordings from '../../../vocabulary/context/extents.json' with { type: 'json' }
import { patternsOf } from '../../language/named-patterns.ts'
import type { Hit } from '../hit.ts'
import { drugEdge } from './drugs.ts'

const wording = patternsOf(wordings)

// "neuroplasty procedure", "TENS unit trial", "nerve study testing": a noun that only says what kind of thing it is.
const SORT: Readonly<Partial<Record<InterventionKind, RegExp>>> = {
  behavioral: wording('sort-of-behavioral'),
  diagnostic: wording('sort-of-diagnostic'),
  therapy: wording('sort-of-therapy'),
  device: wording('sort-of-device'),
  surgery: wording('sort-of-surgery'),
  injection: wording('sort-of-injection'),
  activity: wording('sort-of-activity'),
  program: wording('sort-of-program'),
}

// "excision | of a ganglion cyst", "repair | of the extensor tendon": the object of an operation.
const OBJECT = wording('object')

/** Others that are done to something: "alcohol neurolysis | of the neuroma". */
const HAS_OBJECT: ReadonlySet<string> = new Set(['sutures', 'neurolytic-injection'])

// "no lifting | over 15 pounds", "no squatting | or kneeling, and no climbing"
const MORE_LIMITS = wording('more-limits')

// "transportation | to medical appointments"
const DESTINATION = wording('destination')

// "an ilioinguinal block | with Marcaine"
const ANESTHETIC = wording('anesthetic')

/** End of the name itself: with the noun that says what kind of thing it is, and what an operation is done to. */
export function sortEdge(text: string, { start, end, term }: Hit, to: number): number {
  if (term.concept === 'no-activity')
    return end + (MORE_LIMITS.exec(text.slice(end, Math.min(to, end + 120)))?.[0].length ?? 0)
  if (term.concept === 'transportation') return end + (DESTINATION.exec(text.slice(end, to))?.[0].length ?? 0)
  const anesthetic = term.kind === 'injection' ? ANESTHETIC.exec(text.slice(end, to)) : null
  if (anesthetic) return end + anesthetic[0].length
  // "injection of Toradol | 60 mg"
  if (term.kind === 'injection' && / (?:of|with) /.test(text.slice(start, end))) return drugEdge(text, end, to)
  const object = term.kind === 'surgery' || HAS_OBJECT.has(term.concept) ? OBJECT.exec(text.slice(end, end + 50)) : null
  if (object) return end + object[0].length > to ? end : end + object[0].length
  const sort = SORT[term.kind]?.exec(text.slice(end, end + 30))?.[0].length ?? 0
  return end + sort > to ? end : end + sort
}
