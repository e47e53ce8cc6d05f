import type { Phrase, Term } from '../../terminology/index.ts'
import wordings from '../../vocabulary/context/headings.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import { isConsulted } from './assessments.ts'

const wording = patternsOf(wordings)

/**
 * The term that says what a heading requests. In English that is the last noun of a compound, and the first of two
 * nouns joined by a preposition:
 *
 *     hip replacement imaging             => imaging
 *     TENS unit electrodes                => supplies
 *     consultation for a hip replacement  => a visit to a surgeon
 *
 * Weak terms ("evaluation", "unit") decide only together with the term before them, or alone.
 */
export function headOf(phrase: string, terms: readonly Phrase<Term>[]): Phrase<Term> | undefined {
  const led = ledBy(phrase, terms)
  if (led) return led
  const strong = terms.findIndex(({ term }) => !term.weak)
  const first = Math.max(strong, 0)
  const head = compounded(phrase, terms.slice(first))
  const next = head && terms.find(({ start }) => start >= head.end)
  return head && (served(phrase, head, next) ?? treated(phrase, practised(phrase, head)))
}

/** Follows adjacent terms to the one that all others modify: "CT guided | biopsy". */
function compounded(phrase: string, terms: readonly Phrase<Term>[]): Phrase<Term> | undefined {
  let head = terms[0]
  for (const next of terms.slice(1)) {
    const gap = head && JOINED.exec(phrase.slice(head.end, next.start))
    if (!head || !gap) break
    if (head.term.kind === 'diagnostic' && EXAMINED.test(phrase.slice(next.start))) continue
    const term = gap[1] ? next.term : compound(head.term, next.term)
    head = { start: head.start, end: next.end, term: term ?? head.term }
  }
  return head
}

// "EMG evaluation", "radiologic examination": the test itself; a consultation is a visit.
const EXAMINED = wording('examined')
// "narcotic risk test"; "stress test - treadmill" is not joined
const JOINED = wording('joined-words')

/** What modifier and head mean together; `null` if the head adds nothing to the modifier ("fusion procedure"). */
function compound(modifier: Term, head: Term): Term | null {
  if (isVisit(head)) return visitFor(modifier, head)
  if (head.concept === 'device') return machineOf(modifier, head)
  if (head.concept === 'test') return modifier.drug ? { ...head, subcategory: 'Lab & Pathology', weak: false } : null
  if (head.concept === 'program-word') return { ...head, weak: false }
  if (addsNothing(modifier, head)) return null
  if (modifier.drug) return BESIDE_DRUG.has(head.kind) ? head : null
  if (modifier.kind === 'surgery' && head.concept === 'specialist') return { ...head, ...SURGEON }
  // "chiropractic physiotherapy", "inpatient rehabilitation physical therapy"
  if ((modifier.concept === 'chiropractic' || modifier.kind === 'program') && head.kind === 'therapy') return null
  return modifier.kind === head.kind && !YIELDING.has(modifier.concept) && modifier.kind !== 'device' ? null : head
}

/** "QME psychiatric evaluation": for whom it is does not say of what kind it is. */
const YIELDING: ReadonlySet<string> = new Set(['legal-evaluation'])

const addsNothing = (modifier: Term, head: Term): boolean =>
  head.weak || head.concept === 'operation' || (head.concept === 'injection' && CONTRASTED.has(modifier.concept))

/** Pictures for which a contrast is injected: "arthrogram injection". */
const CONTRASTED: ReadonlySet<string> = new Set([
  'mri', 'mr-arthrogram', 'contrast-study', 'myelogram', 'discogram', 'bone-scan'
]) // biome-ignore format: a list

// "insulin syringes", "testosterone level"; "lidocaine injection" is handled elsewhere.
const BESIDE_DRUG: ReadonlySet<string> = new Set(['device', 'diagnostic', 'consultation', 'program'])

const VISITS: ReadonlySet<string> = new Set(['consultation', 'office-visit', 'visit'])
const isVisit = ({ concept }: Term): boolean => VISITS.has(concept)

const SURGEON = { category: 'Surgery', subcategory: 'Surgical Consult', weak: false } as const
const DOCTOR = { category: 'Evaluation & Management', subcategory: 'Medical Specialties', weak: false } as const

/** "hernia repair consultation" is a visit to a surgeon; "aquatic therapy visits" are the therapy itself. */
function visitFor(service: Term, visit: Term): Term | null {
  switch (service.kind) {
    case 'surgery':
      return { ...visit, ...SURGEON, kind: 'consultation' }
    case 'injection':
    case 'diagnostic':
    case 'medication':
      return { ...visit, ...DOCTOR, kind: 'consultation' }
    case 'therapy':
      return visit.concept === 'consultation' && isConsulted(service) ? { ...service, kind: 'consultation' } : null
    default:
      return null
  }
}

