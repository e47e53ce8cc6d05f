import { type Span, shift, span } from '../../document/index.ts'
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
  /** The words of the vocabulary among the mention's. */
  readonly core: Span
  readonly status: 'received' | 'planned'
  /** A cue says so; without one it was only taken to be received. */
  readonly cued: boolean
  readonly sentence: number
}

/** A sentence this long is a whole letter's; its end is left unread rather than read slowly. */
const LONGEST = 6000

/** A work status is in force once it is stated, also in a plan. */
const STATES: ReadonlySet<string> = new Set(['off-work', 'modified-work'])

/** All interventions and tests of a summary, sentence by sentence. */
export function mentions(summary: string): Mention[] {
  const found: Mention[] = []
  for (const [index, at] of sentences(summary).entries()) {
    const sentence = summary.slice(at.start, Math.min(at.end, at.start + LONGEST))
    for (const mention of inSentence(sentence, index))
      found.push({ ...mention, ...shift(mention, at.start), core: shift(mention.core, at.start) })
  }
  return found
}

function inSentence(sentence: string, index: number): Mention[] {
  const named = findTerms(sentence).filter(hit => inCapitals(sentence, hit))
  const cues = findCues(sentence).filter(cue => !named.some(hit => inside(cue, hit)))
  const hits = joined(sentence, withUnknownDrugs(sentence, cues, named))
  const verdicts = verdictsOf(sentence, hits, cues)
  const accepted = hits.flatMap((hit, position) => {
    const verdict = verdicts[position]
    if (!verdict || !counts(hit.term, verdict)) return []
    const status = STATES.has(hit.term.concept) ? 'received' : verdict.status
    const { start, end, term } = hit
    const cue = cues.findLast(cue => cue.end <= start)
    const from = Math.max(hits[position - 1]?.end ?? 0, cue?.end ?? 0)
    const limits = [from, hits[position + 1]?.start ?? sentence.length] as const
    const at = extent(sentence, { start, end, drug: term.drug }, ...limits)
    return [{ ...withoutCount(sentence, at), term, core: hit, status, cued: verdict.cued, sentence: index }]
  })
  return accepted.filter(mention => !outdone(sentence, mention, accepted))
}

// "hydrocodone-acetaminophen", "Flurbiprofen 20%/Zyxomol 5%, Baclofen 2%": what stands between the parts of one drug.
const COMPOUND =
  /^(?:-|\/| \/ |[\s,/-]+(?:and )?\d[\d.]*\s?(?:%|percent) |(?: (?:hcl|hydrochloride|sodium|citrate))?\s?\d[\d.]*\s?(?:%|percent)(?:[\s,/-]+(?:and )?[A-Za-z][A-Za-z ]{2,25}\s\d[\d.]*\s?(?:%|percent))*[\s,/-]+(?:and |with )?)$/i

// "compounded cream (ketoprofen, baclofen and menthol)", "topical compound of Zyxomol 5% and menthol 2%"
const CONTAINS = /^[\s\d.,%:/()+-]*(?:(?:percent,?|and|with|containing|consisting of|of|including|cream|gel) ?){0,3}$/

/** One hit for what is one thing in two names. */
function joined(sentence: string, hits: readonly Phrase<Term>[]): Phrase<Term>[] {
  const whole: Phrase<Term>[] = []
  for (const hit of hits) {
    const previous = whole.at(-1)
    const end = previous && joinedEnd(sentence, previous, hit)
    if (previous && end) whole[whole.length - 1] = { ...previous, end }
    else whole.push(hit)
  }
  return whole
}

