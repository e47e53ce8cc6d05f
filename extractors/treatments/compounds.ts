import { type InterventionKind, textOf } from '../../document/index.ts'
import wordings from '../../vocabulary/context/mentions.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import { isAnatomy, isAttribute } from './extent/index.ts'
import { type Hit, STUDIES } from './hit.ts'

const wording = patternsOf(wordings)

// "hydrocodone-acetaminophen", "Flurbiprofen 20%/Zyxomol 5%, Baclofen 2%": what comes between the ingredients of one
// drug.
const COMPOUND = wording('between-ingredients')

// "compounded cream (ketoprofen, baclofen and menthol)", "topical compound of Zyxomol 5% and menthol 2%"
const CONTAINS = wording('contains')

// "injection of 60 mg of Toradol", "injected with Kenalog / lidocaine"
const INJECTED = wording('of-drug')

/** A single hit for one thing with two names, or with a name of several terms. */
export function joined(sentence: string, hits: readonly Hit[]): Hit[] {
  const whole: Hit[] = []
  for (const [at, hit] of hits.entries()) {
    const previous = whole.at(-1)
    const union = previous && (headed(sentence, previous, hit) ?? continued(sentence, previous, hit, hits[at + 1]))
    if (union) {
      whole.pop()
      const mixed = injectedTogether(sentence, whole.at(-1), union)
      whole.push(mixed ? { ...union, start: whole.pop()!.start } : union)
    } else if (injectedTogether(sentence, previous, hit)) whole.splice(-1, 1, { ...hit, start: previous!.start })
    else whole.push(hit)
  }
  return whole
}

/** What the noun after another term may say: "hand therapy | evaluation" is a visit. */
const HEADS: Readonly<Partial<Record<InterventionKind, readonly InterventionKind[]>>> = {
  consultation: ['surgery', 'program'],
  device: ['device', 'diagnostic'],
  diagnostic: ['diagnostic'],
  injection: ['medication'],
}

// "spinal cord stimulator | psychological clearance", "Kenalog | scar injections", "ultrasound | bone growth stimulator",
// "arthroscopic | partial medial meniscectomy"
function headed(sentence: string, previous: Hit, hit: Hit): Hit | null {
  if (isOwnEvaluation(sentence, previous, hit)) return { ...previous, end: hit.end }
  if (isAdjective(sentence, previous, hit)) return { ...hit, start: previous.start }
  if (isDriven(sentence, previous, hit)) return { ...hit, start: previous.start }
  if (isDoneWith(sentence, previous, hit)) return { ...hit, start: previous.start, term: { ...hit.term, use: null } }
  if (!HEADS[hit.term.kind]?.includes(previous.term.kind) || previous.term.use === 'generic') return null
  const between = sentence.slice(previous.end, hit.start)
  const injected = hit.term.kind === 'injection'
  if (hit.term.use === 'generic' && !injected) return null
  const adjacent =
    between === ' ' ||
    (injected && /^ \d[\d.,]* ?(?:mg|mcg|cc|ml) (?:IM )?$/i.test(between)) ||
    (injected && /^ [\w ]+ $/.test(between) && between.trim().split(' ').every(isAnatomy))
  return adjacent ? { ...hit, start: previous.start, term: { ...hit.term, use: null } } : null
}

// "speech therapy | evaluation": by the therapist
const isOwnEvaluation = (sentence: string, { end, term }: Hit, hit: Hit): boolean =>
  term.kind === 'therapy' &&
  hit.term.kind === 'consultation' &&
  hit.term.use !== null &&
  /^ (?:initial |re-)?$/.test(sentence.slice(end, hit.start)) &&
  /(?:evaluation|assessment|examination|eval)s?$/i.test(textOf(sentence, hit))

// "pulley | exercises", "incentive spirometry | exercises"
const isDoneWith = (sentence: string, { end, term }: Hit, hit: Hit): boolean =>
  (term.kind === 'device' || term.kind === 'diagnostic') &&
  hit.term.kind === 'activity' &&
  sentence.slice(end, hit.start) === ' ' &&
  /exercises?$/i.test(textOf(sentence, hit))

// "dexamethasone | iontophoresis"
const isDriven = (sentence: string, { end, term }: Hit, hit: Hit): boolean =>
  term.drug && sentence.slice(end, hit.start) === ' ' && DRIVEN.test(textOf(sentence, hit))
const DRIVEN = /^(?:iontophoresis|phonophoresis)/i

