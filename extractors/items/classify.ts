import { found, remembered, type Span, spacesFor, span } from '../../document/index.ts'
import { findHeadingTerms, findSpecialists, type Phrase, type Term } from '../../terminology/index.ts'
import wordings from '../../vocabulary/context/headings.json' with { type: 'json' }
import { confidenceOf } from '../confidence.ts'
import type { ItemDraft, ItemExtractor } from '../extractor.ts'
import { patternsOf } from '../language/named-patterns.ts'
import { assessmentOf, isConsulted } from './assessments.ts'
import { type Classified, classOf, ofDrug, ofInjection, ofSurgery } from './classes.ts'
import { headOf } from './head.ts'
import { modalityOf } from './modalities.ts'
import { DOSED, unnamed } from './unnamed.ts'
import { LONGEST, readRequest } from './ur-action.ts'

const wording = patternsOf(wordings)

/**
 * What is disputed, in the index of the Division of Workers' Compensation:
 *
 *     Physical therapy 6 sessions => Rehabilitation > Physical Therapy/Occupational Therapy, therapy
 *
 * The head of the first phrase decides, unless the phrase says that it serves another ("fluoroscopy for").
 */
export const classify: ItemExtractor = {
  name: 'items/classify',
  reads: 'heading',
  extract: text => {
    const { disputed } = readRequest(text)
    if (disputed.end <= disputed.start) return {}
    const what = classified(text, disputed)
    const { category, subcategory, kind, at, rule } = what
    return {
      category: category === null ? null : found(category, at, rule),
      subcategory: subcategory === null ? null : found(subcategory, at, rule),
      kind: found(kind, at, rule),
      confidence: confidenceOf('disputedItems', featuresOf(what, disputed)),
    } satisfies ItemDraft
  },
}

/** A class, and the part of the heading that names it: what is disputed, or else what was requested. */
export interface ClassifiedItem extends Classified {
  readonly named: Span
}

/** Longer than a plain request; another word may be what is meant. */
const LONG = 120

const featuresOf = ({ subcategory, rule }: Classified, disputed: Span) => ({
  unclassed: subcategory === null,
  unnamed: rule === 'items/unnamed',
  formed: /dosage|ending/.test(rule),
  misspelt: rule === 'items/drug-misspelled',
  weak: rule === 'items/weak-service',
  drug: rule === 'items/drug',
  associated: rule === 'items/associated-service',
  long: disputed.end - disputed.start > LONG,
})

// "The remaining portion, six sessions": the original request says of what.
const NAMELESS = wording('nameless')

/** The class of the disputed part of a heading. */
export function classified(text: string, disputed: Span): ClassifiedItem {
  const { requested } = readRequest(text)
  const nameless = requested.end < disputed.start && NAMELESS.test(text.slice(disputed.start, disputed.end))
  const named = nameless ? requested : disputed
  return { ...classifiedAt(text, named), named }
}

function classifiedAt(text: string, disputed: Span): Classified {
  const phrase = text.slice(disputed.start, Math.min(disputed.end, disputed.start + LONGEST))
  const local = decide(phrase)
  const at = span(disputed.start + local.at.start, disputed.start + local.at.end)
  // "Associated surgical service: cold therapy unit", also before the words of the modification
  if (!findHeadingTerms(text.slice(0, LONGEST)).some(isAssociated)) return { ...local, at }
  const adjunct = { category: 'Surgery', subcategory: 'Adjunct Surgical Services' }
  const applied = APPLIANCE.test(text.slice(at.start, at.end)) && !VISITS.test(text)
  const kind = applied ? 'device' : local.kind
  return { ...local, ...adjunct, kind, at, rule: 'items/associated-service' }
}

// "Associated surgical service: electrical stimulation": what is sent home with a worker after an operation is a device.
const APPLIANCE = wording('appliance')
const VISITS = wording('visits')

const isAssociated = ({ term }: Phrase<Term>): boolean => term.concept === 'associated-service'

// "Labs to include: EKG", "Pre-op clearance: EKG": what is included is what is disputed.
const INCLUDED = wording('included')

// "per RFA dated 3/14/2016": the request for authorization, no radiofrequency ablation.
const REQUEST_FORM = new RegExp(wording('request-form'), 'gi')

// "Botulinum toxin 100 units": an amount, no device.
const UNITS = /(?<=\d ?)units?\b/gi

// "P.T.", "E.M.G./N.C.V."
const DOTTED = /\b(?:[A-Z]\.){2,6}/g
const undotted = (letters: string): string => letters.replaceAll('.', '').padEnd(letters.length)

// "PT, PTT and CBC", "INR/PT": a prothrombin time, no physical therapy.
const PROTHROMBIN = new RegExp(wording('prothrombin'), 'g')

/** The terms of what is disputed, excluding those of a form. */
function termsOf(phrase: string): readonly Phrase<Term>[] {
  const from = INCLUDED.exec(phrase)
  const included = from ? from.index + from[0].length : 0
  const plain = phrase
    .replace(REQUEST_FORM, spacesFor)
    .replace(PROTHROMBIN, spacesFor)
    .replace(UNITS, spacesFor)
    .replace(DOTTED, undotted)
  const found = findHeadingTerms(plain).filter(one => !isAssociated(one))
  return found.some(({ start }) => start >= included) ? found.filter(({ start }) => start >= included) : found
}

