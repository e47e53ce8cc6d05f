import { type InterventionKind, lazy } from '../document/index.ts'
import purposes from '../vocabulary/terms/drug-purposes.json' with { type: 'json' }
import drugList from '../vocabulary/terms/drugs.json' with { type: 'json' }
import notInterventions from '../vocabulary/terms/not-interventions.json' with { type: 'json' }
import services from '../vocabulary/terms/services.json' with { type: 'json' }
import { type Phrase, type PhraseFrame, phraseFinder } from './phrases.ts'

/** What a phrase of the vocabulary denotes. */
export interface Term {
  /** Shared by synonyms: "EKG" and "electrocardiogram". */
  readonly concept: string
  readonly kind: InterventionKind
  readonly category: string | null
  readonly subcategory: string | null
  readonly drug: boolean
  /** Generic names of a drug in lower case: for Norco "hydrocodone" and "acetaminophen". */
  readonly ingredients: readonly string[]
  /**
   * `heading`: too ambiguous for prose ("block"). `listed`: an intervention only in a list that a cue introduces
   * ("heat"). `generic`: the same, and only if nothing more specific is next to it ("medications"). `cued`: only near
   * any cue ("CBC", which is otherwise a finding).
   */
  readonly use: 'heading' | 'listed' | 'generic' | 'cued' | null
  /** The concept covers many different interventions, so only identical wordings mean the same one. */
  readonly broad: boolean
  /** Decides a heading only if no other term does: "evaluation". */
  readonly weak: boolean
}

interface Concept {
  readonly concept: string
  readonly kind: string
  readonly class: string
  readonly use?: string
}

interface DrugEntry {
  readonly term: string
  readonly class: string | null
  readonly generic?: boolean
  readonly only?: string
  readonly ingredients?: readonly string[]
}

// "referral to a neurologist", "neurology consultation": every specialist with every wording for a visit.
const BEFORE = ['consultation with', 'consult', 'consult with', 'consultation to', 'consult to', 'consultation by', 'consultation from',
  'consultation for', 'referral to', 'referral for', 'referral back to', 'referred to', 'referred back to', 'refer to',
  'refer back to', 'evaluation with', 'evaluation by', 'evaluated by', 'follow up with', 'follow up visit with',
  'follow up by', 'visit with', 'visit to', 'appointment with', 'second opinion with', 'second opinion from',
  'second opinion by', 'treatment by', 'treatment with', 'transfer of care to', 'transfer care to',
  'transferred to', 'care transferred to', 'care was transferred to', 'care be transferred to', 'care is transferred to',
  'TOC to', 'office visit with', 'office visits with', 'follow up visits with', 'follow up appointment with',
  'follow up evaluation with', 'initial evaluation with', 'initial evaluation by', 'initial consultation with',
  'initial visit with', 'evaluation and treatment with', 'evaluation and treatment by', 'consultation and treatment with',
  're-evaluation with', 're-evaluation by', 'return visit with', 'recheck with', 'second opinion consultation with',
  'consultations with', 'referrals to', 'evaluations by', 'evaluations with', 'appointments with',
  'follow ups with', 'transferring care to', 'transfer of care with', 'transition of care to', 'surgical consultation with', 'f/u with', 'consult w/', 'f/u w/', 'referral w/', 'follow up to', 'telephone consultation with',
  'refer him to', 'refer her to', 'refer out to', 'send to', 'f/u w', 'second opinion by a different', 'clearance by',
  'clearance from', 'intake with', 'medical clearance by', 'medical clearance from', 'preoperative clearance by',
  'preoperative clearance from', 'pre-operative clearance by', 'pre-operative clearance from', 'preop clearance by',
  'pre-op clearance by', 'surgical clearance by', 'surgical clearance from', 'f/u'] // biome-ignore format: a list of words
const AFTER = ['consultation', 'consult', 'evaluation', 'referral', 're-evaluation', 'follow up', 'follow up visit',
  'follow up consultation', 'second opinion', 'office visit', 'eval', 'visit', 'assessment', 'follow up evaluation',
  'consultation and treatment', 'evaluation and treatment', 'evaluate and treat', 'eval and treat', 'consult and treatment',
  'initial consultation', 'initial evaluation', 'specialist consultation', 'specialist referral',
  'consultation/evaluation', 'evaluation/consultation', 'clinic', 'appointment', 'opinion', 'intake', 'intake evaluation',
  'follow up appointment', 'clearance', 'recheck', 'workup', 'f/u'] // biome-ignore format: a list of words
// "to see a neurologist"; but "sees his psychiatrist" is nothing new.
const SENT = [
  'see',
  'saw',
  'has seen',
  'had seen',
  'consulted',
  'consulted with',
  'seen by',
  'sent to',
  'referred out to',
  'transfer to',
  'be seen by',
  'seeing',
]
  .flatMap(words => [`${words} a `, `${words} an `, `${words} another `])
  .concat('seen by ', 'seen by the ', 'see ')
const ARTICLES = ['', 'a ', 'an ', 'the ', 'his ', 'her ', 'another ']

const WEAK: ReadonlySet<string> = new Set(services.weak)
const BROAD: ReadonlySet<string> = new Set(services.broad)

