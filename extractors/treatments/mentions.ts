import { type Span, span } from '../../document/index.ts'
import { splitList } from '../lists.ts'
import type { Phrase } from '../phrases.ts'
import { sentences } from '../sentences.ts'
import { findCues, judge, type PlacedCue, type Verdict } from './cues.ts'
import { extent } from './extent.ts'
import { respelled } from './spelling.ts'
import { findTerms, type Term } from './terms.ts'

/** An intervention where the summary speaks of it. */
export interface Mention extends Span {
  readonly term: Term
  readonly status: 'received' | 'planned'
  readonly sentence: number
}

/** A sentence this long is a whole letter's; its end is left unread rather than read slowly. */
const LONGEST = 6000

/** All interventions and tests of a summary, sentence by sentence. */
export function mentions(summary: string): Mention[] {
  const found: Mention[] = []
  for (const [index, at] of sentences(summary).entries()) {
    const sentence = summary.slice(at.start, Math.min(at.end, at.start + LONGEST))
    for (const mention of inSentence(sentence, index))
      found.push({ ...mention, start: mention.start + at.start, end: mention.end + at.start })
  }
  return found
}

function inSentence(sentence: string, index: number): Mention[] {
  const cues = findCues(sentence)
  const hits = withUnknownDrugs(sentence, cues, findTerms(sentence).filter(hit => inCapitals(sentence, hit)))
  const accepted = hits.flatMap((hit, position) => {
    const verdict = judge(sentence, hit, cues.filter(cue => !inside(cue, hit)))
    if (!verdict || !counts(hit.term, verdict)) return []
    const { start, end, term } = hit
    const limits = [hits[position - 1]?.end ?? 0, hits[position + 1]?.start ?? sentence.length] as const
    const at = extent(sentence, { start, end, drug: term.drug }, ...limits)
    return [{ ...at, term, status: verdict.status, sentence: index }]
  })
  return accepted.filter(mention => !outdone(mention, accepted))
}

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

const SHORT_WORDS: ReadonlySet<string> = new Set(['ice', 'gym', 'lab', 'van', 'cam', 'msm', 'soma'])

// "PT" is a therapy and "pt" a patient, "US" ultrasound and "us" a pronoun.
function inCapitals(sentence: string, { start, end }: Span): boolean {
  const word = sentence.slice(start, end)
  return !/^[A-Za-z]{2,4}$/.test(word) || !ACRONYM.has(word.toLowerCase()) || word === word.toUpperCase()
}

const ACRONYM: ReadonlySet<string> = new Set(
  'pt ot ct ua if rn hep fce ekg ecg emg ncv ncs uds udt esi tpi rfa prp sad rcr ctr mua cpm scd tms cbt frp ttd lso afo acl omt ems tns mac eds edx abi mra mri dme snf icu scs'.split(' '),
)

/** Words that mean little alone count only where a cue names them. */
function counts({ use }: Term, { listed, cued }: Verdict): boolean {
  if (use === 'listed') return listed
  if (use === 'generic') return listed || cued
  return true
}

/** "medications including Naproxen": the general word counts only where nothing more specific stands beside it. */
function outdone(mention: Mention, others: readonly Mention[]): boolean {
  if (mention.term.use !== 'generic') return false
  const specific = others.filter(({ term }) => term.use !== 'generic')
  if (mention.term.kind === 'other') return specific.length > 0
  return specific.some(({ term }) => more(term, mention.term))
}

const more = (specific: Term, general: Term): boolean =>
  specific.kind === general.kind && (!general.drug || specific.subcategory === general.subcategory)

const MEDICATIONS = /medications?\b[^.:]{0,40}$|\btaking$/i

/** "Current medications include Naproxen, Zyxomol 5mg and Ketaprofen": what a list of drugs names is a drug. */
function withUnknownDrugs(sentence: string, cues: readonly PlacedCue[], hits: Phrase<Term>[]): Phrase<Term>[] {
  const cue = cues.find(({ means, end }) => means === 'received' && MEDICATIONS.test(sentence.slice(Math.max(0, end - 45), end)))
  if (!cue) return hits
  const unknown = splitList(sentence, span(cue.end, sentence.length))
    .filter(item => !hits.some(hit => hit.start < item.end && hit.end > item.start))
    .flatMap(item => unknownDrug(sentence, item))
  return [...hits, ...unknown].sort((a, b) => a.start - b.start)
}

// "Zyxomol 5mg": a name and a strength; a bare name must be nearly that of a drug.
const NAMED = /^(?:include[sd]?:? |including )?([A-Za-z][A-Za-z-]{3,})(?= \d[\d.,/-]* ?(?:mg|mcg|%))/
const WORD = /^(?:include[sd]?:? |including )?([A-Za-z][A-Za-z-]{5,})/

function unknownDrug(sentence: string, item: Span): Phrase<Term>[] {
  const text = sentence.slice(item.start, item.end)
  const match = NAMED.exec(text) ?? WORD.exec(text)
  const term = match && (respelled(match[1]!) ?? (NAMED.test(text) ? UNKNOWN : null))
  if (!match || !term) return []
  const start = item.start + match[0].length - match[1]!.length
  const own = term === UNKNOWN ? { ...term, concept: match[1]!.toLowerCase() } : term
  return [{ ...span(start, start + match[1]!.length), term: own }]
}

const UNKNOWN: Term = {
  concept: '',
  kind: 'medication',
  category: 'Pharmaceuticals',
  subcategory: null,
  drug: true,
  use: null,
  weak: false,
}
