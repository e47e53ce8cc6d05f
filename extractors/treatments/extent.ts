import type { InterventionKind, Span } from '../../document/index.ts'
import type { Phrase, Term } from '../../terminology/index.ts'
import bodyParts from '../../vocabulary/terms/body-parts.json' with { type: 'json' }
import edges from '../../vocabulary/terms/intervention-edges.json' with { type: 'json' }

/** A term of the vocabulary at its place in a sentence. */
export type Hit = Phrase<Term>

interface PartEntry {
  readonly term: string
  readonly plural?: string
  readonly part: unknown
  readonly implied?: boolean
  readonly weak?: boolean
}

const words = (phrase: string): string[] => phrase.toLowerCase().match(/[a-z0-9]+/g) ?? []

/** Words that make up names of body sites: "right", "lumbar", "spine". */
const ANATOMY: ReadonlySet<string> = new Set([
  ...(bodyParts as readonly PartEntry[])
    .filter(({ part, implied, weak }) => part !== null && !implied && !weak)
    .flatMap(({ term, plural }) => [...words(term), ...words(plural ?? '')]),
  ...edges.anatomy.map(word => word.toLowerCase()),
])
for (const word of ['of', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'the', 'and', 'to', 'in', 'pain', 'with'])
  (ANATOMY as Set<string>).delete(word)

const ATTRIBUTES: ReadonlySet<string> = new Set(edges.attributes)

// "L4-5", "C5-C6", "T12": spinal levels.
const LEVEL = /^[lcts]\d{1,2}(?:-[lcts]?\d{1,2})*$/i

/** Whether a word is part of a name of a body site, or a spinal level. */
export const isAnatomy = (word: string): boolean => {
  const parts = words(word)
  return LEVEL.test(word) || (word !== 'it' && parts.length > 0 && parts.every(part => ANATOMY.has(part)))
}

/** Whether a word may belong to the name of an intervention: "arthroscopic", "L4-5", "left". */
export const isAttribute = (word: string): boolean => {
  const parts = words(word)
  return (
    LEVEL.test(word) ||
    isAnatomy(word) ||
    (parts.length > 0 && parts.every(part => ATTRIBUTES.has(part) || (part !== 'it' && ANATOMY.has(part))))
  )
}

/** How far to look to the left, in characters; modifiers are few. */
const REACH = 80

/**
 * Start of the phrase, including the words that belong to it: "supportive wrist | splint", "hip and lumbar | x-ray".
 */
