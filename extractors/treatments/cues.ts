import type { Span } from '../../document/index.ts'
import { phraseFinder } from '../../terminology/index.ts'
import cueList from '../../vocabulary/context/treatment-cues.json' with { type: 'json' }

/** What words of a sentence say about the interventions that it names. */
export interface Cue {
  readonly means: 'received' | 'planned' | 'absent' | 'nothing'
  /** "underwent" speaks of what follows, "was denied" of what stands before it, "was given" of either. */
  readonly governs: 'after' | 'before' | 'both'
  /** `next`: only what directly follows; `list`: opens a list; `rest`: all the rest, as a reason does. */
  readonly reach: 'next' | 'clause' | 'list' | 'rest'
}

export interface PlacedCue extends Cue, Span {}

/** "was requested", "are also being requested": every participle with every auxiliary; it speaks of what stands before. */
const passives = cueList.participles.flatMap(({ word, means, governs }) =>
  cueList.auxiliaries.map(auxiliary => [`${auxiliary} ${word}`, { means, governs, reach: 'clause' } as Cue] as const),
)

// "will be performed" is to come, "will be continued" is not new.
const futures = cueList.participles.flatMap(({ word, means, ...entry }) =>
  ['will be', 'to be', 'would be', 'should be', 'can be', 'may be'].map(auxiliary => {
    const future = { means: 'lasting' in entry ? means : 'planned', governs: 'before', reach: 'clause' } as Cue
    return [`${auxiliary} ${word}`, future] as const
  }),
)

// "was not done", "has never been started": no intervention, but for what is partly ("was not completed") or badly done.
const negated = cueList.participles
  .filter(entry => 'undone' in entry)
  .flatMap(({ word, governs }) =>
    cueList.negations.map(
      negation => [`${negation} ${word}`, { means: 'absent', governs, reach: 'clause' } as Cue] as const,
    ),
  )

// What is listed with a meaning of its own wins over the pattern: "were prescribed for" is no past prescription.
const find = phraseFinder([
  ...passives,
  ...futures,
  ...negated,
  ...cueList.cues.map(({ cue, ...entry }) => [cue, entry as Cue] as const),
])

/** The cues of a sentence, in order. */
export function findCues(sentence: string): PlacedCue[] {
  const all = find(sentence).map(({ start, end, term }) => ({ ...term, start, end }))
  const cues = all.map((cue, index) => (isDone(sentence, cue, all.slice(0, index)) ? { ...cue, ...SILENT } : cue))
  const { index, 0: plan = '' } = PLAN.exec(sentence) ?? { index: 0 }
  return plan === '' ? cues : [{ ...HEADED, start: index, end: index + plan.length }, ...cues]
}

const SILENT: Cue = { means: 'nothing', governs: 'after', reach: 'clause' }

/** "completed 6 of 12 approved visits": the visits were completed, and "approved" only says which; nor "not completed". */
function isDone(sentence: string, cue: PlacedCue, before: readonly PlacedCue[]): boolean {
  const [denial, done] = [before.at(-2), before.at(-1)]
  if (done?.means !== 'received' || done.governs === 'before' || done.reach !== 'clause') return false
  if (denial?.means === 'absent' && done.start - denial.end <= 2) return false
  return describes(sentence, cue) && COUNT.test(sentence.slice(done.end, cue.start))
}

/** "the requested", "12 approved": a participle before its noun, and no verb. */
const describes = (sentence: string, { start, end }: PlacedCue): boolean =>
  DESCRIPTION.test(sentence.slice(start, end)) && DETERMINED.test(sentence.slice(Math.max(0, start - 12), start))

const DESCRIPTION = /^(?:approved|authorized|certified|ordered|recommended|requested)$/i
const DETERMINER =
  'the|an?|all|any|his|her|their|these|those|of|\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const DETERMINED = new RegExp(`(?:^|[ (])(?:${DETERMINER}) $`, 'i')
// " 6 of 12 ", " one of the ", " all of her "
const COUNT = new RegExp(`^ (?:(?:${DETERMINER}|out|sessions|visits) ){1,5}$`, 'i')

