import { type Span, span } from '../../document/index.ts'
import { findSpecialists, findTerms, type Phrase, respelled, type Term } from '../../terminology/index.ts'
import type { Modifier } from '../context/index.ts'
import { splitList } from '../language/lists.ts'

/** A term of the vocabulary at its place in a sentence. */
export type Hit = Phrase<Term>

/** The vocabulary's terms in a sentence, as far as they are meant: "pt" for patient is not physical therapy. */
export const namedIn = (sentence: string): Hit[] =>
  findTerms(sentence).filter(hit => inCapitals(sentence, hit) && !CAUSING.test(sentence.slice(hit.end, hit.end + 24)))

// "opioid-induced constipation", "narcotic dependence", "wheelchair bound": an effect or a state, not a treatment.
const CAUSING =
  /^(?:[- /](?:bound|bed bound|mobility|induced|related|associated|dependen\w+|agreement|contract|addiction|abuse|misuse|overuse|tolerance|withdrawal|overdose|use disorder|seeking|allerg\w+|na[iï]ve|toxicity|syndrome))\b/i

/** The same with unknown drugs that their list identifies, and with two names of one thing combined. */
export const hitsIn = (sentence: string, named: Hit[], modifiers: readonly Modifier[]): Hit[] =>
  joined(sentence, withUnknownDrugs(sentence, modifiers, withSpecialists(sentence, named)))

// "referral to orthopedics and | neurology", "consultation with a psychologist, | an internist, and | a urologist."
const ANOTHER = /^(?:, (?:and |or )?| and | or |\/| & )(?:to )?(?:an? |the )?/
const AFTER_SPECIALIST =
  /^(?:[.,;:)]|$| (?:for|was|were|is|are|and|or|to|due|as|with|at|on|by|which|who|regarding|consultations?|evaluations?|referrals?)\b)/

/** A visit includes the specialist; each further specialist in the list is another visit. */
function withSpecialists(sentence: string, hits: Hit[]): Hit[] {
  const visits = hits.filter(({ term }) => VISITED.has(term.concept))
  if (visits.length === 0) return hits
  const others = visits.flatMap(visit => following(sentence, visit))
  const added = others.filter(other => !hits.some(hit => hit.start < other.end && hit.end > other.start))
  return added.length === 0 ? hits : [...hits, ...added].sort((a, b) => a.start - b.start)
}

const VISITED: ReadonlySet<string> = new Set(['specialist', 'surgeon', 'psych-evaluation', 'dental'])

function following(sentence: string, visit: Hit): Hit[] {
  const found: Hit[] = []
  for (let { end } = visit; ; ) {
    const joint = ANOTHER.exec(sentence.slice(end, end + 20))
    const from = end + (joint?.[0].length ?? 0)
    const next = joint && findSpecialists(sentence.slice(from, from + 60))[0]
    if (!next || next.start > 0 || !AFTER_SPECIALIST.test(sentence.slice(from + next.end))) return found
    end = from + next.end
    found.push({ ...span(from, end), term: next.term })
  }
}

// "PT" is a therapy and "pt" a patient; "US" is ultrasound and "us" a pronoun.
function inCapitals(sentence: string, { start, end }: Span): boolean {
  const word = sentence.slice(start, end)
  return !/^[A-Za-z]{2,4}$/.test(word) || !ACRONYM.has(word.toLowerCase()) || word === word.toUpperCase()
}

const ACRONYM: ReadonlySet<string> = new Set(
  'pt ot ct ua if rn hep fce ekg ecg emg ncv ncs uds udt esi tpi rfa prp sad rcr ctr mua cpm scd tms cbt frp ttd lso afo acl omt ems tns mac eds edx abi mra mri dme snf icu scs cbc cmp bmp esr crp ana inr ggt tsh cpk adr tsa ptt tms rfa adl'.split(
    ' ',
  ),
)

// "hydrocodone-acetaminophen", "Flurbiprofen 20%/Zyxomol 5%, Baclofen 2%": what comes between the ingredients of one
// drug.
const COMPOUND =
  /^(?:-|\/| \/ |[\s,/-]+(?:and )?\d[\d.]*\s?(?:%|percent) |(?: (?:hcl|hydrochloride|sodium|citrate))?\s?\d[\d.]*\s?(?:%|percent)(?:[\s,/-]+(?:and )?[A-Za-z][A-Za-z ]{2,25}\s\d[\d.]*\s?(?:%|percent))*[\s,/-]+(?:and |with )?)$/i

