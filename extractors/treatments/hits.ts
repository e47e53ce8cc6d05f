import { type Span, span } from '../../document/index.ts'
import { findSpecialists, findTerms, isWord, respelled, type Term } from '../../terminology/index.ts'
import services from '../../vocabulary/terms/services.json' with { type: 'json' }
import type { Modifier } from '../context/index.ts'
import { splitList } from '../language/lists.ts'
import { joined } from './compounds.ts'
import type { Hit } from './extent.ts'

/** The vocabulary's terms in a sentence, as far as they are meant: "pt" for patient is not physical therapy. */
export const namedIn = (sentence: string): Hit[] =>
  findTerms(sentence)
    .filter(hit => inCapitals(sentence, hit) && isMeant(sentence, hit))
    .map(hit => withoutHeading(sentence, hit))

// "Work status: modified | duty": only the status is the treatment
function withoutHeading(sentence: string, hit: Hit): Hit {
  const heading = /^work status: /i.exec(sentence.slice(hit.start, hit.end))
  const duty = heading && /^ (?:duty|duties|work|activit(?:y|ies))\b/i.exec(sentence.slice(hit.end, hit.end + 14))
  return duty ? { ...hit, start: hit.start + heading[0].length, end: hit.end + duty[0].length } : hit
}

function isMeant(sentence: string, { start, end, term }: Hit): boolean {
  const [before, after] = [sentence.slice(Math.max(0, start - 40), start), sentence.slice(end, end + 24)]
  if (CAUSING.test(after) || INJURY.test(before) || isPerson(sentence, { start, end })) return false
  if (
    term.kind === 'activity' &&
    LIMITED.test(before) &&
    /^(?:walking|standing|exercise)$/i.test(sentence.slice(start, end))
  )
    return false
  if (isClotting(sentence, { start, end })) return false
  if (term.concept === 'medication' && PRESCRIPTION.test(sentence.slice(start, end)) && / for /.test(after.slice(0, 5)))
    return false
  if (PLACE.test(before) && /(?:clinic|urgent care|emergency room)$/i.test(sentence.slice(start, end))) return false
  if (term.kind === 'consultation') return !DOCUMENT.test(after) && !SOMEONE.test(sentence.slice(start, end))
  if (term.concept === 'ct' && CARPAL.test(sentence.slice(start, end))) return false
  if (term.kind === 'surgery') return !AFTERMATH.test(after)
  if (term.kind === 'diagnostic') return !GUIDING.test(after) && !(before.endsWith('(') && CUMULATIVE.test(sentence))
  return true
}

// "no prolonged standing or | walking"
const LIMITED = /\b(?:no|limit\w*|prolonged|excessive|avoid\w*|restrict\w*|repetitive|difficulty)\b[^.;:]{0,32}$/i

/** Who treats, writes or orders, not what is done. */
function isPerson(sentence: string, { start, end }: Span): boolean {
  if (!PERSON.test(sentence.slice(start, end))) return false
  const before = sentence.slice(Math.max(0, start - 40), start)
  return AUTHOR.test(before) || AGENT.test(before) || ACTS.test(sentence.slice(end, end + 24))
}

// "opioid-induced constipation", "narcotic dependence", "wheelchair bound": an effect or a state, not a treatment.
const CAUSING =
  /^(?:[- /](?:deficiency|insufficiency|intolerance|bound|bed bound|mobility|induced|related|associated|dependen\w+|agreement|contract|addiction|abuse|misuse|overuse|tolerance|withdrawal|overdose|use disorder|seeking|allerg\w+|na[iï]ve|toxicity|syndrome|equivalent|syringe|bottle|factory|warehouse))\b/i
// "the chiropractor requested": who treats, not the treatment
const PERSON = /(?:or|ist|manager|nurse|surgeon|physician|aide|assistant)$/i
const ACTS =
  /^ (?:also |has |had |is |then )?(?:used?|uses|gave|provide|request|recommend|note|state|report|indicate|document|prescribe|perform|diagnose|opine|order|evaluate|treat|ask|advise|suggest)(?:d|s|ed|ing)\b/i
// "dispensed by the chiropractor"
const AGENT =
  /\b(?:dispens|request|recommend|prescrib|order|issu|suggest|writ|advis)(?:ed|ten) by (?:an? |the |his |her )?$/i
