import type { InterventionKind, Span } from '../../document/index.ts'
import type { Phrase, Term } from '../../terminology/index.ts'
import wordings from '../../vocabulary/context/headings.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'

const wording = patternsOf(wordings)

/** Category and sub-category of the DWC index, and the kind of intervention. */
export interface Class {
  readonly category: string | null
  readonly subcategory: string | null
  readonly kind: InterventionKind
}

/** The class of a heading, the words that decided it, and the drugs among them. */
export interface Classified extends Class {
  readonly at: Span
  readonly rule: string
  readonly drugs: readonly Phrase<Term>[]
}

/** The class of a term. */
export const classOf = ({ category, subcategory, kind }: Term): Class => ({ category, subcategory, kind })

// "Ketoprofen 20% cream", "Lidocaine ointment", "Gabapentin 10% in base, 240 grams": applied to the skin.
const TOPICAL = wording('topical')
const COMPOUND = /\bcompound(?:ed|ing)?\b/i
// "Flurbiprofen 20%/Zyxomol 5%": two percentages make a mixture.
const SHARES = /\d ?%[^%]{3,80}\d ?%/
/** Drugs that are pain relievers when applied to the skin; a steroid cream or an opioid patch keeps its class. */
const RELIEVING: ReadonlySet<string | null> = new Set([
  'NSAID', 'Muscle Relaxant', 'Anti-epilepsy drugs', 'Antidepressant', 'Misc Analgesics', 'Topical Analgesics', 'Injection'
]) // biome-ignore format: a list

/** A drug's own class, unless the phrase says that it is applied to the skin: "Diclofenac sodium 3% gel". */
export function ofDrug(phrase: string, drugs: readonly Phrase<Term>[]): Class {
  const named = drugs.filter(({ term }) => term.use !== 'generic')
  const first = (named[0] ?? drugs[0]!).term
  const topical = TOPICAL.test(phrase)
  const relieving = (named.length > 0 ? named : drugs).filter(({ term }) => RELIEVING.has(term.subcategory))
  const subcategory =
    topical && relieving.length > 0
      ? COMPOUND.test(phrase) || SHARES.test(phrase) || mixed(relieving) || named.some(isCompound)
        ? 'Topical Compounds'
        : 'Topical Analgesics'
      : first.subcategory
  return { category: 'Pharmaceuticals', subcategory, kind: 'medication' }
}

const isCompound = ({ term }: Phrase<Term>): boolean => term.subcategory === 'Topical Compounds'

/** "Lidocaine 5% patch (Lidoderm)" is one drug under two names. */
const mixed = (drugs: readonly Phrase<Term>[]): boolean =>
  new Set(drugs.map(({ term }) => term.ingredients.join() || term.concept)).size > 1

/** All that can be said about an unknown drug: one applied to the skin relieves pain there. */
export function unknownDrug(phrase: string): string | null {
  if (!TOPICAL.test(phrase)) return null
  return COMPOUND.test(phrase) || SHARES.test(phrase) ? 'Topical Compounds' : 'Topical Analgesics'
}

const PROCEDURE: ReadonlySet<string | null> = new Set(['Adrenal Cortical Steroids', 'Injection', 'Topical Analgesics'])
/** Steroids and anesthetics; botulinum toxin is the drug of its injection. */
const isProcedure = ({ subcategory, injected }: Term): boolean =>
  PROCEDURE.has(subcategory) && !(injected && subcategory === 'Injection')

// "radiofrequency ablation of the genicular nerves", "cryoablation of an intercostal nerve": these nerves do not come from
// the joints of the spine.
const OFF_FACETS = wording('off-facets')

/**
 * "Injection of ketorolac" is classified as the drug, "lidocaine injection" as the procedure; viscosupplements have a
 * class of their own.
 */
export function ofInjection(phrase: string, term: Term, drugs: readonly Phrase<Term>[]): Class {
  const { concept, category, subcategory, kind } = term
  if (concept === 'rfa' && OFF_FACETS.test(phrase)) return { category, subcategory: 'Injection', kind }
  const [drug] = drugs
  if (concept !== 'injection' || !drug || isProcedure(drug.term)) return { category, subcategory, kind }
  const own = drug.term.subcategory === 'Viscosupplementation' ? 'Viscosupplementation' : 'Injection'
  return { category: 'Pharmaceuticals', subcategory: own, kind }
}

const SPINE = wording('spine')
const OPEN = /\bopen\b/i

/** "Lumbar decompression" is spine surgery; arthroscopic procedures are arthroscopic whatever is named first. */
export function ofSurgery(phrase: string, deciding: Term, terms: readonly Phrase<Term>[]): Class {
  const { category, kind } = deciding
  if (deciding.subcategory === 'Adjunct Surgical Services') return { category, subcategory: deciding.subcategory, kind }
  return { category: 'Surgery', subcategory: surgery(phrase, deciding, terms), kind }
}

function surgery(phrase: string, deciding: Term, terms: readonly Phrase<Term>[]): string | null {
  if (/arthroscop/i.test(phrase)) return 'Arthroscopic Surgery'
  if (terms.some(({ term }) => term.subcategory === 'Spine') || SPINE.test(phrase)) return 'Spine'
  return OPEN.test(phrase) ? 'Non-arthroscopic Surgery' : deciding.subcategory
}