// "Plan: an MRI, continue ice": the bare word is a cue only as a heading.
const PLAN = /^(?:plan|disposition|recommendations?)(?= ?:)/i
const HEADED: Cue = { means: 'planned', governs: 'after', reach: 'list' }

/** What a sentence says of one of its mentions. */
export interface Verdict {
  readonly status: 'received' | 'planned'
  /** The cue opens a list, so that words which mean little alone ("heat") are interventions there. */
  readonly listed: boolean
  /** The cue stands directly before the mention: "continue". */
  readonly next: boolean
  /** The words that speak of the mention; where none do it is taken as received. */
  readonly cue: Span | null
}

/** A negation this near forbids even what is said to have been done: "no MRI was performed". */
const ADJACENT = 25
/** A whole list may stand before "were requested"; what was found is said of the test next to it. */
const FAR = 600
const NEAR = 90
const NEGATED = 110
/** "lack of improvement with prior therapy" grants the therapy; "lack of any prior therapy" does not. */
const GRANTED = 30

/**
 * Received or planned, by the nearest cue; null where the mention is denied. What stands after it decides before what
 * stands before it: "the request for an MRI was denied", "MRI of the knee revealed".
 */
export function judge(
  sentence: string,
  mention: Span,
  cues: readonly PlacedCue[],
  mentions: readonly Span[],
): Verdict | null {
  const before = cues.filter(
    cue =>
      cue.governs !== 'before' &&
      cue.end <= mention.start &&
      reaches(sentence, cue, mention) &&
      !isSpent(sentence, cue, mentions),
  )
  const left = before.findLast(cue => cue.reach !== 'next')
  const nearest = before.at(-1)
  const right = following(sentence, mention, cues, mentions, left)
  if (right?.means === 'absent') {
    const other = left && holds(sentence, left, mention) ? left : resumed(sentence, right, cues, mentions)
    return other ? said(other) : null
  }
  const next = nearest?.reach === 'next'
  const granted = next && nearest.means === 'received' && left !== undefined && nearest.start - left.end > GRANTED
  if (left && !granted && denies(left, before) && (!right || mention.start - left.end <= ADJACENT)) return null
  const listed = left?.reach === 'list' || (next && nearest.means === 'received')
  const deciding = right ?? (left && postdates(sentence, nearest, left) ? left : nearest)
  if (!deciding) return { status: 'received', listed, next, cue: null }
  return { status: deciding.means === 'planned' ? 'planned' : 'received', listed, next, cue: deciding }
}

// "the requested MRI was not done": it is still asked for; "takes Norco, which was not prescribed here": it is taken.
const holds = (sentence: string, { means, end }: PlacedCue, { start }: Span): boolean =>
  means !== 'absent' &&
  !(means === 'planned' ? /[,;]|\bbut\b/ : /[,;]|\b(?:and|but)\b/).test(sentence.slice(end, start))

/** "an MRI has not been done and is now recommended": what the sentence goes on to say of it. */
function resumed(
  sentence: string,
  denial: PlacedCue,
  cues: readonly PlacedCue[],
  mentions: readonly Span[],
): PlacedCue | undefined {
  const next = cues.find(cue => cue.start >= denial.end && speaks(cue))
  if (next?.means !== 'planned' || next.governs === 'after') return undefined
  const others = mentions.some(({ start, end }) => start >= denial.end && end <= next.start)
  return others || /;|\. /.test(sentence.slice(denial.end, next.start)) ? undefined : next
}

const said = (cue: PlacedCue): Verdict => ({
  status: cue.means === 'planned' ? 'planned' : 'received',
  listed: cue.reach === 'list',
  next: false,
  cue,
})

/** "naproxen was not prescribed and Norco was continued": what has its subject before it denies nothing behind it. */
function isSpent(sentence: string, cue: PlacedCue, mentions: readonly Span[]): boolean {
  if (cue.means !== 'absent' || cue.governs !== 'both') return false
  const subject = mentions.findLast(({ end }) => end <= cue.start)
  return subject !== undefined && cue.start - subject.end <= NEAR && isSubject(sentence, subject, cue, false)
}