// "a prescription for a stool"
const PRESCRIPTION = /^prescriptions?$/i
// "a progress report from the chiropractor"
const AUTHOR = /\b(?:report|note|letter|record|form)s? (?:from|by|of) (?:an? |the |his |her )?$/i
// "paraffin dips at the hand clinic"
const PLACE = /\b(?:at|in|from|by) (?:an? |the |his |her |their )?$/i
// "traumatic amputation of the thumb"
const INJURY = /\btraumatic (?:[a-z]+ )?$/i
// "the orthopedic consultation report dated 1-2-17"
const DOCUMENT = /^ (?:progress )?(?:nurses?\b|notes?|reports?|records?|summary|letter|form)\b/i
// "well healed carpal tunnel release scar"
const AFTERMATH = /^ (?:scars?|incisions?|wounds?|portals?|sites?)\b/i
// "asked to see a specialist"
const SOMEONE = /^see(?:ing|n by)? (?:an?|another) (?:specialist|physician|doctor|provider)s?$/i
// "ultrasound-guided injection", "the MRI machine"
const GUIDING = /^[ -](?:guid(?:ed|ance)|machine|scanner|technician)\b/i
// "bilateral CTS": carpal tunnel syndrome
const CARPAL = /CTS$/
// "injured on October 20, 2016 (CT)": cumulative trauma
const CUMULATIVE = /\b(?:injur(?:y|ed)|trauma|claim)\b[^.]{0,60}\(CT\)/i

/** The same with unknown drugs that their list identifies, and with two names of one thing combined. */
export const hitsIn = (sentence: string, named: Hit[], modifiers: readonly Modifier[]): Hit[] =>
  joined(
    sentence,
    withUnknownDrugs(sentence, modifiers, withListed(sentence, modifiers, withSpecialists(sentence, named))),
  ).map((hit, at, hits) => asModality(sentence, hit, at, hits))

const MODALITIES: ReadonlySet<string> = new Set([
  'electrical-stimulation',
  'modalities',
  'massage',
  'traction',
  'pt',
  'chiropractic',
])

// "chiropractic and ultrasound of the left calf": the part is looked at.
const OF_PART = /^ of (?:the|both|his|her|left|right|bilateral)\b/i

// "CBC, CMP, PT and PTT", "PT/INR": prothrombin time
const CLOTTING = /^(?: ?\/ ?|,? (?:and )?)(?:a?PTT|INR)\b/
const isClotting = (sentence: string, { start, end }: Span): boolean =>
  sentence.slice(start, end) === 'PT' && CLOTTING.test(sentence.slice(end, end + 10))

/** "ultrasound, massage and heat": among what a therapist applies, ultrasound is no test. */
function asModality(sentence: string, hit: Hit, at: number, hits: readonly Hit[]): Hit {
  if (hit.term.concept !== 'ultrasound' || OF_PART.test(sentence.slice(hit.end, hit.end + 12))) return hit
  const near = [hits[at - 1], hits[at + 1]].some(other => other && MODALITIES.has(other.term.concept))
  return near ? { ...hit, term: { ...hit.term, kind: 'therapy', weak: false } } : hit
}

// "referral to orthopedics and | neurology", "consultation with a psychologist, | an internist, and | a urologist."
const ANOTHER = /^(?:, (?:and |or )?| and | or |\/| & )(?:to )?(?:an? |the )?/
const AFTER_SPECIALIST =
  /^(?:[.,;:)]|$| (?:for|was|were|is|are|and|or|to|due|as|with|at|on|by|which|who|regarding|consultations?|evaluations?|referrals?)\b)/

/** A visit includes the specialist; each further specialist in the list is another visit. */
function withSpecialists(sentence: string, hits: Hit[]): Hit[] {
  const visits = hits.filter(({ term }) => VISITED.has(term.concept))
  const others = [...visits.flatMap(visit => following(sentence, visit)), ...persons(sentence)]
  const added = others.filter(other => !hits.some(hit => hit.start < other.end && hit.end > other.start))
  return added.length === 0 ? hits : [...hits, ...added].sort((a, b) => a.start - b.start)
}

// "the plan was massage, a brace and | a hand surgeon"
const ASKED = /(?:^|[,:;] |\b(?:and|or|an?|to|for) )$/
// "as noted by a | hand surgeon"
const BY = /\b(?:by|from|of|per|at|as|is|was|with|both) (?:an? )?$/i
const SPECIALIST = /(?:ist|surgeon|physician|doctor)s?$/i
const ANY_SPECIALIST = /(?:ist|surgeon|physician|doctor)s?\b/i
const AFTER_PERSON = /^(?:[.,;)]| (?:and|or|for|to|in|was|were|is|on)\b|$)/

/** A specialist named without a word for a visit: it counts only in a list of what was or will be done. */
function persons(sentence: string): Hit[] {
  if (!ANY_SPECIALIST.test(sentence)) return []
  return findSpecialists(sentence)
    .filter(at => isAsked(sentence, at))
    .map(hit => ({ ...hit, term: { ...hit.term, use: 'listed' as const } }))
}

