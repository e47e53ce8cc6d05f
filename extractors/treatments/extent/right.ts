import type { InterventionKind } from '../../../document/index.ts'
import { isAnatomy } from './words.ts'

// " of the", " to his", " for"; nothing at all in "MRI right shoulder"
const PREPOSITION = /^ (?:(?:of|to|for|in|on|at|over|into|from|about) )?(?:both of )?(?:(?:the|his|her|their|an?) )?/i
// ", ", " and ", "/", ", and the "
const CONNECTOR = /^(?:, ?(?:and |or )?|[ -]?\/ ?| and | or | & |-| )(?:(?:the|of the|of) )?/i
// "with and without contrast", "w/o gadolinium", "with IV contrast", "with flexion and extension views"
const CONTRAST =
  /^,? (?:with(?: and | or |\/)without|without|with|w\/o?) (?:iv |intravenous |(?:sagittal|coronal|3D) )?(?:flexion(?: and |\/|-)extension(?: views?| films?)?|contrast(?: dye)?|gadolinium|dye|doppler|sedation|SWI|STIR|DTI|neurography|spectroscopy|reformats?|reconstructions?|weights|methacholine|(?:a )?bronchodilators?)\b/i
// "hernia repair with mesh", "reconstruction using a hamstring allograft"
const GRAFT =
  /^ (?:with|using|w\/) (?:an? )?(?:[a-z]+ ){0,2}(?:mesh|allografts?|autografts?|bone graft(?:ing)?|instrumentation|internal fixation|hardware|endobuttons?|(?:suture )?anchors?|(?:interference )?screws?|plates?(?: and screws?)?|k-?wires?|cages?|pinning)(?: placement| insertion| fixation)?\b/i

// "injection, right elbow", "tendon repair, left": only at the end of its clause.
const BESIDE =
  /^, (?=(?:(?:dorsal|volar|medial|lateral|anterior|posterior|distal|proximal|upper|lower) )?(?:left|right|bilateral)\b)/i

// "MRI of the neck and knee": the second site belongs only if no other noun follows it, as in "and knee strain".
const ENDS =
  /^(?:[.,;:)"/]|$| (?:[#(]|\d|(?:was|were|is|are|be|being|been|with|without|to|for|and|or|on|dated|that|which|who|due|at|from|in|as|by|of|has|had|have|did|does|will|would|could|should|can|may|showed|shows|show|revealed|reveals|demonstrated|indicated|noted|obtained|performed|done|taken|completed|requested|under|using|via|per|x|times|once|twice|two|three|four|five|six|eight|ten|twelve|every|each|sessions|visits|treatments|before|after|during|since|while|because|until|prior|including|versus|not|non-certified|pending|again|only|also|neg|negative|normal|abnormal|unremarkable|positive|pos|through|thru)\b))/i

// "epidural injection | at L4-5", "block x1 | at C6 and C7"
const AT_LEVEL =
  /^(?: ?x ?\d{1,2})? at (?:the )?[LCTS]\d{1,2}(?:[-/][LCTS]?\d{1,2})*(?:(?:,|,? and|,? to) [LCTS]\d{1,2}(?:[-/][LCTS]?\d{1,2})*)*\b/i
// "C3 | through C7"
const LEVEL_RANGE = /(?<=[LCTS]\d{1,2}) (?:to|through|thru) [LCTS]\d{1,2}\b/i

const OPEN: ReadonlySet<InterventionKind | undefined> = new Set(['surgery', 'diagnostic', 'injection', 'therapy'])
// "microfracture | of the talar dome": a place that no list knows, up to the end of its phrase
const PLACE =
  /^ (?:of|to) (?:the|his|her) (?:(?!(?:of|to|for|with|and|or|in|on|at|by|that|which|patient|worker|provider|claimant|applicant|injury|date|same|above|following|this|accident|requested)\b)[a-z-]+ ?){1,3}(?<! )(?=\W|$)/

// "injections for the right | trigger thumb": a side alone names no place.
const isClipped = (text: string, from: number, to: number): boolean =>
  /^(?:left|right|bilateral)$/i.test(text.slice(from, to)) &&
  /\b(?:the|his|her) $/i.test(text.slice(Math.max(0, from - 5), from)) &&
  /^ [a-z]/i.test(text.slice(to, to + 2)) &&
  !ENDS.test(text.slice(to, to + 20))

function placeEdge(text: string, end: number, limit: number, kind?: InterventionKind): number {
  const place = OPEN.has(kind) ? PLACE.exec(text.slice(end, Math.min(limit, end + 60))) : null
  const after = end + (place?.[0].length ?? 0)
  return ENDS.test(text.slice(after, after + 20)) ? after : end
}

/**
 * End of the phrase, including the site that belongs to it: "MRI | of the left hip, knee and ankle without contrast".
 */
export function rightEdge(text: string, end: number, limit: number, kind?: InterventionKind): number {
  let edge = end
  let joint = BESIDE.test(text.slice(end, end + 20)) ? CONNECTOR : PREPOSITION
  for (;;) {
    const gap = joint.exec(text.slice(edge, edge + 20))
    const from = edge + (gap?.[0].length ?? 0)
    const stretch = gap ? places(text, from, limit) : from
    if (
      stretch === from ||
      isClipped(text, from, stretch) ||
      (joint === CONNECTOR && !ENDS.test(text.slice(stretch, stretch + 20)))
    )
      break
    edge = stretch
    joint = CONNECTOR
  }
  const range = LEVEL_RANGE.exec(text.slice(Math.max(0, edge - 4), edge + 16))
  if (range) edge = Math.min(limit, Math.max(0, edge - 4) + range.index + range[0].length)
  if (edge === end) {
    edge = placeEdge(text, end, limit, kind)
    // "biopsy of the mass | of the right thigh"
    if (edge > end) return rightEdge(text, edge, limit, kind)
  }
  const more = (kind === 'surgery' ? GRAFT : CONTRAST).exec(text.slice(edge, edge + 50))
  if (!more || edge + more[0].length > limit) return edge
  // "MRI w/o contrast | of the left shoulder"
  const after = edge + more[0].length
  return edge === end && / of /.test(text.slice(after, after + 4)) ? rightEdge(text, after, limit) : after
}

/** The same with the spinal level that follows an operation or injection. */
export function procedureEdge(text: string, end: number, limit: number, kind: InterventionKind): number {
  if (kind !== 'injection' && kind !== 'surgery') return end
  const edge = end + (AT_LEVEL.exec(text.slice(end, end + 60))?.[0].length ?? 0)
  return edge > limit ? end : edge
}

const ALONE = /^ ?(?:first|second|third|fourth|fifth|small|both|[a-z])$/

// "a class at the | hand clinic", "given by the | spine surgeon"
const WORKPLACE = /^ (?:clinic|center|surgeon|specialist|therapist|doctor|office|service)\b/i

/** End of the site names that begin at `from`, unless they belong to the next phrase: "and knee | brace". */
function places(text: string, from: number, limit: number): number {
  let edge = from
  for (;;) {
    const word = /^ ?[A-Za-z0-9'’-]+/.exec(text.slice(edge, edge + 40))
    if (!word || !isAnatomy(word[0].trim()) || edge + word[0].length > limit) break
    edge += word[0].length
  }
  // "try injections | first", "b. PT | c. Naprosyn"
  edge -= ALONE.exec(text.slice(from, edge))?.[0].length ?? 0
  if (WORKPLACE.test(text.slice(edge, edge + 14))) return from
  return edge > from && limit < text.length && /^[ /-]?$/.test(text.slice(edge, limit)) ? from : edge
}
