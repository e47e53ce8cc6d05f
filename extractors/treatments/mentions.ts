import { type InterventionKind, type Span, shift, span } from '../../document/index.ts'
import { findSites, type Term } from '../../terminology/index.ts'
import wordings from '../../vocabulary/context/mentions.json' with { type: 'json' }
import kinds from '../../vocabulary/context/sentences.json' with { type: 'json' }
import { type Modifier, resolver } from '../context/index.ts'
import { joinedSentences } from '../language/joined-sentences.ts'
import { patternsOf } from '../language/named-patterns.ts'
import { type CandidateHit, coordinated, counts, listedWith } from './counting.ts'
import { extent } from './extent/index.ts'
import type { Hit } from './hit.ts'
import { hitsIn, mayHaveOthers, namedIn } from './hits.ts'
import { withoutLabels } from './labels.ts'
import { purposesIn } from './purposes.ts'
import { findModifiers, type Verdict, verdictOf } from './status.ts'

/** A mention of an intervention in the summary. */
export interface Mention extends Span {
  readonly term: Term
  /** The vocabulary's own words within the mention. */
  readonly core: Span
  readonly status: 'received' | 'planned'
  /** The words that state it; without them it is assumed to have been received. */
  readonly cue: Span | null
  /** The name of the rule that decided. */
  readonly rule: string
}

/** A stated work status is in force, even in a plan. */
const STATES: ReadonlySet<string> = new Set(['off-work', 'modified-work', 'no-activity'])
/** Words for a work status, of which restrictions are a part. */
const STATUSES: ReadonlySet<string> = new Set(['off-work', 'modified-work', 'restrictions'])

const wording = patternsOf(wordings)
const kindOfSentence = patternsOf(kinds)

// "The mechanism of injury was pushing a wheelchair", "slipped while using a walker": not a treatment.
const ACCIDENT = kindOfSentence('accident')
const TREATED = kindOfSentence('treated')
const AFTERMATH = kindOfSentence('aftermath')

// "The provider requested a brace. An MRI."
const ENUMERATION = kindOfSentence('enumeration')
const FRAGMENT = kindOfSentence('fragment')
const continuesList = (opening: string, words: string): boolean => ENUMERATION.test(opening) && FRAGMENT.test(words)

/** All interventions and tests of a summary, sentence by sentence. */
export function mentions(summary: string): Mention[] {
  const sentences = joinedSentences(summary, continuesList).map(({ start, words }) => ({
    start,
    sentence: withoutLabels(words),
  }))
  const named = sentences.flatMap(each => {
    const named = namedIn(each.sentence)
    return named.length > 0 || mayHaveOthers(each.sentence) ? [{ ...each, named }] : []
  })
  const modified = named.map(each => ({ ...each, modifiers: modifiersIn(each) }))
  return modified.flatMap(({ start, ...told }) => meantOf(told, start).map(mention => moved(mention, start)))
}

/** A sentence with the terms that it names, and the modifiers outside these. */
interface ToldSentence {
  readonly sentence: string
  readonly named: Hit[]
  readonly modifiers: readonly Modifier[]
}

/** Those that happened to the worker and do not only say whose note is told. */
function meantOf(told: ToldSentence, start: number): Mention[] {
  const { sentence } = told
  const accident = TREATED.test(sentence) ? null : ACCIDENT.exec(sentence)
  return inSentence(told).filter(
    mention => !ofAccident(sentence, accident, mention) && !(start === 0 && titles(sentence, mention)),
  )
}

const modifiersIn = ({ sentence, named }: Omit<ToldSentence, 'modifiers'>): Modifier[] =>
  findModifiers(sentence).filter(
    modifier => !named.some(hit => inside(modifier, hit) && !announces(sentence, modifier, hit)),
  )

// "crushed her hand in a chair lift and needed | surgery": what came after the accident is meant.
function ofAccident(sentence: string, accident: RegExpExecArray | null, { start }: Span): boolean {
  if (!accident || start < accident.index) return false
  const aftermath = AFTERMATH.exec(sentence.slice(accident.index))
  return !aftermath || start < accident.index + aftermath.index
}