const isAdjective = (sentence: string, { end, term }: Hit, hit: Hit): boolean =>
  term.kind === 'surgery' && hit.term.kind === 'surgery' && sentence.slice(end, hit.start) === ' '

// "Marcaine and | Depo-Medrol injection"
const injectedTogether = (sentence: string, drug: Hit | undefined, { start, term }: Hit): boolean =>
  term.kind === 'injection' &&
  isInjectable(drug) &&
  /^(?: and | with | & | ?\/ ?)$/.test(sentence.slice(drug!.end, start))

/** A local anesthetic or a steroid, of which several are injected at once. */
const isInjectable = (drug: Hit | undefined): boolean =>
  drug?.term.drug === true &&
  (drug.term.subcategory === 'Adrenal Cortical Steroids' || drug.term.ingredients.some(name => name.endsWith('caine')))

function continued(sentence: string, previous: Hit, hit: Hit, next: Hit | undefined): Hit | null {
  const end = joinedEnd(sentence, previous, hit) ?? extendedEnd(sentence, previous, hit, next)
  if (!end) return null
  // "an evaluation | for a work hardening program" says what it is for, and so counts by itself.
  const use = hit.term.kind === 'program' ? null : previous.term.use
  return { ...previous, end, term: { ...previous.term, use } }
}

const GIVEN_AS: ReadonlySet<string> = new Set(['therapy', 'inhaler'])

function joinedEnd(sentence: string, previous: Hit, hit: Hit): number | null {
  const between = sentence.slice(previous.end, hit.start)
  if (between.length > 120) return null
  // "opioid therapy", "albuterol inhaler", "ice/heat therapy"
  const given = previous.term.drug || previous.term.kind === 'device' || previous.term.kind === 'injection'
  const form = GIVEN_AS.has(hit.term.concept) || /^nebuli[sz]er/i.test(textOf(sentence, hit))
  if (given && form && between === ' ') return hit.end
  // "injection of Toradol 60 mg", "injection with lidocaine and Kenalog"
  const injected = hit.term.use !== 'generic' || hit.term.subcategory === 'Adrenal Cortical Steroids'
  if (previous.term.kind === 'injection' && hit.term.drug && injected && INJECTED.test(between)) return hit.end
  if (previous.term.kind !== hit.term.kind) return null
  if (isShared(textOf(sentence, previous), between, hit)) return hit.end
  return (
    bracketedEnd(sentence, previous, between, hit) ??
    testedFor(sentence, previous, between, hit) ??
    (hit.term.drug
      ? mixedEnd(textOf(sentence, previous), previous, between, hit, sentence.slice(hit.end, hit.end + 50))
      : pairedEnd(previous, between, hit))
  )
}

// "anti-inflammatory | and pain medications"
const isShared = (previous: string, between: string, { term }: Hit): boolean =>
  term.kind === 'medication' &&
  term.use === 'generic' &&
  /^ and (?:non-)?$/.test(between) &&
  /^(?:anti-?inflammatory|narcotic|non-narcotic|opioid)$/i.test(previous)