function leftEdge(text: string, start: number, limit: number, afterHit: boolean): number {
  let edge = start
  for (;;) {
    const before = text.slice(Math.max(limit, edge - REACH), edge)
    const lasting = /\d+[- ](?:hour|pound|lb\.?) $|\brange of motion $/i.exec(before)
    if (lasting) {
      edge -= lasting[0].length
      continue
    }
    const joined = joinedLength(before, text.slice(edge, edge + 30), afterHit && limit > edge - REACH)
    const word = joined === 0 ? /([A-Za-z0-9'’-]+)[ /-]$/.exec(before) : null
    if (joined > 0) edge -= joined
    else if (word && isAttribute(word[1]!)) edge -= word[0].length
    else return edge + (ORDINAL.exec(text.slice(edge, start))?.[0].length ?? 0)
  }
}

// "a | second lumbar epidural" counts; "second digit release" does not.
const ORDINAL =
  /^(?:first|second|third|fourth|fifth) (?!(?:digit|finger|toe|metacarpal|metatarsal|ray|web|dorsal|extensor|rib)\b)/i

/**
 * "hip and | lumbar x-ray": a conjunction is included only between two sites, a comma only between two spinal regions
 * or levels ("cervical, thoracic and | lumbar x-rays", "L3, L4, and | L5 blocks"). A site that a preposition links to
 * the preceding words does not count ("MRI of the knee and | hip injection").
 */
function joinedLength(before: string, after: string, afterHit: boolean): number {
  const joined = /([A-Za-z0-9-]+)(,| and|, and| or| &| through| thru| to) $/.exec(before)
  const next = /^[A-Za-z0-9-]+/.exec(after)
  if (!joined || !next || !isAnatomy(joined[1]!) || !isAnatomy(next[0])) return 0
  if (/ th?[ro]/.test(joined[2]!) && !(LEVEL.test(joined[1]!) && LEVEL.test(next[0]))) return 0
  // "steroid injection | left shoulder and | hand therapy": the first site belongs to what precedes it.
  if (afterHit && before.slice(1, joined.index).split(' ').filter(Boolean).every(isAnatomy)) return 0
  if (joined[2]!.startsWith(',') && !(OF_SPINE.test(joined[1]!) && OF_SPINE.test(next[0]))) return 0
  return GIVEN.test(before.slice(0, joined.index)) ? 0 : joined[0].length
}

const OF_SPINE = /^(?:cervical|thoracic|lumbar|lumbosacral|[lcts]\d.*)$/i
const GIVEN =
  /\b(?:of|to|in|on|at|over|into|for the|for his|for her)(?: (?:the|his|her|their))?(?: (?:left|right|bilateral))? $/i

// " of the", " to his", " for"; nothing at all in "MRI right shoulder"
const PREPOSITION = /^ (?:(?:of|to|for|in|on|at|over|into|from|about) )?(?:both of )?(?:(?:the|his|her|their|an?) )?/
// ", ", " and ", "/", ", and the "
const CONNECTOR = /^(?:, ?(?:and |or )?|[ -]?\/ ?| and | or | & |-| )(?:(?:the|of the|of) )?/
// "with and without contrast", "w/o gadolinium", "with IV contrast"
const CONTRAST =
  /^,? (?:with(?: and | or |\/)without|without|with|w\/o?) (?:iv |intravenous )?(?:contrast|gadolinium|doppler)\b/i
// "hernia repair with mesh", "reconstruction using an allograft"
const GRAFT =
  /^ (?:with|using) (?:an? )?(?:[a-z]+ )?(?:mesh|allografts?|autografts?|bone graft(?:ing)?|instrumentation|internal fixation|hardware)(?: placement| insertion)?\b/i

// "injection, right elbow": only at the end of its clause.
const BESIDE = /^, (?=(?:left|right|bilateral) )/i

// "MRI of the neck and knee": the second site belongs only if no other noun follows it, as in "and knee strain".
const ENDS =
  /^(?:[.,;:)"/]|$| (?:[#(]|\d|(?:was|were|is|are|be|being|been|with|without|to|for|and|or|on|dated|that|which|who|due|at|from|in|as|by|of|has|had|have|did|does|will|would|could|should|can|may|showed|shows|show|revealed|reveals|demonstrated|indicated|noted|obtained|performed|done|taken|completed|requested|under|using|via|per|x|times|once|twice|two|three|four|five|six|eight|ten|twelve|every|each|sessions|visits|treatments|before|after|during|since|while|because|until|prior|including|versus|not|non-certified|pending|again|only|also|neg|negative|normal|abnormal|unremarkable|positive|pos|through|thru)\b))/

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
function rightEdge(text: string, end: number, limit: number, kind?: InterventionKind): number {
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

const ALONE = /^ ?(?:first|second|third|fourth|fifth|small|[a-z])$/

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

// "Ultram 50 mg", "Orphenadrine Citrate ER 100mg", "Norco 7.5-325mg", "Butrans 10mcg/hr", "Lidocaine 5% patch"
// "codeine #3"
const RELEASE =
  /^[ -](?:hcl|hydrochloride|sodium|potassium|citrate|tartrate|succinate|sulfate|bitartrate|er|xr|sr|cr|ir|xl|dr|ds|odt|ec|pm|es|hfa|forte|extra strength|#[2-4](?!\d))(?![a-z\d])/i
const STRENGTH =
  /^,? \(?\d[\d.,]*(?:\s?(?:mg|mcg|%)?\s?[/-]\s?\d[\d.]*){0,3}\s?(?:mgs?|mcgs?|meq|units?|iu|%|percent)(?![a-z])(?:[/-](?:\d+ ?)?(?:ml|hr|hour)\b)?\)?/i
// "Zyxomol® patches"
const MARK = /^ ?[®™]/
// "Norco 10/325", "Soma 350, Elavil 25 and rest"
const BARE = /^ \d{1,3}(?:\.\d+)?(?:[/-](?:\d{2,3}|\d{1,2}\.\d{1,2})\b(?![/-])|(?=,? and\b|[,;] [A-Za-z]|\.?$))/
const FORM =
  /^ (?:(?:topical|ophthalmic|otic|nasal|oral|vaginal|rectal|transdermal) )?(?:kits?|balm|salve|roll-on|oil|tincture|gummies|gum|lollipops?|gel|cream|ointment|lotion|patch(?:es)?|dose[- ]?pa(?:k|ck)|(?:nasal )?spray|(?:eye )?drops|taper|syrup|suspension|suppositor(?:y|ies)|burst|nebuli[sz]ers?|nebs?|rinse|mouthwash|shampoo|foam|powder|packets?|softgels?|lozenges?|troches?|films?|infusions?|elixir|wash|supplements?|solution|inhaler|pads?|(?:pain )?medications?|therapy|tablets?|tabs?|capsules?|pills?)\b/i

// "Baclofen 2%, Zyxomol 5 percent in cream base": further ingredients of a mixture, and its base.
const PARTS = /^(?:[\s,/-]+(?:and )?[A-Za-z][A-Za-z ]{2,25}\s\d[\d.]*\s?(?:%|percent))+/
const BASE = /^,? (?:in (?:a )?)?(?:cream|gel|ointment|lipoderm|mediderm)(?: base)?\b/i

/** End of a drug's phrase with its salt, release form, strength and dosage form. */
function drugEdge(text: string, end: number, limit: number): number {
  let edge = end
  for (const pattern of [MARK, RELEASE, RELEASE, FORM, STRENGTH, BARE, RELEASE, FORM]) {
    const more = pattern.exec(text.slice(edge, Math.min(limit, edge + 40)))?.[0] ?? ''
    // "(ibuprofen, Ultram 50 mg)": a bracket not opened by the strength belongs to something else
    edge += more.endsWith(')') && !more.includes('(') ? more.length - 1 : more.length
  }
  if (!/(?:%|percent)$/.test(text.slice(end, edge))) return edge
  for (const pattern of [PARTS, BASE]) {
    const more = pattern.exec(text.slice(edge, Math.min(limit, edge + 240)))
    if (more) edge += more[0].length
  }
  return text[edge] === ')' && opened(text.slice(Math.max(0, end - 200), edge)) ? edge + 1 : edge
}

const opened = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')')

// "neuroplasty procedure", "TENS unit trial", "nerve study testing": a noun that only says what kind of thing it is.
const SORT: Readonly<Partial<Record<InterventionKind, RegExp>>> = {
  behavioral: /^ (?:classes|class|groups?|program)\b/i,
  diagnostic:
    /^ (?:study|studies|tests?|testing|imaging|scans?|examination|evaluation|series|films?|panel|monitoring|screening)\b/i,
  therapy:
    /^ (?:treatments?|therapy|program|modalities|evaluation|examination|exercises|(?:sessions|visits)(?= (?:for|to|of) (?:the|both|his|her|left|right)\b))\b/i,
  device:
    /^ (?:unit|device|brace|splint|support|system|machine|trial|rental|therapy|treatments?|applications?)\b(?: trial\b)?/i,
  surgery: /^ (?:procedure|surgery|repair|release)\b/i,
  injection: /^ (?:injections?|blocks?|trial|therapy)\b/i,
  program: /^ (?:stay|program|evaluation|admission|classes|class)\b/i,
}

// "a neoprene knee brace": words between an article and a device are part of its name, unless they only count it.
const NAMED =
  /\b(?:an?|the) ((?:(?!(?:was|were|is|are|has|had|worker|patient|applicant|claimant|new|additional|repeat|recent|prior|previous|continued|another|second|replacement|one|trial|request|left|right|use|of|for|to|and|or|with|pair)\b)[a-z-]+ ){1,2})$/i

// "excision | of a ganglion cyst", "repair | of the extensor tendon": the object of an operation.
const OBJECT =
  /^ of (?:an? |the |his |her )?(?:(?!(?:of|with|and|or|for|by|using)\b)[a-z-]+ ){0,4}?(?:ganglion(?: cyst)?|cyst|mass|lipoma|neuroma|foreign bod(?:y|ies)|hardware|bursa|lesion|scar(?: tissue)?|loose bod(?:y|ies)|eyelid|lip|scalp|hematoma|abscess|wound|laceration|tendons?|ligaments?|nerve|rotator cuff|meniscus|labrum|hernia|fracture|nail|plates?|screws?|pins?|rods?|wires?|implants?|spurs?|osteophytes?|polyps?|stones?|tumou?r|keloid|warts?|contractures?|mesh|stimulator|pump|port|sutures|staples|stitches)\b/i

// "no lifting | over 15 pounds", "no squatting | or kneeling, and no climbing"
const MORE_LIMITS =
  /^(?:(?:,| or|,? and|, or|\/) ?(?:no )?(?:\w+ )?(?:\w+ing|ladders|stairs|heights)\b)*(?: (?:over|more than|greater than|above|of more than|beyond) (?:\d+|five|ten|fifteen|twenty|chest|waist|shoulder)(?: ?(?:-|to) ?\d+)?(?: ?-?(?:pounds?|lbs?|kg|minutes|hours|level|height)\b)?)?/i

// "transportation | to medical appointments"
const DESTINATION =
  /^ to (?:all |the |his |her |an? )?(?:(?:[a-z-]+) ){0,2}(?:appointments?|visits?|procedures?|therapy|clinic|surgery|treatments?|facility|center|office|hospital)\b/i

// "an ilioinguinal block | with Marcaine"
const ANESTHETIC = /^ with (?:local anesthetic|Marcaine|bupivacaine|lidocaine|Xylocaine|ropivacaine)\b/i

function sortEdge(text: string, { start, end, term }: Hit, to: number): number {
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

function namedEdge(text: string, start: number, from: number): number {
  const name = NAMED.exec(text.slice(Math.max(from, start - 50), start))
  return name ? start - name[1]!.length : start
}

/** Words that stand for a name whose last word comes later: "physical | and occupational therapy". */
const SHARED: ReadonlyMap<string, RegExp> = new Map(
  edges.shared.map(({ kind, words }) => [
    kind,
    new RegExp(`(?<![\\w-])(?:(?:${words.join('|')}), (?:and )?)*(?:${words.join('|')})(?:,? (?:and|or|&) |/)$`, 'i'),
  ]),
)

function sharedEdge(text: string, start: number, from: number, kind: InterventionKind): number {
  return start - (SHARED.get(kind)?.exec(text.slice(Math.max(from, start - 60), start))?.[0].length ?? 0)
}

const TOPICAL =
  /(?:topical|oral|nasal|rectal|vaginal|transdermal|sublingual|intravenous|iv|intramuscular|im|subcutaneous|intranasal|inhaled|\d[\d.]*\s?%) $/i
// "over-the-counter analgesics", "oral anti-inflammatories"
const ANY_WAY = /(?:topical|oral|over[- ]the[- ]counter|otc|prescription|\d[\d.]*\s?%) $/i

// "a cane in the left hand": where it is held
const isHeld = (text: string, { end, term }: Hit): boolean =>
  term.kind === 'device' && /^ in (?:the|his|her) (?:left|right|opposite|other) hand\b/i.test(text.slice(end, end + 30))

/**
 * The phrase around a term, with everything that belongs to it, between `from` and `to`; `afterHit` says that another
 * term ends at `from`.
 */
export function extent(text: string, hit: Hit, from: number, to: number, afterHit: boolean): Span {
  if (!hit.term.drug) {
    const left = sharedEdge(text, leftEdge(text, hit.start, from, afterHit), from, hit.term.kind)
    const start = hit.term.kind === 'device' ? namedEdge(text, left, from) : left
    const end = sortEdge(text, hit, to)
    return { start, end: isHeld(text, hit) ? end : rightEdge(text, end, to, hit.term.kind) }
  }
  // "topical lidocaine", "10% Gabapentin, 5% Lidocaine"
  const before = text.slice(Math.max(from, hit.start - 20), hit.start)
  const topical = (hit.term.use === 'generic' ? ANY_WAY : TOPICAL).exec(before)
  const start = hit.start - (topical?.[0].length ?? 0)
  return {
    start: hit.term.use === 'generic' ? sharedEdge(text, start, from, 'medication') : start,
    end: drugEdge(text, hit.end, to),
  }
}