function termOf(concept: Concept): Term {
  const [category = null, subcategory = null] = concept.class.split(' > ')
  const { concept: name, kind } = concept
  const use = (concept.use ?? null) as Term['use']
  return {
    concept: name,
    kind: kind as InterventionKind,
    category,
    subcategory,
    drug: false,
    ingredients: [],
    use,
    broad: BROAD.has(name),
    weak: WEAK.has(name),
  }
}

const concepts = lazy(
  () => new Map((services.concepts as readonly Concept[]).map(entry => [entry.concept, termOf(entry)])),
)

const drugTerm = ({ term, class: subcategory, generic, only, ingredients = [] }: DrugEntry): Term => ({
  concept: term,
  kind: 'medication',
  category: 'Pharmaceuticals',
  subcategory,
  drug: true,
  ingredients,
  use: only ? 'heading' : generic ? 'generic' : null,
  broad: false,
  weak: false,
})

type Entry = readonly [phrase: string, term: Term]

/** A phrase and its plural, unless it is one already. */
const singularAndPlural = (phrase: string): string[] =>
  /(?:s|[^a-z])$/i.test(phrase) ? [phrase] : [`${phrase.replace(/([^aeiou])y$/, '$1ie')}s`, phrase]

const withPlural = ([phrase, term]: Entry): Entry[] => singularAndPlural(phrase).map(words => [words, term])

/** "bundle branch block", "ties his shoes": contains the words of a term but names no intervention. */
const OTHERWISE: Term = termOf({ concept: 'otherwise', kind: 'other', class: '' })
const otherwise = lazy(() => notInterventions.map((phrase): Entry => [phrase, OTHERWISE]).flatMap(withPlural))

type Listed = { readonly term: string; readonly concept: string }

const conceptual = ({ term, concept }: Listed): Entry => [term, concepts().get(concept)!]

const drugs = lazy(() => (drugList as readonly DrugEntry[]).map((entry): Entry => [entry.term, drugTerm(entry)]))
const specialists = lazy(() => services.specialists.map(conceptual))
const entries = lazy(() => [...drugs(), ...services.terms.map(conceptual)].flatMap(withPlural))

// "cholesterol pill", "medicine for diabetes": what a drug is for, with every word for a drug.
const MEDICINES = ['medication', 'medicine', 'med', 'drug', 'pill', 'tablet', 'agent', 'prescription']
const PREFACES = MEDICINES.flatMap(singularAndPlural).flatMap(word => [
  `${word} for`,
  `${word} for his`,
  `${word} for her`,
  `${word} to treat`,
])

const byPurpose = lazy((): readonly PhraseFrame<Term>[] => {
  const heads = purposes.map(
    ({ purpose, class: subcategory }): Entry => [
      purpose,
      drugTerm({ term: purpose, class: subcategory, generic: true }),
    ],
  )
  return [
    { heads, closers: MEDICINES.flatMap(singularAndPlural) },
    { openers: PREFACES, heads: heads.filter((_, at) => purposes[at]!.after) },
  ]
})

const COURSES: ReadonlySet<string> = new Set(services.courses)

// "PT eval and treat": a therapy with its own evaluation.
const EVALUATED = ['evaluation and treatment', 'evaluation & treatment', 'evaluation/treatment', 'evaluate and treat',
  'eval and treat', 'eval & treat', 'eval/treat', 'eval and treatment', 'evaluation and treat', 'evaluate & treat'] // biome-ignore format: a list of words
const evaluated = lazy(
  (): PhraseFrame<Term> => ({
    heads: services.terms.filter(({ concept }) => COURSES.has(concept)).map(conceptual),
    closers: EVALUATED,
  }),
)

/** "surgeon's consultation" beside "surgeon consultation". */
const withPossessive = ([phrase, term]: Entry): Entry[] =>
  /(?:ist|or|on|ian|er)$/.test(phrase)
    ? [
        [phrase, term],
        [`${phrase}'s`, term],
      ]
    : [[phrase, term]]

const visits = lazy((): readonly PhraseFrame<Term>[] => [
  {
    openers: [...BEFORE.flatMap(words => ARTICLES.map(article => `${words} ${article}`)), ...SENT],
    heads: specialists().flatMap(withPlural),
  },
  { heads: specialists().flatMap(withPossessive), closers: AFTER.flatMap(singularAndPlural) },
])

const inProse = lazy(() =>
  phraseFinder(
    [...entries().filter(([, term]) => term.use !== 'heading'), ...otherwise()],
    [...visits(), ...byPurpose(), evaluated()],
  ),
)
const inHeadings = lazy(() => phraseFinder(entries(), visits()))
const specialistsIn = lazy(() => phraseFinder(specialists()))

/** Interventions, tests and drugs named in a sentence. */
export const findTerms = (text: string): Phrase<Term>[] => inProse()(text).filter(({ term }) => term !== OTHERWISE)

/** The same for the heading of a disputed item, where a bare "facet" or "crown" is enough. */
export const findHeadingTerms = (text: string): Phrase<Term>[] => inHeadings()(text)

/** The specialists whom a heading requests a visit to: "pain management", "neurosurgeon". */
export const findSpecialists = (text: string): Phrase<Term>[] => specialistsIn()(text)

/** The drug for each name, in lower case. */
export const drugNames: () => ReadonlyMap<string, Term> = lazy(() => new Map(drugs()))