// "Orthopedic consultation of 3-4-2015: …", "Podiatry recheck, 40 year old male": the first words say whose note is told.
const titles = (sentence: string, { start, end, term }: Mention): boolean =>
  term.kind === 'consultation' && term.use === null && start === 0 && TITLED.test(sentence.slice(end))
const TITLED = wording('whose-note')

function inSentence({ sentence, named, modifiers }: ToldSentence): Mention[] {
  const hits = hitsIn(sentence, named, modifiers)
  const purposes = purposesIn(sentence, hits)
  const verdicts = verdictsOf(sentence, hits, modifiers)
  let taken = 0
  const read = hits.map((hit, position): CandidateHit | null => {
    const verdict = withList(verdicts[position], hit, modifiers)
    if (!verdict || purposes.has(hit)) return null
    const last = modifiers.findLast(({ end }) => end <= hit.start)
    const before = Math.max(taken, hits[position - 1]?.end ?? 0)
    const from = Math.max(before, last?.end ?? 0)
    const to = hits.find((other, at) => at > position && purposes.get(other) !== hit)?.start ?? sentence.length
    const at = extent(sentence, hit, from, to, position > 0 && from === before)
    taken = at.end
    const counted =
      counts(sentence, withPurposes(hit, purposes), verdict, at) ||
      listedWith(sentence, hits[position - 1], hit, verdict)
    return { hit, verdict, at, counted }
  })
  const accepted = coordinated(sentence, read).map(({ hit, verdict, at }) => mentionOf(sentence, hit, at, verdict))
  return accepted.filter(mention => !outdone(sentence, mention, accepted))
}

/** In "the plan included rest and starting Norco and ice", all is part of the list that the plan opens. */
const withList = (
  verdict: Verdict | null | undefined,
  { start }: Hit,
  modifiers: readonly Modifier[],
): Verdict | null =>
  verdict
    ? { ...verdict, listed: verdict.listed || modifiers.some(({ rule, end }) => rule.opens && end <= start) }
    : null

/** The hit up to the last word of what it is for. */
const withPurposes = (hit: Hit, purposes: ReadonlyMap<Hit, Hit>): Hit => ({
  ...hit,
  end: Math.max(hit.end, ...Array.from(purposes, ([purpose, service]) => (service === hit ? purpose.end : 0))),
})

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

// "modified work" is a treatment and modifies nothing; "current medications" is a treatment and opens a list, unless it
// is an item of one itself ("to continue current medications, and an MRI").
const announces = (sentence: string, { rule, end }: Modifier, { term }: Hit): boolean =>
  rule.opens !== undefined && term.concept === 'medication' && !AN_ITEM.test(sentence.slice(end))

const AN_ITEM = wording('an-item')

function mentionOf(sentence: string, hit: Hit, at: Span, { status, cue }: Verdict): Mention {
  const { term } = hit
  const core = span(hit.start, hit.end)
  const referred = REFERRED.exec(sentence.slice(at.start, at.end))
  if (referred) {
    const start = at.start + referred[0].length
    const cue = span(at.start, start)
    const status = TOOK_PLACE.test(sentence.slice(at.end)) ? 'received' : 'planned'
    return { ...span(start, at.end), term, core, status, cue, rule: `treatments/${status}:referred` }
  }
  if (!cue && UPCOMING.test(sentence.slice(at.start, at.end + 30)))
    return { ...at, term, core, status: 'planned', cue, rule: 'treatments/planned:upcoming' }
  return {
    ...(term.kind === 'consultation' ? withoutVerb(sentence, at) : withoutCount(sentence, at, term.kind)),
    term,
    core,
    status: STATES.has(term.concept) ? 'received' : status,
    cue,
    rule: cue ? `treatments/${cue.category}:${cue.rule.id}` : 'treatments/no-modifier',
  }
}

// "evaluated by a | neurosurgeon", "a single | orthopedic consult"
const withoutVerb = (sentence: string, { start, end }: Span): Span =>
  span(start + (VISIT_VERB.exec(sentence.slice(start, end))?.[0].length ?? 0), end)
const VISIT_VERB = wording('visit-verb')

const moved = (mention: Mention, by: number): Mention => ({
  ...mention,
  ...shift(mention, by),
  core: shift(mention.core, by),
  cue: mention.cue && shift(mention.cue, by),
})

// "Norco 7.5mg #60, |", "medications: |", "medications including |", "(1) Norco (2) |"
const NEXT_DRUG = wording('next-drug')

