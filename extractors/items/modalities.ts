import type { Phrase, Term } from '../../terminology/index.ts'
import wordings from '../../vocabulary/context/headings.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'

const wording = patternsOf(wordings)

/** What a therapist applies along with other modalities, but a worker may also use alone at home. */
const APPLIED: ReadonlySet<string> = new Set(['hot-cold', 'heat', 'ice', 'paraffin', 'ultrasound', 'steri-strips'])
const MODALITIES: ReadonlySet<string> = new Set([
  'electrical-stimulation',
  'modalities',
  'massage',
  'traction',
  'shockwave',
])

// "hot/cold unit", "30 day rental": a device.
const THING = wording('thing')
/** "6 sessions", "2 times a week", "x 4 weeks", "2x6": a course of visits; "x 7 days" is how long a device is lent. */
export const COURSE = wording('course')
const DECOMPRESSION = wording('decompression')
const SESSIONS = wording('sessions')
const VISITED = wording('visited')
const TREATING = wording('treating')

/**
 * The therapy that a heading of physical modalities requests, even if its first word may also be a device or a test:
 *
 *     hot packs and electrical stimulation, 8 sessions   => therapy
 *     ultrasound 2 times a week for 4 weeks              => therapy, not imaging
 */
export function modalityOf(phrase: string, head: Phrase<Term>, terms: readonly Phrase<Term>[]): Phrase<Term> | null {
  // "spinal decompression, 12 sessions": traction, not an operation
  if (DECOMPRESSION.test(phrase.slice(head.start, head.end)) && SESSIONS.test(phrase))
    return { ...head, term: { ...head.term, ...THERAPY } }
  if (THING.test(phrase)) return null
  // "percutaneous electrical nerve stimulation, 4 sessions": given at visits
  if (head.term.subcategory === 'Electrical Stimulation' && VISITED.test(phrase))
    return { ...head, term: { ...head.term, ...THERAPY } }
  if (!APPLIED.has(head.term.concept)) return null
  const other = terms.find(({ term }) => MODALITIES.has(term.concept))
  if (other) return other
  const sound = terms.find(({ term }) => term.concept === 'ultrasound')
  const beside = terms.some(({ term }) => term.concept !== 'ultrasound' && APPLIED.has(term.concept))
  if (!sound && !COURSE.test(phrase)) return null
  if (sound && !beside && !TREATING.test(phrase) && !COURSE.test(phrase)) return null
  return { ...(sound ?? head), term: { ...(sound ?? head).term, ...THERAPY } }
}

const THERAPY = { category: 'Rehabilitation', subcategory: 'Other Therapies', kind: 'therapy', weak: false } as const