// "electromyography (EMG)", "Zyxomol (naproxen)", "transcutaneous electrical nerve stimulation (TENS) unit"
function bracketedEnd(sentence: string, { term }: Hit, between: string, hit: Hit): number | null {
  const { start, end } = hit
  // "muscle relaxers (Flexeril)" is Flexeril
  if (!/^ ?\($/.test(between) || (term.use === 'generic' && hit.term.use !== 'generic')) return null
  if (sentence[end] === ')') return end + 1
  return sentence.slice(start, end).includes(')') ? end : null
}

// "blood work | for CBC, | sed rate, and | ANA"
function testedFor(sentence: string, { start, end, term }: Hit, between: string, hit: Hit): number | null {
  const laboratory = 'Lab & Pathology'
  if (term.subcategory !== laboratory || hit.term.subcategory !== laboratory) return null
  const so = sentence.slice(start, end)
  const first = / for $/.test(between) && !/ for /.test(so) && GENERAL_TEST.test(so)
  return first || (/ for /.test(so) && GENERAL_TEST.test(so) && /^(?:,|,? and) $/.test(between)) ? hit.end : null
}
const GENERAL_TEST = /^(?:blood|labs?|laborator|biops)/i

/** The end of what goes on behind words that other things may also stand behind. */
function extendedEnd(sentence: string, previous: Hit, hit: Hit, next: Hit | undefined): number | null {
  const between = sentence.slice(previous.end, hit.start)
  const isOne =
    isForProgram(sentence, previous, between, hit) ||
    isFusedToo(sentence, previous, between, hit) ||
    isClosedWith(previous, between, hit) ||
    isOneOperation(sentence, previous, between, hit, next)
  return isOne ? hit.end : null
}

// "evaluation | for a functional restoration program" is a visit.
const isForProgram = (sentence: string, previous: Hit, between: string, { term }: Hit): boolean =>
  term.kind === 'program' &&
  (previous.term.kind === 'consultation' || ASSESSED.test(textOf(sentence, previous))) &&
  FOR_PROGRAM.test(between)
const ASSESSED = /(?:evaluation|assessment|screening)$/i

// "cervical decompression | and fusion"
const isFusedToo = (sentence: string, { term }: Hit, between: string, hit: Hit): boolean =>
  term.concept === 'spine-surgery' && between === ' and ' && /^fusion$/i.test(textOf(sentence, hit))

// "wound closure | with staples"
const isClosedWith = ({ term }: Hit, between: string, hit: Hit): boolean =>
  term.kind === 'surgery' && hit.term.concept === 'sutures' && / with (?:\d+ |several )?$/.test(between)

/** "hip arthroscopy | with labral repair", "laminectomy at L4-5 | with fusion", unless a list of procedures follows. */
function isOneOperation(sentence: string, { term }: Hit, between: string, hit: Hit, next: Hit | undefined): boolean {
  if (term.kind !== 'surgery' || hit.term.kind !== 'surgery') return false
  const fused = / (?:with|w\/) $/.test(between) || FUSION.test(textOf(sentence, hit))
  if (!JOINED_WITH.has(term.concept) && !(hit.term.concept === 'operation' && fused)) return false
  const listed =
    next?.term.kind === 'surgery' && /^[^.;]{0,40}(?:,|\band\b|\/)/.test(sentence.slice(hit.end, next.start))
  const parts = / (?:with|w\/) (?:an? |the )?([^,;]{0,40})$/i.exec(between)
  if (listed || !parts) return false
  const around = `${between.slice(0, parts.index)} ${parts[1]}`.split(/[\s/]+/).filter(Boolean)
  return around.every(word => JOINING.has(word) || isAnatomy(word) || isAttribute(word))
}

const JOINED_WITH: ReadonlySet<string> = new Set(['arthroscopy', 'manipulation-anesthesia'])
const FUSION = /(?:fusion|graft(?:ing)?)$/i
const FOR_PROGRAM = wording('for-program')
const JOINING: ReadonlySet<string> = new Set(['of', 'at', 'to', 'on', 'in', 'the', 'and', 'his', 'her'])

function pairedEnd({ term }: Hit, between: string, hit: Hit): number | null {
  // "narcotic pain medications", "tetanus toxoid injection"
  if (between === ' ' && hit.term.use === 'generic' && (term.use === 'generic' || !term.drug)) return hit.end
  // "referral for psych | evaluation"
  if (between === ' ' && hit.term.concept === 'consultation') return hit.end
  // "electromyography (EMG)/nerve conduction velocity (NCV)"
  // "subacromial decompression/acromioplasty"
  if (between === '/' && term.kind === 'surgery') return hit.end
  const both = STUDIES.has(term.concept) && STUDIES.has(hit.term.concept)
  return both && /^(?: ?\/ ?|-| and | & )$/.test(between) ? hit.end : null
}

// "Voltaren gel 1%, | Prilosec 20 mg", "Voltaren gel 1% and | Lyrica": a further ingredient has its own share.
const ENDED = /(?:%|percent),? (?:and )?$/i
const PERCENT = /^[\w ]{0,30}?\s\d[\d.]*\s?(?:%|percent)/i

function mixedEnd(so: string, { term }: Hit, between: string, hit: Hit, after: string): number | null {
  // "codeine | cough syrup"
  if (hit.term.use === 'generic' && between === ' ') return hit.end
  const generic = term.use === 'generic' && /^Topical/.test(term.subcategory ?? '')
  // "topical analgesic with ketoprofen, | baclofen, and | menthol"
  const goesOn =
    generic &&
    / (?:of|with|containing|consisting of|made of) /.test(so) &&
    !/ and /.test(so) &&
    /^,? ?(?:and )?$/.test(between)
  if (!generic && ENDED.test(between) && !PERCENT.test(after)) return null
  return COMPOUND.test(between) || goesOn || (generic && CONTAINS.test(between)) ? hit.end : null
}
