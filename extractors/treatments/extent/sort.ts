import type { InterventionKind } from '../../../document/index.ts'
import type { Hit } from '../hit.ts'
import { drugEdge } from './drugs.ts'

// "neuroplasty procedure", "TENS unit trial", "nerve study testing": a noun that only says what kind of thing it is.
const SORT: Readonly<Partial<Record<InterventionKind, RegExp>>> = {
  behavioral: /^ (?:classes|class|groups?|program)\b/i,
  diagnostic:
    /^ (?:study|studies|tests?|testing|imaging|scans?|scanning|examination|evaluation|series|films?|panel|monitoring|screening)\b/i,
  therapy:
    /^ (?:treatments?|therapy|program|modalities|evaluation|examination|exercises|(?:sessions|visits)(?= (?:for|to|of) (?:the|both|his|her|left|right)\b))\b/i,
  device:
    /^ (?:unit|device|brace|splint|support|system|machine|trial|rental|therapy|treatments?|applications?)\b(?: trial\b)?/i,
  surgery: /^ (?:cyst|procedure|surgery|repair|release)\b/i,
  injection: /^ (?:injections?|blocks?|trial|therapy|series)\b/i,
  activity: /^ only\b/i,
  program: /^ (?:stay|program|evaluation|admission|classes|class)\b/i,
}

// "excision | of a ganglion cyst", "repair | of the extensor tendon": the object of an operation.
const OBJECT =
  /^ of (?:an? |the |his |her )?(?:(?!(?:of|with|and|or|for|by|using)\b)[a-z-]+ ){0,4}?(?:ganglion(?: cyst)?|cyst|mass|lipoma|neuroma|foreign (?:bod(?:y|ies)|material)|(?:bone |nail |glass |metal )?fragments?|hardware|bursa|lesion|scar(?: tissue)?|loose bod(?:y|ies)|eyelid|lip|scalp|hematoma|abscess|wound|laceration|tendons?|ligaments?|nerve|rotator cuff|meniscus|labrum|hernia|fracture|nail|plates?|screws?|pins?|rods?|wires?|implants?|spurs?|osteophytes?|polyps?|stones?|tumou?r|keloid|warts?|contractures?|mesh|stimulator|pump|port|sutures|staples|stitches)\b/i

// "no lifting | over 15 pounds", "no squatting | or kneeling, and no climbing"
const MORE_LIMITS =
  /^(?:(?:,| or|,? and|, or|\/) ?(?:no )?(?:\w+ )?(?:\w+ing|ladders|stairs|heights)\b)*(?: (?:over|more than|greater than|above|of more than|beyond|>=?|≥) ?(?:\d+|five|ten|fifteen|twenty|thirty|one|two|three|four|chest|waist|shoulder)(?: ?(?:-|to) ?\d+)?(?: ?-?(?:pounds?|lbs?|kg|minutes|hours|level|height)\b)?(?: at a time)?)?(?: with (?:the |his |her )?(?:left|right|injured|affected|dominant) (?:arm|hand|leg|shoulder|wrist|upper extremity))?/i

// "transportation | to medical appointments"
const DESTINATION =
  /^ to (?:all |the |his |her |an? )?(?:(?:[a-z-]+) ){0,2}(?:appointments?|visits?|procedures?|therapy|clinic|surgery|treatments?|facility|center|office|hospital)\b/i

// "an ilioinguinal block | with Marcaine"
const ANESTHETIC =
  /^ (?:with|w\/) (?:\d+% )?(?:local anesthetic|Marcaine|bupivacaine|lidocaine|Xylocaine|ropivacaine)\b/i

/** End of the name itself: with the noun that says what kind of thing it is, and what an operation is done to. */
export function sortEdge(text: string, { start, end, term }: Hit, to: number): number {
  if (term.concept === 'no-activity')
    return end + (MORE_LIMITS.exec(text.slice(end, Math.min(to, end + 120)))?.[0].length ?? 0)
  if (term.concept === 'transportation') return end + (DESTINATION.exec(text.slice(end, to))?.[0].length ?? 0)
  const anesthetic = term.kind === 'injection' ? ANESTHETIC.exec(text.slice(end, to)) : null
  if (anesthetic) return end + anesthetic[0].length
  // "injection of Toradol | 60 mg"
  if (term.kind === 'injection' && / (?:of|with) /.test(text.slice(start, end))) return drugEdge(text, end, to)
  const object = term.kind === 'surgery' || term.concept === 'sutures' ? OBJECT.exec(text.slice(end, end + 50)) : null
  if (object) return end + object[0].length > to ? end : end + object[0].length
  const sort = SORT[term.kind]?.exec(text.slice(end, end + 30))?.[0].length ?? 0
  return end + sort > to ? end : end + sort
}