function isAsked(sentence: string, { start, end }: Span): boolean {
  const [before, after] = [sentence.slice(Math.max(0, start - 20), start), sentence.slice(end, end + 24)]
  const named = SPECIALIST.test(sentence.slice(start, end)) && ASKED.test(before) && !BY.test(before)
  return named && AFTER_PERSON.test(after) && !ACTS.test(after)
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

// "Request: | spine surgeon, | a podiatrist for the heel"
const SPECIALIST_ONLY = /^(?:an? |the |one |x?1 )?([A-Za-z& -]+?)(?: (?:for|due to|to|regarding|re) .{1,60})?\.?$/

/** In a list of what is planned, a specialist is a visit. */
function withListed(sentence: string, modifiers: readonly Modifier[], hits: Hit[]): Hit[] {
  const cue = modifiers.find(({ category, rule }) => category === 'planned' && rule.opens !== undefined)
  if (!cue) return hits
  const added = splitList(sentence, span(cue.end, sentence.length))
    .slice(0, MOST)
    .filter(item => !hits.some(hit => hit.start < item.end && hit.end > item.start))
    .flatMap(item => specialistIn(sentence, item))
  return added.length === 0 ? hits : [...hits, ...added].sort((a, b) => a.start - b.start)
}

/** No specialist with a purpose is longer; this limits the work on a hostile sentence. */
const LONGEST_NAME = 120

function specialistIn(sentence: string, { start, end }: Span): Hit[] {
  const text = sentence.slice(start, end)
  const name = text.length <= LONGEST_NAME ? SPECIALIST_ONLY.exec(text)?.[1] : null
  const found = name && PERSON.test(name) && findSpecialists(name)[0]
  if (!found || found.start > 0 || found.end < name.length) return []
  const from = start + text.indexOf(name)
  return [{ ...span(from, from + name.length), term: found.term }]
}

// "PT" is a therapy and "pt" a patient; "US" is ultrasound and "us" a pronoun.
function inCapitals(sentence: string, { start, end }: Span): boolean {
  const word = sentence.slice(start, end)
  return !/^[A-Za-z]{2,4}$/.test(word) || !ACRONYM.has(word.toLowerCase()) || word === word.toUpperCase()
}

const ACRONYM: ReadonlySet<string> = new Set(services.capitals)

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
    .flatMap(item => unknownDrug(sentence, item, cue, hits))
  return [...hits, ...unknown].sort((a, b) => a.start - b.start)
}

/** No list of drugs is longer; this limits the work on a hostile sentence. */
const MOST = 60

// "Zyxomol 5mg": a name with a strength; a bare name must be close to that of a drug.
const NAMED = /^(?:include[sd]?:? |including )?([A-Za-z][A-Za-z-]{3,})(?= \d[\d.,/-]* ?(?:mg|mcg|%))/
const WORD = /^(?:include[sd]?:? |including )?([A-Za-z][A-Za-z-]{5,})/

function unknownDrug(sentence: string, item: Span, cue: Span, hits: readonly Hit[]): Hit[] {
  const text = sentence.slice(item.start, item.end)
  const match = NAMED.exec(text) ?? WORD.exec(text)
  const named = NAMED.test(text) || (ALONE.test(text) && isBesideDrug(cue, item, hits) && isNoWord(text))
  const term = match && (respelled(match[1]!) ?? (named ? UNKNOWN : null))
  if (!match || !term) return []
  const start = item.start + match[0].length - match[1]!.length
  const own = term === UNKNOWN ? { ...term, concept: match[1]!.toLowerCase() } : term
  return [{ ...span(start, start + match[1]!.length), term: own }]
}

// "Bexatrol", "Bexatrol ER twice daily": nothing but a name, and how it is taken.
const ALONE =
  /^[A-Z][a-z]{4,}(?: (?:er|xr|sr|cr|hcl|sodium|patch(?:es)?|cream|gel|ointment|tablets?|daily|bid|tid|prn|at (?:night|bedtime)|as needed|(?:once|twice|three times)(?: a| per)? ?(?:daily|day)?)){0,4}\.?$/i

const isNoWord = (text: string): boolean => /^[A-Z]/.test(text) && !isWord(/^[A-Za-z]+/.exec(text)![0].toLowerCase())

/** Whether a drug that is known stands in the same list. */
const isBesideDrug = (cue: Span, item: Span, hits: readonly Hit[]): boolean =>
  hits.some(
    ({ start, end, term }) =>
      term.drug && start >= cue.end && (end <= item.start ? item.start - end : start - item.end) < NEAR_DRUG,
  )

const NEAR_DRUG = 40

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