// "continue Norco, Flexeril and Ultram": what directly precedes a list of drugs applies to all of them.
function verdictsOf(sentence: string, hits: readonly Hit[], modifiers: readonly Modifier[]): (Verdict | null)[] {
  const verdicts: (Verdict | null)[] = []
  const resolve = resolver(sentence, modifiers, hits)
  for (const [position, hit] of hits.entries()) {
    const verdict = verdictOf(resolve(hit))
    const [previous, last] = [hits[position - 1], verdicts.at(-1)]
    const same =
      previous?.term.kind === 'medication' && hit.term.drug && NEXT_DRUG.test(sentence.slice(previous.end, hit.start))
    const between = same && !modifiers.some(({ start, end }) => start >= previous.end && end <= hit.start)
    verdicts.push(verdict && last?.next && between ? last : verdict)
  }
  return verdicts
}

// "was referred to pain management": the verb is not part of the name, and the referral is still to come.
const REFERRED = wording('referred')

// "transferred to an orthopedist, | who placed him in a boot"
const TOOK_PLACE = wording('took-place')

// "Referral to a podiatrist for the heel.", "has an appointment with the neurologist": nothing says that it took place.
// "Follow-up visit in | six weeks."
const UPCOMING = wording('upcoming')

// "physical therapy sessions": the sessions only count the same thing, unless something follows ("sessions for the
// knee").
function withoutCount(sentence: string, { start, end }: Span, kind: InterventionKind): Span {
  const lasting = LASTING.exec(sentence.slice(start, end))?.[0].length ?? 0
  const hired = kind === 'device' ? (HIRED.exec(sentence.slice(start, end))?.[0].length ?? 0) : 0
  return withoutSessions(sentence, span(start + lasting, end - hired))
}

// "three day | hospitalization", "a 30-day | trial", "both | hearing aids"
const LASTING = wording('lasting')
// "interferential unit | rental"
const HIRED = wording('hired')

function withoutSessions(sentence: string, at: Span): Span {
  const count = SESSIONS.exec(sentence.slice(at.start, at.end))
  return count ? span(at.start, at.end - count[0].length) : at
}
const SESSIONS = wording('sessions')

/** Words for what their sentence may list in detail, although they are not generic. */
const INTRODUCING: ReadonlySet<string> = new Set(['laboratory', 'modalities', 'pre-op'])

/** "medications including Naproxen": the general word counts only if nothing more specific accompanies it. */
function outdone(sentence: string, mention: Mention, others: readonly Mention[]): boolean {
  // "modified duty with no lifting"
  if (mention.term.concept === 'no-activity') return others.some(({ term }) => STATUSES.has(term.concept))
  if (mention.term.use !== 'generic' && !INTRODUCING.has(mention.term.concept)) return false
  const specific = others.filter(({ term }) => term.use !== 'generic' || (term.drug && !mention.term.drug))
  if (
    mention.term.use === 'generic' &&
    mention.term.kind !== 'other' &&
    specific.some(
      other => other.term.use !== 'generic' && more(other.term, mention.term) && !elsewhere(sentence, mention, other),
    )
  )
    return true
  return (
    INCLUDING.test(sentence.slice(mention.end, mention.end + 30)) &&
    specific.some(
      ({ start, term }) => start > mention.end && (mention.term.kind !== 'medication' || term.kind === 'medication'),
    )
  )
}

// "conservative treatment, including ice": the general word introduces what follows.
const INCLUDING = wording('including')

// "carpal tunnel release and | knee surgery"
function elsewhere(sentence: string, one: Mention, other: Mention): boolean {
  if (one.term.kind !== 'surgery') return false
  const [here, there] = [partsOf(sentence, one), partsOf(sentence, other)]
  return here.length > 0 && !here.some(part => there.includes(part))
}

const partsOf = (sentence: string, { start, end }: Span): string[] =>
  findSites(sentence.slice(start, end)).map(({ part }) => part.value)

// "left elbow surgery, assistant surgeon": who assists is not what is done.
const more = (specific: Term, general: Term): boolean =>
  specific.kind === general.kind &&
  specific.subcategory !== 'Adjunct Surgical Services' &&
  (!general.drug || specific.subcategory === general.subcategory)