/** Several extractors and checks ask about one phrase. */
const decide = remembered(decided, 500)

function decided(phrase: string): Classified {
  const terms = termsOf(phrase)
  const drugs = terms.filter(({ term }) => term.drug)
  const deciding = decidingTerm(phrase, terms)
  if (!deciding || (deciding.term.weak && deciding.term.kind !== 'consultation' && DOSED.test(phrase)))
    return unnamed(phrase, deciding)
  const base = { at: deciding, drugs: [] as readonly Phrase<Term>[], rule: 'items/service' }
  const injected = terms.find(({ term }) => term.kind === 'injection')
  if (injected && deciding.term.drug && !INJECTED_AT_HOME.test(phrase))
    return { ...base, ...ofInjection(phrase, injected.term, drugs), at: span(deciding.start, injected.end) }
  if (deciding.term.drug && INTRAMUSCULAR.test(phrase)) return { ...base, ...GIVEN_AS_INJECTION }
  if (deciding.term.drug && MEASURED.test(phrase) && !DOSED.test(phrase)) return { ...base, ...LABORATORY }
  if (deciding.term.drug) return { ...base, ...ofDrug(phrase, drugs), drugs, rule: 'items/drug' }
  if (deciding.term.kind === 'injection') return { ...base, ...ofInjection(phrase, deciding.term, drugs) }
  if (deciding.term.kind === 'surgery') return { ...base, ...ofSurgery(phrase, deciding.term, terms) }
  return { ...base, ...classOf(deciding.term), ...(deciding.term.weak ? { rule: 'items/weak-service' } : {}) }
}

function decidingTerm(phrase: string, terms: readonly Phrase<Term>[]): Phrase<Term> | undefined {
  const assessed = assessmentOf(phrase, terms)
  if (assessed) return assessed
  const head = headOf(phrase, terms)
  if (head?.term.concept === 'medication' && MANAGED.test(phrase))
    return { ...head, term: { ...head.term, ...(PSYCHIATRIC.test(phrase) ? PSYCHIATRIC_VISIT : MANAGING_VISIT) } }
  if (head?.term.kind === 'consultation' && PREOPERATIVE.test(phrase.slice(0, head.end)) && isMedical(head.term))
    return { ...head, term: { ...head.term, ...CLEARANCE } }
  const modality = head && modalityOf(phrase, head, terms)
  if (modality) return modality
  return head?.term.weak ? (visit(phrase, terms) ?? head) : (head ?? visit(phrase, terms))
}

// "Preoperative internal medicine evaluation": for clearance, unless a surgeon or a psychologist is seen
const PREOPERATIVE = /\bpre-?\s?op(?:erative(?:ly)?)?\b/i
const isMedical = ({ subcategory }: Term): boolean => subcategory === 'Medical Specialties'
const CLEARANCE = { category: 'Surgery', subcategory: 'Adjunct Surgical Services', weak: false } as const

// "Medication management, 3 visits": a physician is seen.
const MANAGED = wording('managed')
const MANAGING_VISIT = {
  category: 'Evaluation & Management',
  subcategory: 'Medical Specialties',
  kind: 'consultation',
  weak: false,
} as const
const PSYCHIATRIC = /\bpsych/i
const PSYCHIATRIC_VISIT = {
  ...MANAGING_VISIT,
  category: 'Psych Services',
  subcategory: 'Evaluation & Management',
} as const

// "Toradol 60mg IM"
const INTRAMUSCULAR = /\bI\.?M\b|\bintramuscular/
const GIVEN_AS_INJECTION = { category: 'Pharmaceuticals', subcategory: 'Injection', kind: 'injection' } as const

// "Oxycodone and metabolite, serum", "Vitamin D, 25-hydroxy level": how much of it is in the body.
const MEASURED = wording('measured')
const LABORATORY = { category: 'Diagnostic Testing', subcategory: 'Lab & Pathology', kind: 'diagnostic' } as const

// "Forteo 20 mcg daily injection, 3 month supply": the drug, whatever its form.
const INJECTED_AT_HOME = wording('injected-at-home')

// "Consultation with pain management": the specialist determines the kind of visit. "Visits with a physical therapist":
// the therapy.
function visit(phrase: string, terms: readonly Phrase<Term>[]): Phrase<Term> | undefined {
  const consulted = terms.length === 0 || terms.some(({ term }) => term.kind === 'consultation')
  const named = consulted && !DOSED.test(phrase) ? findSpecialists(phrase) : []
  // Without a word for a visit, "spine" and "cardiac" say where or of what kind something unknown is.
  const seen = terms.length > 0 ? named[0] : named.find(one => !ATTRIBUTE.test(phrase.slice(one.start, one.end)))
  const treats = seen?.term.category === 'Rehabilitation' && !isConsulted(seen.term)
  return seen && treats ? { ...seen, term: { ...seen.term, kind: 'therapy' } } : seen
}

const ATTRIBUTE = wording('attribute')
