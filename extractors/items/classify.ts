import { found, type InterventionKind, matchesOf, remembered, type Span, span } from '../../document/index.ts'
import { findHeadingTerms, findSpecialists, type Phrase, respelled, type Term } from '../../terminology/index.ts'
import { confidenceOf } from '../confidence.ts'
import type { ItemDraft, ItemExtractor } from '../extractor.ts'
import { assessmentOf, isConsulted } from './assessments.ts'
import { type Class, ofDrug, ofInjection, ofSurgery, unknownDrug } from './classes.ts'
import { headOf } from './head.ts'
import { modalityOf } from './modalities.ts'
import { readRequest } from './ur-action.ts'

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

/** The class of a heading, the words that decided it, and the drugs among them. */
export interface Classified extends Class {
  readonly at: Span
  readonly rule: string
  readonly drugs: readonly Phrase<Term>[]
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

/** Headings are far shorter; the limit keeps a hostile letter from taking seconds. */
export const LONGEST = 1000

// "The remaining portion, six sessions": the original request says of what.
const NAMELESS =
  /^(?:[\s\d#,.()/-]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an|the|and|of|for|per|x|times?|additional|remaining|more|further|other|sessions?|visits?|treatments?|treat|evaluate|evaluation|days?|weeks?|months?|hours?|daily|weekly|qty|quantity|tablets?|tabs?|capsules?|patch(?:es)?|refills?|injections?|purchase|rental|supply)\b)*$/i

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
  if (!ASSOCIATED.test(text)) return { ...local, at }
  const adjunct = { category: 'Surgery', subcategory: 'Adjunct Surgical Services' }
  const applied = APPLIANCE.test(text.slice(at.start, at.end)) && !VISITS.test(text)
  const kind = applied ? 'device' : local.kind
  return { ...adjunct, kind, at, rule: 'items/associated-service', drugs: [] }
}

// "Associated surgical service: electrical stimulation": what is sent home with a worker after an operation is a device.
const APPLIANCE = /\b(?:stimulation|interferential|compression|cold|heat|cryo\w*|ice|passive motion)\b/i
const VISITS = /\b(?:sessions?|visits?|treatments?)\b/i

const ASSOCIATED = /associated surgical services?\b/i

// "Labs to include: EKG": what is included is what is disputed.
const INCLUDED =
  /\b(?:to include|including|consisting of|namely):\s|(?<=\b(?:labs|lab ?work|tests|testing|work-?up|studies) )(?:to include|including|consisting of)\s/i

// "per RFA dated 3/14/2016": the request for authorization, no radiofrequency ablation.
const REQUEST_FORM = /\b(?:(?:per|see|on|by|in) (?:the )?RFA|RFA (?:dated|form|received|signed|of \d|\d{1,2}\/))\b/gi
const blank = (words: string): string => ' '.repeat(words.length)

// "PT, PTT and CBC", "INR/PT": a prothrombin time, no physical therapy.
const PROTHROMBIN =
  /\bPT(?=(?: ?\/ ?|, ?(?:and )?| and | & )(?:a?PTT|INR|CBC|CMP|BMP|UA|urinalysis)\b)|(?<=\b(?:a?PTT|INR)(?: ?\/ ?|, ?(?:and )?| and | & ))PT\b/g

/** The terms of what is disputed, excluding those of a form. */
function termsOf(phrase: string): readonly Phrase<Term>[] {
  const from = INCLUDED.exec(phrase)
  const included = from ? from.index + from[0].length : 0
  const found = findHeadingTerms(phrase.replace(REQUEST_FORM, blank).replace(PROTHROMBIN, blank))
  return found.some(({ start }) => start >= included) ? found.filter(({ start }) => start >= included) : found
}

/** Several extractors and checks ask about one phrase. */
const decide = remembered(decided, 100)

function decided(heading: string): Classified {
  const phrase = heading.replace(ASSOCIATED, blank)
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
  return { ...base, ...plain(deciding.term), ...(deciding.term.weak ? { rule: 'items/weak-service' } : {}) }
}

function decidingTerm(phrase: string, terms: readonly Phrase<Term>[]): Phrase<Term> | undefined {
  const assessed = assessmentOf(phrase, terms)
  if (assessed) return assessed
  const head = headOf(phrase, terms)
  if (head?.term.concept === 'medication' && MANAGED.test(phrase))
    return { ...head, term: { ...head.term, ...(PSYCHIATRIC.test(phrase) ? PSYCHIATRIC_VISIT : MANAGING_VISIT) } }
  const modality = head && modalityOf(phrase, head, terms)
  if (modality) return modality
  return head?.term.weak ? (visit(phrase, terms) ?? head) : (head ?? visit(phrase, terms))
}

// "Medication management, 3 visits": a physician is seen.
const MANAGED = /\bmedications? management\b.*?(?:\b(?:visits?|sessions?|monthly|times|follow-?ups?)\b|\bx ?\d)/i
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
const MEASURED = /\b(?:levels?|metabolites?|serum|plasma|assays?|titers?)\b(?! (?:eye|tears))/i
const LABORATORY = { category: 'Diagnostic Testing', subcategory: 'Lab & Pathology', kind: 'diagnostic' } as const

// "Forteo 20 mcg daily injection, 3 month supply": the drug, whatever its form.
const INJECTED_AT_HOME = /\b(?:daily|supply|pens?|prefilled|auto-?injectors?|self[- ]inject\w*)\b/i

const plain = ({ category, subcategory, kind }: Term): Class => ({ category, subcategory, kind })

// "Consultation with pain management": the specialist determines the kind of visit. "Visits with a physical therapist":
// the therapy.
function visit(phrase: string, terms: readonly Phrase<Term>[]): Phrase<Term> | undefined {
  const consulted = terms.length === 0 || terms.some(({ term }) => term.kind === 'consultation')
  const seen = consulted && !DOSED.test(phrase) ? findSpecialists(phrase)[0] : undefined
  const treats = seen?.term.category === 'Rehabilitation' && !isConsulted(seen.term)
  return seen && treats ? { ...seen, term: { ...seen.term, kind: 'therapy' } } : seen
}

// "Zyxomol 5mg #30", "one prescription of Zyxomol", "2 tubes": a medication, whatever its name.
const DOSED =
  /\d\s?(?:mg|mcg|%)(?![a-z])|\b(?:tablets?|tabs?|capsules?|caps|refills?|ointment|cream|lotion|gel|prescription|suspension)\b/i
// "cholecystectomy", "ulnar osteoplasty", "tenorrhaphy": the ending marks an operation.
const OPERATION = /\b[a-z]*(?:ectomy|otomy|ostomy|plasty|rrhaphy|pexy|desis)\b/i
const SCOPE = /\b[a-z]+(?:scopy|graphy|gram|metry)\b/i

/** Without a deciding term, the form of the phrase decides. */
function unnamed(phrase: string, weak: Phrase<Term> | undefined): Classified {
  const whole = span(0, phrase.length)
  if (DOSED.test(phrase)) return misspelled(phrase) ?? medication(unknownDrug(phrase), whole, 'items/dosage')
  const operation = OPERATION.exec(phrase)
  if (operation) {
    const base = {
      category: 'Surgery',
      subcategory: 'Non-arthroscopic Surgery',
      kind: 'surgery' as InterventionKind,
      drugs: [],
    }
    return { ...base, at: span(operation.index, operation.index + operation[0].length), rule: 'items/operation-ending' }
  }
  const scope = SCOPE.exec(phrase)
  if (scope) {
    const base = {
      category: 'Diagnostic Testing',
      subcategory: 'Other Diagnostic Tests',
      kind: 'diagnostic' as InterventionKind,
    }
    return { ...base, drugs: [], at: span(scope.index, scope.index + scope[0].length), rule: 'items/test-ending' }
  }
  if (weak) return { ...plain(weak.term), at: weak, drugs: [], rule: 'items/weak-service' }
  return (
    misspelled(phrase) ?? {
      category: 'Other',
      subcategory: 'Other',
      kind: 'other',
      at: whole,
      drugs: [],
      rule: 'items/unnamed',
    }
  )
}

const medication = (subcategory: string | null, at: Span, rule: string): Classified => ({
  category: 'Pharmaceuticals',
  subcategory,
  kind: 'medication',
  at,
  drugs: [],
  rule,
})

// "Ketaprofen 50mg": the first word that is nearly the name of a drug.
function misspelled(phrase: string): Classified | null {
  for (const word of matchesOf(phrase, /[A-Za-z]{6,}/g)) {
    const term = respelled(word[0])
    if (!term) continue
    const drug = { ...span(word.index, word.index + word[0].length), term }
    return { ...ofDrug(phrase, [drug]), at: drug, drugs: [drug], rule: 'items/drug-misspelled' }
  }
  return null
}
