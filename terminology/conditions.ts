import { BODY_PARTS, type BodyPart, lazy, remembered } from '../document/index.ts'
import bodyParts from '../vocabulary/terms/body-parts.json' with { type: 'json' }
import edges from '../vocabulary/terms/condition-edges.json' with { type: 'json' }
import conditions from '../vocabulary/terms/conditions.json' with { type: 'json' }
import { canonical, phraseWords } from './condition-words.ts'
import { findTitles, icd10Code } from './icd10.ts'
import { speller } from './speller.ts'

/**
 * The condition that a phrase names. A term of the vocabulary fits if all its words are in the phrase, in any order
 * ("tear of the anterior cruciate ligament" is "anterior cruciate ligament tear"), and if the phrase names the term's
 * body part, should it have one: "strain" alone has no code, at the neck it is S16.1.
 */
export interface ConditionConcept {
  readonly code: string | null
  readonly display: string | null
  /** A complaint rather than a disease or an injury, which take precedence within a phrase. */
  readonly symptom: boolean
}

interface ConditionTerm {
  readonly words: readonly string[]
  readonly part: string | null
  readonly code: string | null
}

const terms = lazy((): readonly ConditionTerm[] =>
  conditions.map(({ term, code, ...rest }) => ({
    words: [...new Set(phraseWords(term).map(canonical))],
    part: 'part' in rest ? (rest.part ?? null) : null,
    code,
  })),
)

// Each term is filed under its rarest word, so "pain" only looks up terms that consist of "pain" alone.
const index = lazy(() => indexed(terms()))

function indexed(terms: readonly ConditionTerm[]): ReadonlyMap<string, readonly ConditionTerm[]> {
  const uses = new Map<string, number>()
  for (const word of terms.flatMap(({ words }) => words)) uses.set(word, (uses.get(word) ?? 0) + 1)
  return Map.groupBy(terms, ({ words }) => words.reduce((a, b) => (uses.get(b)! < uses.get(a)! ? b : a)))
}

const vocabulary = lazy(
  (): ReadonlySet<string> =>
    new Set([
      ...terms().flatMap(({ words }) => words),
      ...bodyParts.flatMap(({ term }) => phraseWords(term)),
      ...edges.qualifiers,
    ]),
)
const spell = lazy(() => speller(vocabulary()))

/** Several stages ask about one phrase, and letters share many. */
const MOST = 1000

/** The words of a phrase in the forms of the vocabulary, with spelling corrected. */
export const conditionWords: (phrase: string) => readonly string[] = remembered(phrase => {
  const words = phraseWords(phrase).map(canonical)
  return words.map(word => (vocabulary().has(word) ? word : (spell()(word) ?? word)))
}, MOST)

/** Whether a word occurs in the names of conditions and their places. */
export const isConditionWord = (word: string): boolean =>
  phraseWords(word).every(each => vocabulary().has(canonical(each)))

/** Whether some word of the phrase is known only after correction. */
export const isMisspelt = (phrase: string): boolean =>
  phraseWords(phrase).some(word => !vocabulary().has(canonical(word)) && spell()(canonical(word)) !== null)

interface Fit {
  readonly term: ConditionTerm
  readonly score: number
  readonly at: number
}

/** The condition that `phrase` names at `parts`; `null` if the vocabulary has none. */
export function conceptOf(phrase: string, parts: readonly BodyPart[]): ConditionConcept | null {
  const words = ununited(withoutStrain(conditionWords(phrase)))
  const best = bestOf(words, parts)
  const titled = titleOf(phrase)
  if (titled !== null && !best?.term.code?.startsWith(titled)) return concept(titled, titled)
  return best && concept(overParts(words, parts, best), best.term.code)
}

const concept = (code: string | null, of: string | null): ConditionConcept => ({
  code,
  display: code && (icd10Code(code)?.title ?? null),
  symptom: isSymptom(of),
})