// "compounded cream (ketoprofen, baclofen and menthol)", "topical compound of Zyxomol 5% and menthol 2%"
const CONTAINS =
  /^(?=.*(?:\(|:|%|\d|with|contain|consist|of|includ|percent))[\s\d.,%:/()+-]*(?:(?:percent,?|and|with|containing|consisting of|of|including|cream|gel) ?){0,3}$/

const STUDIES: ReadonlySet<string> = new Set(['emg', 'ncv', 'emg-ncv'])

// "injection of 60 mg of Toradol", "injected with Kenalog / lidocaine"
const INJECTED = /^ (?:of|with) (?:\d[\d.]* ?(?:mg|cc|ml)s? (?:of )?)?(?:IM )?$/i

/** A single hit for one thing with two names. */
function joined(sentence: string, hits: readonly Hit[]): Hit[] {
  const whole: Hit[] = []
  for (const hit of hits) {
    const previous = whole.at(-1)
    const end = previous && joinedEnd(sentence, previous, hit)
    if (previous && end) whole[whole.length - 1] = { ...previous, end }
    else whole.push(hit)
  }
  return whole
}

const GIVEN_AS: ReadonlySet<string> = new Set(['therapy', 'inhaler'])

function joinedEnd(sentence: string, previous: Hit, hit: Hit): number | null {
  const between = sentence.slice(previous.end, hit.start)
  if (between.length > 120) return null
  // "opioid therapy", "albuterol inhaler"
  if (previous.term.drug && GIVEN_AS.has(hit.term.concept) && between === ' ') return hit.end
  // "injection of Toradol 60 mg", "injection with lidocaine and Kenalog"
  if (previous.term.kind === 'injection' && hit.term.drug && hit.term.use !== 'generic' && INJECTED.test(between))
    return hit.end
  if (previous.term.kind !== hit.term.kind) return null
  return (
    bracketedEnd(sentence, between, hit) ??
    (hit.term.drug ? mixedEnd(previous, between, hit) : pairedEnd(previous, between, hit))
  )
}

// "electromyography (EMG)", "Zyxomol (naproxen)", "transcutaneous electrical nerve stimulation (TENS) unit"
function bracketedEnd(sentence: string, between: string, { start, end }: Hit): number | null {
  if (!/^ ?\($/.test(between)) return null
  if (sentence[end] === ')') return end + 1
  return sentence.slice(start, end).includes(')') ? end : null
}

function pairedEnd({ term }: Hit, between: string, hit: Hit): number | null {
  // "narcotic pain medications"
  if (term.use === 'generic' && term.drug && hit.term.concept === 'medication' && between === ' ') return hit.end
  // "electromyography (EMG)/nerve conduction velocity (NCV)"
  const both = STUDIES.has(term.concept) && STUDIES.has(hit.term.concept)
  return both && /^(?: ?\/ ?|-| and | & )$/.test(between) ? hit.end : null
}

function mixedEnd({ term }: Hit, between: string, hit: Hit): number | null {
  const generic = term.use === 'generic' && /^Topical/.test(term.subcategory ?? '')
  return COMPOUND.test(between) || (generic && CONTAINS.test(between)) ? hit.end : null
}

const MEDICATIONS =
  /medications?\b[^.:]{0,40}$|\b(?:tak(?:es|en|ing)|us(?:es|ed|ing)|utiliz(?:es|ing)|currently on|prescribed|started on|refilled|tried|trialed)$/i

/** "Current medications include Naproxen, Zyxomol 5mg and Ketaprofen": names in a list of drugs are drugs. */
function withUnknownDrugs(sentence: string, modifiers: readonly Modifier[], hits: Hit[]): Hit[] {
  const cue = modifiers.find(
    ({ category, end }) => category === 'received' && MEDICATIONS.test(sentence.slice(Math.max(0, end - 45), end)),
  )
  if (!cue) return hits
  const unknown = splitList(sentence, span(cue.end, sentence.length))
    .slice(0, MOST)
    .filter(item => !hits.some(hit => hit.start < item.end && hit.end > item.start))
    .flatMap(item => unknownDrug(sentence, item))
  return [...hits, ...unknown].sort((a, b) => a.start - b.start)
}

/** No list of drugs is longer; this limits the work on a hostile sentence. */
const MOST = 60

// "Zyxomol 5mg": a name with a strength; a bare name must be close to that of a drug.
const NAMED = /^(?:include[sd]?:? |including )?([A-Za-z][A-Za-z-]{3,})(?= \d[\d.,/-]* ?(?:mg|mcg|%))/
const WORD = /^(?:include[sd]?:? |including )?([A-Za-z][A-Za-z-]{5,})/

function unknownDrug(sentence: string, item: Span): Hit[] {
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
  ingredients: [],
  use: null,
  broad: false,
  weak: false,
}
