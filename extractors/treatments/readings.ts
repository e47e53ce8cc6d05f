import { type Draft, matchesOf, type Site, type Span } from '../../document/index.ts'
import { drugNames, findSites, type Term } from '../../terminology/index.ts'
import wordings from '../../vocabulary/context/mentions.json' with { type: 'json' }
import services from '../../vocabulary/terms/services.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import { isAnatomy } from './extent/index.ts'
import { STUDIES } from './hit.ts'
import type { Mention } from './mentions.ts'
import { isJoint } from './scans.ts'

const wording = patternsOf(wordings)

/** What distinguishes a mention from those of other interventions. */
export interface InterventionReading {
  readonly mention: Mention
  readonly strength: string | null
  readonly sites: readonly Draft<Site>[]
  /** For a broad concept: the words that distinguish it from others, without its site. */
  readonly name: readonly string[]
  /** The spinal levels of an injection or operation. */
  readonly levels: readonly string[]
  /** A drug that is applied to the skin. */
  readonly topical: boolean
  /** A therapy with its abbreviation: "PT (physical therapy)". */
  readonly bracketed: boolean
  /** A scan of several places, of which the summary does not name each by itself. */
  readonly joint: boolean
  /** What a compound of no name is made of. */
  readonly mixture: readonly string[]
}

/** Reads a mention of a summary; `apart` are the places that are scanned by themselves. */
export function read(summary: string, mention: Mention, apart: ReadonlySet<string>): InterventionReading {
  const text = summary.slice(mention.start, mention.end)
  const strength = mention.term.drug ? (/\d[\d.,/-]*/.exec(text)?.[0] ?? null) : null
  const { drug, kind, subcategory, use } = mention.term
  return {
    mention,
    strength,
    sites: drug ? [] : findSites(text),
    name: nameOf(summary, mention),
    levels: kind === 'injection' || kind === 'surgery' ? levelsIn(text) : [],
    bracketed: kind === 'therapy' && text.endsWith(')'),
    joint: isJoint(mention.term, drug ? [] : findSites(text), apart),
    mixture: drug && use === 'generic' ? mixtureIn(text) : [],
    topical: drug && (/^Topical/.test(subcategory ?? '') || TOPICAL.test(text)),
  }
}

/** "topical compound with baclofen and menthol": baclofen, menthol. */
const mixtureIn = (text: string): string[] => {
  const names = text.toLowerCase().match(/[a-z]{4,}/g) ?? []
  return names.filter(name => drugNames().get(name)?.ingredients.length)
}

const TOPICAL = wording('topical')

/** "left L3-4 and L5": L3, L4, L5. */
const levelsIn = (text: string): string[] =>
  matchesOf(text.toUpperCase(), /\b([LCTS])(\d{1,2})(?:-([LCTS]?)(\d{1,2}))?\b/g).flatMap(
    ([, region, from, other, to]) => [`${region}${from}`, ...(to ? [`${other || region}${to}`] : [])],
  )

/** "cortisone injection" is a "steroid injection", "steroid shot" too. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  services.synonyms.map(({ word, means }) => [word, means.split(' ')]),
)

// What is written around the names of devices and operations tells one from another: "dorsal blocking splint", "finger
// flexion splint".
const BY_ALL_WORDS: ReadonlySet<string> = new Set(['device', 'surgery'])
/** Words that distinguish nothing. */
const FILLERS: ReadonlySet<string> = new Set(services.fillers)

function nameOf(summary: string, mention: Mention): string[] {
  const { term, core } = mention
  if (!term.broad || term.kind === 'consultation' || (term.kind === 'surgery' && term.use === 'generic')) return []
  const words = mentionWords(summary, BY_ALL_WORDS.has(term.kind) ? mention : core)
  return term.kind === 'injection' ? words.flatMap(ingredientsOf) : words
}