/** The code whose official title a phrase is, whatever follows it: "fracture of shaft of left clavicle, initial encounter". */
function titleOf(phrase: string): string | null {
  const [title] = findTitles(phrase)
  if (title === undefined || !/^(?:(?:the|an?|unspecified) )*$/i.test(phrase.slice(0, title.start))) return null
  return /^\)?(?:$|[,;(]|\s+(?:\(|status\b))/.test(phrase.slice(title.end)) ? title.term : null
}

// "sprain/strain" and "sprain and strain" count as the sprain.
const withoutStrain = (words: readonly string[]): readonly string[] =>
  words.includes('sprain') ? words.filter(word => word !== 'strain') : words

// "nonunion of the scaphoid": a fracture, and the seventh character of its code says how it heals.
const ununited = (words: readonly string[]): readonly string[] =>
  words.includes('fracture') || words.includes('fusion')
    ? words
    : words.map(word => (word === 'nonunion' || word === 'malunion' ? 'fracture' : word))

// "disc displacement without myelopathy" is not myelopathy, "not specified as traumatic" is not trauma; only a term
// that contains "without" looks past it.
function present(words: readonly string[], term: ConditionTerm): boolean {
  const without = words.findIndex(word => word === 'without' || word === 'not')
  const considered = without < 0 || term.words.includes('without') ? words : words.slice(0, without)
  return term.words.every(word => considered.includes(word))
}

function bestOf(words: readonly string[], parts: readonly BodyPart[]): Fit | null {
  let best: Fit | null = null
  for (const word of new Set(words)) {
    for (const term of index().get(word) ?? []) {
      if (!fitsPart(term, parts) || !present(words, term)) continue
      const fit = { term, score: scoreOf(term, words), at: Math.min(...term.words.map(of => words.indexOf(of))) }
      if (!best || fit.score > best.score || (fit.score === best.score && fit.at < best.at)) best = fit
    }
  }
  return best
}

function fitsPart({ part }: ConditionTerm, parts: readonly BodyPart[]): boolean {
  if (part === null) return true
  return part === 'none' ? parts.length === 0 : (parts as readonly string[]).includes(part)
}

// "chest pain due to chest contusion" is the contusion; "lumbar strain with radicular complaints" is the strain.
const LINKS: ReadonlySet<string> = new Set(edges.links)

// "nightmares due to post-traumatic stress disorder" are the nightmares, however long the name of their cause.
const CAUSES: ReadonlySet<string> = new Set(edges.causes)

function scoreOf(term: ConditionTerm, words: readonly string[]): number {
  const link = words.findIndex(word => LINKS.has(word))
  const leads = link < 0 || term.words.every(word => words.slice(0, link).includes(word))
  const spans = link >= 0 && !leads && term.words.some(word => words.slice(0, link).includes(word))
  const causes = leads && CAUSES.has(words[link] ?? '') && words[link + 1] === 'to' ? 6 : 0
  const linked = leads || spans ? 2 + causes : 0
  return 2 * term.words.length + (term.part ? 1 : 0) + linked + operated(term, words) - yielding(term)
}

// "inguinal hernia repair" is a state after surgery and not the hernia; "post-laminectomy syndrome" is a complication.
const operated = ({ code }: ConditionTerm, words: readonly string[]): number =>
  /^Z9[0-8]/.test(code ?? '') && !words.some(word => AFTERMATH.has(word)) ? 6 : 0
const AFTERMATH: ReadonlySet<string> = new Set(edges.aftermath)

// Rank within a phrase: diseases and injuries before complaints, injuries of unspecified place last.
function yielding({ code, words }: ConditionTerm): number {
  if (words.every(word => VAGUE.has(word))) return isSymptom(code) ? 22 : 2
  if (code?.startsWith('T14')) return 30
  return isSymptom(code) ? 20 : 0
}

// "lumbar syndrome" also fits "lumbar postlaminectomy syndrome", but says less.
const VAGUE: ReadonlySet<string> = new Set([
  ...bodyParts.filter(entry => !('implied' in entry)).flatMap(({ term }) => phraseWords(term)),
  ...edges.vague,
])

// R: symptoms and signs, except seizures and high blood sugar; back pain, joint pain, limb pain, muscle spasm, chronic
// pain.
const SYMPTOM = /^(?:R(?!56|73)\d\d|M54\.(?:[2569]|8(?!1))|M25\.[56]|M79\.6|M62\.8|G89|H57\.1|H92|H93|H53|R51|L90)/

const isSymptom = (code: string | null): boolean => code !== null && SYMPTOM.test(code)

/**
 * "neck and shoulder pain" falls into two categories, so it has no code; "left hand and wrist sprain" into one. Only
 * conditions that the vocabulary distinguishes by part can be ambiguous.
 */
function overParts(words: readonly string[], parts: readonly BodyPart[], best: Fit): string | null {
  if (parts.length < 2) return best.term.code
  const code = (part: BodyPart) => bestOf(words, [part])
  const kinds = best.term.words.filter(word => !PLACES.has(word)).length
  if (kinds !== 1 && !isSymptom(best.term.code) && !best.term.part) return best.term.code
  // Pain in a knee and an elbow spans several regions; pain in the neck and the back is one of the spine.
  if (JOINTS.test(best.term.code ?? '')) return null
  const codes = parts.map(part => familyCode(words, part) ?? code(part)?.term.code ?? null)
  const alike = codes.filter(each => each?.slice(0, 3) === (best.term.code ?? codes[0])?.slice(0, 3)).length
  // "contusion of face, scalp and neck" is one of the head.
  const most = /^S/.test(best.term.code ?? '') && 2 * alike > codes.length
  return most || alike === codes.length ? (best.term.code ?? codes[0]!) : null
}

const JOINTS = /^M25\.[56]/

const PLACES: ReadonlySet<string> = new Set(BODY_PARTS.flatMap(part => part.split('-')))

// "shoulder and low back pain": the family "pain" has M25 for one part and M54 for the other.
function familyCode(words: readonly string[], part: BodyPart): string | null {
  const single = words.flatMap(word => (index().get(word) ?? []).filter(term => term.words.length === 1))
  return single.find(term => term.part === part)?.code ?? null
}

const lastWords = lazy(headWords)

// A word that can end the name of a condition makes a phrase a condition, even if the rest is unknown: "… syndrome".
function headWords(): ReadonlySet<string> {
  const parts = bodyParts.filter(entry => !('implied' in entry)).flatMap(({ term }) => phraseWords(term).map(canonical))
  const weak = new Set([...edges.qualifiers, ...parts])
  const heads = terms()
    .map(({ words }) => words.at(-1)!)
    .filter(word => word.length > 1 && !weak.has(word))
  const single = terms()
    .filter(({ words }) => words.length === 1)
    .map(({ words }) => words[0]!)
  return new Set([...heads, ...single])
}

// "spondylopathy", "hydrocele": the ending marks a condition that is not in the vocabulary.
const ENDING = new RegExp(`.(?:${edges.endings.map(({ pattern }) => pattern).join('|')})$`)
const NOT_CONDITIONS: ReadonlySet<string> = new Set(edges.notConditions)

/**
 * Whether the phrase names a condition by itself: by a head word, or as a term whose last word is a body part ("trigger
 * thumb").
 */
export const namesCondition: (phrase: string) => boolean = remembered(phrase => {
  const words = conditionWords(phrase)
  const heads = (word: string) => lastWords().has(word) || (ENDING.test(word) && !NOT_CONDITIONS.has(word))
  return words.some(heads) || bestOf(words, []) !== null
}, MOST)
