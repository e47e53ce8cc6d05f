import type { Span } from '../../document/index.ts'
import { findTerms } from '../../terminology/index.ts'
import services from '../../vocabulary/terms/services.json' with { type: 'json' }
import type { Modifier } from '../context/index.ts'
import { joined } from './compounds.ts'
import type { Hit } from './hit.ts'
import { isPerson, withSpecialists } from './specialists.ts'
import { withUnknownDrugs } from './unknown-drugs.ts'

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

// "opioid-induced constipation", "narcotic dependence", "wheelchair bound": an effect or a state, not a treatment.
const CAUSING =
  /^(?:[- /](?:deficiency|insufficiency|intolerance|bound|bed bound|mobility|induced|related|associated|dependen\w+|agreement|contract|addiction|abuse|misuse|overuse|tolerance|withdrawal|overdose|use disorder|seeking|allerg\w+|na[iï]ve|toxicity|syndrome|equivalent|syringe|bottle|factory|warehouse))\b/i
// "a prescription for a stool"
const PRESCRIPTION = /^prescriptions?$/i
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
  joined(sentence, withUnknownDrugs(sentence, modifiers, withSpecialists(sentence, named))).map((hit, at, hits) =>
    asModality(sentence, hit, at, hits),
  )

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

// "PT" is a therapy and "pt" a patient; "US" is ultrasound and "us" a pronoun.
function inCapitals(sentence: string, { start, end }: Span): boolean {
  const word = sentence.slice(start, end)
  return !/^[A-Za-z]{2,4}$/.test(word) || !ACRONYM.has(word.toLowerCase()) || word === word.toUpperCase()
}

const ACRONYM: ReadonlySet<string> = new Set(services.capitals)