// "Toradol injection" is a "ketorolac injection".
const ingredientsOf = (word: string): readonly string[] => {
  const ingredients = drugNames().get(word)?.ingredients ?? []
  return ingredients.length > 0 ? ingredients : [word]
}

/** "ORIF" is an open reduction with internal fixation. */
const ACRONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  services.acronyms.map(({ acronym, words }) => [acronym, words.split(' ')]),
)

/** The words of a mention that distinguish it, in the singular. */
export const mentionWords = (summary: string, at: Span): string[] =>
  fullName(summary, at).filter(word => TELLING.has(word) || !isAnatomy(word))

/** All words of a mention that say something, those for its site included. */
export const fullName = (summary: string, { start, end }: Span): string[] =>
  (
    summary
      .slice(start, end)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  )
    .map(word => word.replace(/s$/, ''))
    .flatMap(word => ACRONYMS.get(word) ?? SYNONYMS.get(word) ?? [word])
    .filter(word => !FILLERS.has(word))

/** Words for parts of the body that tell one device or operation from another: "nerve repair", "tendon repair". */
const TELLING: ReadonlySet<string> = new Set(['long', 'nerve', 'tendon', 'ligament', 'muscle', 'bone'])

// "referral to neurosurgery", "neurosurgeon evaluation": the specialist, without the words for the visit.
const VISIT = new RegExp(wording('visit-words'), 'g')

/** Mentions of one intervention have the same key; so may others. */
export function mentionKey(summary: string, { term, core, start, end }: Mention): string {
  // "therapy" alone means physical therapy; therapy after an operation is a separate course.
  const course = term.kind === 'therapy' && POSTOPERATIVE.test(summary.slice(start, end)) ? 'post ' : ''
  if (term.drug) return drugKey(term)
  const injected = INJECTIONS.has(term.concept) && injectedIn(summary.slice(core.start, core.end))
  if (injected) return drugKey(injected)
  if (STUDIES.has(term.concept)) return 'studies'
  if (!term.broad || term.kind !== 'consultation') return course + familyOf(term)
  const text = summary.slice(core.start, core.end).toLowerCase()
  const whom = text.replace(VISIT, '')
  return `visit ${whom.startsWith('pain') ? 'pain' : whom.slice(0, 6)}`
}

// "Botox injections" are Botox, "ketamine infusions" ketamine; but a drug that is injected may also be swallowed.
const INJECTIONS: ReadonlySet<string> = new Set(['visco-injection', 'botox-injection', 'drug-injection'])
const injectedIn = (text: string): Term | undefined =>
  (text.toLowerCase().match(/[a-z-]+/g) ?? [])
    .map(word => drugNames().get(word))
    .find(term => term?.injected || (term && /infusions?$/i.test(text)))

/** Concepts whose names may mean one intervention: "ice" is a "cold pack", "ultrasound" of a shoulder a "sonogram". */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ['therapy', 'pt'],
  ['ice', 'hot-cold'],
  ['heat', 'hot-cold'],
  ['ultrasound', 'ultrasound-imaging'],
])

/** The concept, or the one that it counts with. */
export const familyOf = ({ concept, kind }: Term): string =>
  (concept === 'ultrasound' && kind === 'therapy' ? undefined : FAMILIES.get(concept)) ?? concept

// "hydrocodone/APAP" is "hydrocodone-acetaminophen" and "anti-inflammatories" are "NSAID medications"; but a brand beside
// its generic is listed apart.
function drugKey({ concept, use, subcategory, ingredients }: Term): string {
  if (use === 'generic') return subcategory ? `class ${subcategory}` : concept
  const generic = ingredients.some(name => concept.includes(name.split(' ')[0]!))
  return ingredients.length > 0 && generic ? `of ${ingredients.toSorted().join(' ')}` : /^[^ ]+/.exec(concept)![0]
}

const POSTOPERATIVE = /\bpost[- ]?(?:op|surg)/i
