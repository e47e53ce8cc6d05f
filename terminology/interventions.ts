import { type InterventionKind, lazy, remembered } from '../document/index.ts'
import purposes from '../vocabulary/terms/drug-purposes.json' with { type: 'json' }
import drugList from '../vocabulary/terms/drugs.json' with { type: 'json' }
import notInterventions from '../vocabulary/terms/not-interventions.json' with { type: 'json' }
import services from '../vocabulary/terms/services.json' with { type: 'json' }
import visitWords from '../vocabulary/wordings/visits.json' with { type: 'json' }
import { type Phrase, type PhraseFrame, phraseFinder } from './phrases.ts'
import { corrected } from './speller.ts'

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
  /** A drug that is only ever injected: "Kenalog". */
  readonly injected: boolean
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
  readonly injected?: boolean
}

// "to see a neurologist": with an article, as "sees his psychiatrist" is nothing new.
const SEEN = visitWords.seen
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
    injected: false,
    use,
    broad: BROAD.has(name),
    weak: WEAK.has(name),
  }
}

const concepts = lazy(
  () => new Map((services.concepts as readonly Concept[]).map(entry => [entry.concept, termOf(entry)])),
)

/** Where a word that has other meanings is a drug. */
const USES: Readonly<Record<string, Term['use']>> = { heading: 'heading', list: 'listed' }

const drugTerm = ({
  term,
  class: subcategory,
  generic,
  only,
  ingredients = [],
  injected = false,
}: DrugEntry): Term => ({
  concept: term,
  kind: 'medication',
  category: 'Pharmaceuticals',
  subcategory,
  drug: true,
  ingredients,
  injected,
  use: only ? USES[only]! : generic ? 'generic' : null,
  broad: false,
  weak: false,
})

/** The term of a concept of `services.json`. */
export const termOfConcept = (concept: string): Term => concepts().get(concept)!

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
const PREFACES = visitWords.medicines
  .flatMap(singularAndPlural)
  .flatMap(word => [`${word} for`, `${word} for his`, `${word} for her`, `${word} to treat`])

const byPurpose = lazy((): readonly PhraseFrame<Term>[] => {
  const heads = purposes.map(
    ({ purpose, class: subcategory }): Entry => [
      purpose,
      drugTerm({ term: purpose, class: subcategory, generic: true }),
    ],
  )
  return [
    { heads, closers: visitWords.medicines.flatMap(singularAndPlural) },
    { openers: PREFACES, heads: heads.filter((_, at) => purposes[at]!.after) },
  ]
})

const COURSES: ReadonlySet<string> = new Set(services.courses)

// "PT eval and treat": a therapy with its own evaluation.
const evaluated = lazy(
  (): PhraseFrame<Term> => ({
    heads: services.terms.filter(({ concept }) => COURSES.has(concept)).map(conceptual),
    closers: visitWords.evaluated,
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

// "referral to a neurologist", "neurology consultation": every specialist with every wording for a visit.
const visits = lazy((): readonly PhraseFrame<Term>[] => [
  {
    openers: [...visitWords.before.flatMap(words => ARTICLES.map(article => `${words} ${article}`)), ...SEEN],
    heads: specialists().flatMap(withPlural),
  },
  { heads: specialists().flatMap(withPossessive), closers: visitWords.after.flatMap(singularAndPlural) },
])

const inProse = lazy(() =>
  phraseFinder(
    [...entries().filter(([, term]) => term.use !== 'heading'), ...otherwise()],
    [...visits(), ...byPurpose(), evaluated()],
  ),
)
/** Misspelt words of headings have this many letters or more: "thrapy". */
const SHORTEST = 6

// "Acupunture", "chirpractic": the word of a service that is meant; no other word of a heading is changed.
const meant = corrected(
  () => [...services.terms, ...services.specialists].flatMap(({ term }) => singularAndPlural(term)),
  SHORTEST,
)

// "Referral: pain management", "consultation - spine surgeon"; in prose, pain and spine may be the next thing said.
const titled = lazy((): PhraseFrame<Term> => ({ openers: TITLES, heads: specialists().flatMap(withPlural) }))
const TITLES = ['referral', 'consultation', 'follow up']

const inHeadings = lazy(() => phraseFinder(entries(), [...visits(), titled()], meant))
const specialistsIn = lazy(() => phraseFinder(specialists()))

/** Interventions, tests and drugs named in a sentence. */
export const findTerms = (text: string): Phrase<Term>[] => inProse()(text).filter(({ term }) => term !== OTHERWISE)

/** A heading is asked about several times while its letter is read. */
const MOST = 100

/** The same for the heading of a disputed item, where a bare "facet" or "crown" is enough. */
export const findHeadingTerms: (text: string) => readonly Phrase<Term>[] = remembered(text => inHeadings()(text), MOST)

/** The specialists whom a heading requests a visit to: "pain management", "neurosurgeon". */
export const findSpecialists = (text: string): Phrase<Term>[] => specialistsIn()(text)

/** The drug for each name, in lower case. */
export const drugNames: () => ReadonlyMap<string, Term> = lazy(() => new Map(drugs()))