const APPLIED: ReadonlySet<string> = new Set(['therapy', 'diagnostic', 'behavioral'])

/** "microcurrent unit", "infrared machine": a machine for a therapy is a device. */
function machineOf(service: Term, unit: Term): Term | null {
  if (!APPLIED.has(service.kind)) return null
  const subcategory = service.concept === 'electrical-stimulation' ? 'Electrical Stimulation' : 'DME'
  return { ...unit, category: 'DMEPOS', subcategory, weak: false }
}

// "consultation to discuss a hip replacement", "evaluation for possible knee surgery"; "referral for" requests the
// thing itself.
const PURPOSE = wording('purpose-of-visit')
// "Anesthesia for shoulder surgery", "interpreter for physical therapy", "hospital stay for 3 days after lumbar fusion"
const SERVES = /\b(?:for|following|after)\b[^;.]{0,30}$/i
const SERVING: ReadonlySet<string> = new Set([
  'anesthesia',
  'facility',
  'fluoroscopy',
  'hospital-stay',
  'interpreter',
  'report',
  'report-word',
  'supplies-word',
])

// "follow-up visit with range of motion testing": what is done at a visit
const VISITED: ReadonlySet<string> = new Set(['office-visit', 'visit'])
const BESIDE = wording('beside-visit')

/** A weak term in front that decides nevertheless, since what follows is only its purpose. */
function ledBy(phrase: string, terms: readonly Phrase<Term>[]): Phrase<Term> | null {
  const [first, next] = terms
  if (!first || !next) return null
  const gap = phrase.slice(first.end, next.start)
  if (SERVING.has(first.term.concept) && SERVES.test(gap)) return { ...first, term: { ...first.term, weak: false } }
  if (VISITED.has(first.term.concept) && next.term.kind === 'diagnostic' && BESIDE.test(gap)) return first
  const asked = first.term.kind === 'consultation' && VISITS.has(first.term.concept)
  const words = phrase.slice(first.start, first.end)
  // "second opinion, lumbar fusion": of whether to operate
  const purpose = PURPOSE.test(gap) || (/opinion/i.test(words) && /^\W{1,3}$/.test(gap))
  if (!asked || !purpose || /referral/i.test(words)) return null
  if (next.term.kind !== 'surgery' && next.term.kind !== 'injection') return null
  const term = visitFor(next.term, first.term)
  return term && { start: first.start, end: next.end, term }
}

const INJECTION: ReadonlySet<string> = new Set(['injection', 'steroid-injection'])
// "injection procedure for a hip arthrogram", "injection of contrast for an arthrogram"
const INJECTED_FOR = wording('injected-for')

// "replacement of batteries", "repair of the wheelchair": done to a device, it is not an operation. "physiotherapy with
// a chiropractor" is chiropractic.
function served(phrase: string, head: Phrase<Term>, next: Phrase<Term> | undefined): Phrase<Term> | null {
  if (!next) return null
  const gap = phrase.slice(head.end, next.start)
  const handled = head.term.concept === 'operation' && next.term.kind === 'device'
  if (handled && /^ (?:of|for|to) (?:the |a |an |his |her )?$/i.test(gap)) return next
  if (INJECTION.has(head.term.concept) && CONTRASTED.has(next.term.concept) && INJECTED_FOR.test(gap)) return next
  if (head.term.concept === 'specialist' && next.term.concept === 'clearance' && PURPOSE.test(gap)) return next
  const given = head.term.kind === 'therapy' && next.term.concept === 'chiropractic'
  return given && /^ (?:with|by) (?:the |a |an |his |her )?$/i.test(gap) ? next : null
}

// "chiropractic evaluation and treatment", "evaluation and 6 sessions": the therapy, which begins with an evaluation.
const AND_TREATMENT = wording('and-treatment')

// "referral for chiropractic treatment", "referral to acupuncture sessions"
const TREATMENT = wording('treatment')

function treated(phrase: string, head: Phrase<Term>): Phrase<Term> {
  const evaluated = head.term.category === 'Rehabilitation' && head.term.kind === 'consultation'
  return evaluated && (AND_TREATMENT.test(phrase) || TREATMENT.test(phrase.slice(head.end)))
    ? { ...head, term: { ...head.term, kind: 'therapy' } }
    : head
}

// "hip replacement specialist": the surgeon is requested, not the operation.
const PRACTITIONER = wording('practitioner')

function practised(phrase: string, head: Phrase<Term>): Phrase<Term> {
  const who = head.term.kind === 'surgery' ? PRACTITIONER.exec(phrase.slice(head.end)) : null
  if (!who) return head
  return { start: head.start, end: head.end + who[0].length, term: { ...head.term, ...SURGEON, kind: 'consultation' } }
}
