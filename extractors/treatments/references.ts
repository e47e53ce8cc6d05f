import type { Term } from '../../terminology/index.ts'
import wordings from '../../vocabulary/context/mentions.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import { SPECIALISTS } from './hit.ts'
import type { Mention } from './mentions.ts'

const wording = patternsOf(wordings)

// "relief after the injection": refers to one mentioned before.
// and "approved the surgery, therapy and | brace", "for use after | surgery"
const DEFINITE = wording('definite')

// "a repeat | injection" after "epidural steroid injection"
const AGAIN = wording('again')

// "the reviewer passed | supplies" after "catheter supplies": what a review decides on has been named before.
const BY_REVIEW = /:(?:payer-|utilization-review|met-with-denial|took-away|not-allowed|but-not-with|approved-but-not)/

/** Whether a mention only refers back to an intervention that the summary names elsewhere. */
export function isReference(mention: Mention, named: NamedInterventions, summary: string): boolean {
  const { start, end, term } = mention
  const text = summary.slice(start, end)
  const told = isItem(mention, summary) ? null : withoutArticle(term, text, named)
  if (told !== null) return told
  const firstOf = (key: string): number => named.first.get(`${term.kind} ${key}`) ?? Number.POSITIVE_INFINITY
  if (term.use === 'generic' && AGAIN.test(summary.slice(Math.max(0, start - 20), start)))
    return firstOf(SPECIFICALLY) < start
  const decided = BY_REVIEW.test(mention.rule) && mention.status === 'planned'
  if (!decided && !DEFINITE.test(summary.slice(Math.max(0, start - 60), start))) return false
  if (term.use === 'generic' && firstOf(SPECIFICALLY) < start) return true
  // "denied the | physical therapy" after "postoperative physical therapy"
  if (term.kind === 'therapy' && firstOf(`${POSTOPERATIVE} ${term.concept}`) < start) return true
  // "the laboratory tests" after "a CBC"
  if (term.concept === 'laboratory' && (named.first.get(LABORATORY) ?? start) < start) return true
  const name = nounOf(singular(text))
  if (name.includes(' ')) return false
  // "the brace" after "a custom ankle brace": repeats the last word alone; "the psychotherapy" after "cognitive
  // behavioral therapy"
  // "the counseling", which is behavioral, after "nutrition counseling", which is a program
  const before = Math.min(firstOf(name), named.first.get(`${WHATEVER} ${name}`) ?? start)
  return before < start || (term.broad && firstOf(`concept ${term.concept}`) < start)
}

// "Treatment rendered included x-rays, | consultation, | rest": an item of a list is meant by itself.
const isItem = ({ start, end, term, cue }: Mention, summary: string): boolean =>
  term.concept === 'consultation' &&
  cue !== null &&
  /(?:, |: |included )$/.test(summary.slice(Math.max(0, start - 12), start)) &&
  /^(?:, |\.|$| and\b)/.test(summary.slice(end, end + 5))

/** Whether words refer back that need no article for it; `null` for all others. */
function withoutArticle({ concept, kind }: Term, text: string, named: NamedInterventions): boolean | null {
  const name = singular(text)
  // "medications and evaluations" in a list of what was done is more than that
  if (concept === 'consultation' && !/s$/i.test(text)) return named.specific
  // "six further sessions of therapy" for a worker who sees a psychologist
  if (concept === 'therapy' && named.behavioral) return !named.therapist
  // "continued therapy" for a worker who has occupational therapy only
  if (concept === 'therapy' && name === 'therapy' && named.otherTherapist) return true
  // "has not gained from | bracing" after "an ankle brace"
  if (kind === 'device' && AS_ACTION.has(name)) return named.first.has(`device ${AS_ACTION.get(name)}`)
  // "the specialist consultation" after "consultation with a urologist"
  return ANY_SPECIALIST.test(name) ? named.specialists > 1 : null
}

const AS_ACTION: ReadonlyMap<string, string> = new Map([
  ['bracing', 'brace'],
  ['splinting', 'splint'],
])
const ANY_SPECIALIST = wording('any-specialist')

/** What a summary names, for references back to it. */
export interface NamedInterventions {
  /** A visit to a specialist, which may be what another sentence calls a comprehensive consultation. */
  readonly specific: boolean
  readonly behavioral: boolean
  readonly therapist: boolean
  /** How many visits to specialists. */
  readonly specialists: number
  /** Occupational or hand therapy, and no physical therapy. */
  readonly otherTherapist: boolean
  /** By kind with the last word of a longer name, with its concept, or with `SPECIFICALLY`: where the first such mention begins. */
  readonly first: ReadonlyMap<string, number>
}

const SPECIFICALLY = '*'
const WHATEVER = 'any'
const LABORATORY = 'Lab & Pathology'
const POSTOPERATIVE = 'post'
const POSTOPERATIVE_COURSE = wording('after-surgery')

/** Collects what the mentions of a summary name. */
export function namedInterventions(summary: string, mentions: readonly Mention[]): NamedInterventions {
  const first = new Map<string, number>()
  for (const mention of mentions)
    for (const key of keysOf(summary, mention)) first.set(key, Math.min(mention.start, first.get(key) ?? mention.start))
  const concepts = new Set(mentions.map(({ term }) => term.concept))
  return {
    specific: concepts.intersection(SPECIALISTS).size > 0,
    behavioral: mentions.some(({ term }) => term.kind === 'behavioral'),
    otherTherapist: !concepts.has('pt') && (concepts.has('ot') || concepts.has('hand-therapy')),
    therapist: concepts.has('pt') || concepts.has('ot'),
    specialists: mentions.filter(({ term }) => term.concept === 'specialist' || term.concept === 'surgeon').length,
    first,
  }
}

/** The keys under which `first` holds a mention. */
function keysOf(summary: string, { start, end, core, term }: Mention): string[] {
  const { kind, concept } = term
  const nouns = [
    { start, end },
    { start: core.start, end: core.end },
  ].flatMap(at => lastOfMany(singular(summary.slice(at.start, at.end)).split(' ')))
  const course = kind === 'therapy' && POSTOPERATIVE_COURSE.test(summary.slice(start, end))
  return [
    ...nouns.flatMap(noun => [`${kind} ${noun}`, `${WHATEVER} ${noun}`]),
    `${kind} concept ${concept}`,
    ...(term.subcategory === LABORATORY && concept !== 'laboratory' ? [LABORATORY] : []),
    ...(course ? [`therapy ${POSTOPERATIVE} ${concept}`] : []),
    ...(course && concept === 'therapy' ? [`therapy ${POSTOPERATIVE} pt`] : []),
    ...(term.use === 'generic' ? [] : [`${kind} ${SPECIFICALLY}`]),
  ]
}

const lastOfMany = (words: readonly string[]): string[] => (words.length > 1 ? [nounOf(words.at(-1)!)] : [])

const singular = (text: string): string => text.toLowerCase().replace(/s$/, '')

/** "the brace" may be an orthosis that was named before. */
const SAME_NOUN: ReadonlyMap<string, string> = new Map([
  ['orthosi', 'brace'],
  ['orthose', 'brace'],
  ['support', 'brace'],
  ['shot', 'injection'],
])
const nounOf = (word: string): string => SAME_NOUN.get(word) ?? word
