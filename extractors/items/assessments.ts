import type { Phrase, Term } from '../../terminology/index.ts'
import wordings from '../../vocabulary/context/headings.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import { COURSE } from './modalities.ts'

const wording = patternsOf(wordings)

// "physical therapist evaluation": part of the term itself
const NAMED_SO = wording('evaluation')
const EVALUATED = wording('evaluated')
const BY = wording('evaluated-by')
const TREATED = /\btreat(?:ments?)?\b/i
const THERAPISTS: ReadonlySet<string> = new Set(['therapist', 'other-therapist'])
const CONSULTED: ReadonlySet<string | null> = new Set(['Acupuncture', 'Chiropractic'])
/** These practitioners are consulted as a physician is; an evaluation by any other therapist begins the therapy. */
export const isConsulted = ({ subcategory }: Term): boolean => CONSULTED.has(subcategory)

/**
 * The therapy with which an evaluation by a therapist goes:
 *
 *     evaluation of the wheelchair by a physical therapist  => Physical Therapy/Occupational Therapy
 *     PT functional testing                                 => Physical Therapy/Occupational Therapy, no test of its own
 *
 * A functional capacity evaluation is a test, whoever makes it.
 */
export function assessmentOf(phrase: string, terms: readonly Phrase<Term>[]): Phrase<Term> | null {
  if (terms.some(({ term }) => term.concept === 'fce')) return null
  const therapy = terms.find(one => isTherapy(one.term) && isAssessed(phrase, one))
  if (!therapy) return null
  const kind = isConsulted(therapy.term) && !TREATED.test(phrase) ? 'consultation' : 'therapy'
  return { ...therapy, term: { ...therapy.term, kind, weak: false } }
}

const isTherapy = ({ category, kind, concept }: Term): boolean =>
  category === 'Rehabilitation' && (kind === 'therapy' || THERAPISTS.has(concept))

function isAssessed(phrase: string, { start, end, term }: Phrase<Term>): boolean {
  if (EVALUATED.test(phrase.slice(end)) || BY.test(phrase.slice(0, start))) return true
  if (!THERAPISTS.has(term.concept)) return false
  // "referral to a hand therapist", "chiropractor, 6 visits": the therapist gives the therapy.
  return !isConsulted(term) || COURSE.test(phrase) || NAMED_SO.test(phrase.slice(start, end))
}