// "was approved for a prior evaluation": the approval is what is said, and not that it has been done.
const postdates = (sentence: string, nearest: PlacedCue | undefined, left: PlacedCue): boolean =>
  nearest !== undefined &&
  left.means === 'planned' &&
  nearest.start - left.end <= 4 &&
  /^(?:prior|previous|past|recent)$/i.test(sentence.slice(nearest.start, nearest.end))

/** The nearest cue denies, or is denied itself ("not referred for"), or only belongs to a reason ("as there was no …"). */
function denies(nearest: PlacedCue, before: readonly PlacedCue[]): boolean {
  if (nearest.means === 'absent') return true
  const previous = before.findLast(
    ({ end, means, reach }) => end <= nearest.start && means === 'absent' && reach !== 'rest',
  )
  if (previous && nearest.start - previous.end <= 2) return true
  const reason = before.some(({ means, reach }) => means === 'absent' && reach === 'rest')
  return reason && nearest.means === 'received' && nearest.reach === 'clause'
}

// "the approved visits, was weaned off Lyrica": where the sentence says something else, what only described a noun ends.
const PREDICATE = /,(?: and)? (?:is|was|are|were|has|had|have) /

function reaches(sentence: string, cue: PlacedCue, mention: Span): boolean {
  const between = sentence.slice(cue.end, mention.start)
  if (cue.means === 'nothing') return false
  if (PREDICATE.test(between) && describes(sentence, cue)) return false
  if (cue.reach === 'next') return between.length <= 40 && !/[,;:(]|\band\b/.test(between)
  if (cue.means === 'absent' && cue.reach === 'clause')
    return between.length <= NEGATED && !/[;:]|, (?:but|and|however|although)\b|\bbut\b/.test(between)
  return true
}

function following(
  sentence: string,
  mention: Span,
  cues: readonly PlacedCue[],
  mentions: readonly Span[],
  left: PlacedCue | undefined,
): PlacedCue | undefined {
  const next = cues.find(cue => cue.start >= mention.end && speaks(cue))
  if (!next || next.governs === 'after') return undefined
  if (next.start - mention.end > (next.means === 'planned' ? FAR : NEAR)) return undefined
  // "has included A, B, and C was requested": only C; but all of "the plan was for A, B and C, which were dispensed".
  const others = mentions.some(({ start, end }) => start >= mention.end && end <= next.start)
  const handed = next.means === 'received' && next.governs === 'both'
  if (next.means === 'absent' && !isSubject(sentence, mention, next, others)) return undefined
  if (others && !handed && left && left.means !== 'absent' && left.means !== next.means) return undefined
  return /;|\. |\bbut\b/.test(sentence.slice(mention.end, next.start)) ? undefined : next
}

/** A cue that could end the mention's clause; a reason or a bare "continued" later in the sentence does not. */
const speaks = ({ means, governs, reach }: PlacedCue): boolean =>
  means !== 'nothing' && reach !== 'next' && (means !== 'absent' || governs !== 'after')

/**
 * "PT and an MRI were not done" is of both, "PT, and an MRI was not done" of one. In "after PT he was not given an MRI",
 * "uses a cane and was not given a brace" and "the report of the MRI was not obtained" another subject is meant.
 */
function isSubject(sentence: string, mention: Span, cue: PlacedCue, others: boolean): boolean {
  const before = sentence.slice(Math.max(0, mention.start - REPORT), mention.start)
  const between = sentence.slice(mention.end, cue.start)
  if (ANOTHER_SUBJECT.test(between) || OF_ANOTHER.test(before)) return false
  const several = others || /\band\b/.test(between)
  return !several || /^(?:were|have)\b/i.test(sentence.slice(cue.start)) || /\bor\b/.test(between)
}

const ANOTHER_SUBJECT =
  /\b(?:he|she|they|who|patient|worker|applicant|claimant|provider|physician|reports?|results?|authorization)\b|\b(?:and|or|but) $/i
/** "the report of his" and the like are shorter. */
const REPORT = 24
const OF_ANOTHER =
  /\b(?:from|with|after|following|despite|since|reports? of|results? of)(?: (?:an?|the|his|her|this))? $/i