function joinedEnd(sentence: string, previous: Phrase<Term>, hit: Phrase<Term>): number | null {
  const between = sentence.slice(previous.end, hit.start)
  if (previous.term.kind !== hit.term.kind || between.length > 120) return null
  // "electromyography (EMG)", "Zyxomol (naproxen)"
  if (/^ ?\($/.test(between) && sentence[hit.end] === ')') return hit.end + 1
  if (!hit.term.drug) return null
  const generic = previous.term.use === 'generic' && /^Topical/.test(previous.term.subcategory ?? '')
  return COMPOUND.test(between) || (generic && CONTAINS.test(between)) ? hit.end : null
}

// "continue Norco, Flexeril and Ultram": what directly precedes a list of drugs holds for all of them.
function verdictsOf(sentence: string, hits: readonly Phrase<Term>[], cues: readonly PlacedCue[]): (Verdict | null)[] {
  const verdicts: (Verdict | null)[] = []
  for (const [position, hit] of hits.entries()) {
    const verdict = judge(sentence, hit, cues, hits)
    const [previous, last] = [hits[position - 1], verdicts.at(-1)]
    const same =
      previous?.term.drug &&
      hit.term.drug &&
      /^[^.;:]{0,30}?(?:, |,? and | \/ )$/.test(sentence.slice(previous.end, hit.start))
    const between = same && !cues.some(cue => cue.start >= previous.end && cue.end <= hit.start)
    verdicts.push(verdict && last?.next && between ? last : verdict)
  }
  return verdicts
}

// "physical therapy sessions": the sessions are a count of the same thing, unless they go on ("sessions for the knee").
function withoutCount(sentence: string, at: Span): Span {
  const count = /(?<!office| clinic|follow-up|follow up) (?:sessions?|visits?)$/i.exec(sentence.slice(at.start, at.end))
  return count ? span(at.start, at.end - count[0].length) : at
}

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

// "PT" is a therapy and "pt" a patient, "US" ultrasound and "us" a pronoun.
function inCapitals(sentence: string, { start, end }: Span): boolean {
  const word = sentence.slice(start, end)
  return !/^[A-Za-z]{2,4}$/.test(word) || !ACRONYM.has(word.toLowerCase()) || word === word.toUpperCase()
}

const ACRONYM: ReadonlySet<string> = new Set(
  'pt ot ct ua if rn hep fce ekg ecg emg ncv ncs uds udt esi tpi rfa prp sad rcr ctr mua cpm scd tms cbt frp ttd lso afo acl omt ems tns mac eds edx abi mra mri dme snf icu scs'.split(
    ' ',
  ),
)

/** Words that mean little alone count only where a cue names them. */
function counts({ use }: Term, { listed, cued }: Verdict): boolean {
  if (use === 'listed') return listed
  if (use === 'generic') return listed || cued
  return true
}

/** "medications including Naproxen": the general word counts only where nothing more specific stands beside it. */
function outdone(sentence: string, mention: Mention, others: readonly Mention[]): boolean {
  if (mention.term.use !== 'generic') return false
  const specific = others.filter(({ term }) => term.use !== 'generic' || (term.drug && !mention.term.drug))
  if (mention.term.kind !== 'other' && specific.some(({ term }) => term.use !== 'generic' && more(term, mention.term)))
    return true
  return (
    INCLUDING.test(sentence.slice(mention.end, mention.end + 30)) && specific.some(({ start }) => start > mention.end)
  )
}

// "conservative treatment, including ice": the general word announces what follows.
const INCLUDING = /^(?:,? (?:including|such as|consisting of|with|like|that included|in the form of)\b|:| \()/

const more = (specific: Term, general: Term): boolean =>
  specific.kind === general.kind && (!general.drug || specific.subcategory === general.subcategory)

const MEDICATIONS = /medications?\b[^.:]{0,40}$|\btaking$/i

/** "Current medications include Naproxen, Zyxomol 5mg and Ketaprofen": what a list of drugs names is a drug. */
function withUnknownDrugs(sentence: string, cues: readonly PlacedCue[], hits: Phrase<Term>[]): Phrase<Term>[] {
  const cue = cues.find(
    ({ means, end }) => means === 'received' && MEDICATIONS.test(sentence.slice(Math.max(0, end - 45), end)),
  )
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
  broad: false,
  weak: false,
}
