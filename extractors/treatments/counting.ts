import type { Span } from '../../document/index.ts'
import { findSites } from '../../terminology/index.ts'
import wordings from '../../vocabulary/context/mentions.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import type { Hit } from './hit.ts'
import type { Verdict } from './status.ts'

const wording = patternsOf(wordings)

/** Words that mean little by themselves count only if a cue names them. */
export function counts(sentence: string, hit: Hit, verdict: Verdict, at: Span): boolean {
  const { use } = hit.term
  if (use === 'listed')
    return (
      verdict.listed ||
      asked(sentence, hit, verdict) ||
      disputed(sentence, hit, verdict) ||
      isDue(sentence, hit) ||
      limits(sentence, hit) ||
      operated(sentence, hit, verdict, at) ||
      applied(sentence, hit, verdict)
    )
  // "Imaging studies of the neck are unremarkable": with a site, a general word is specific enough.
  if (use === 'generic')
    return (
      verdict.listed ||
      verdict.cue !== null ||
      (hit.term.kind === 'diagnostic' && at.end > hit.end) ||
      COUNTED.test(sentence.slice(Math.max(0, at.start - 40), at.start))
    )
  return use !== 'cued' || verdict.cue !== null
}

// "of six visits of | therapy he kept two"
const COUNTED = wording('counted')

// "using a wrist splint, | ice and Zyxomol": a word that means little by itself continues the list before it.
export const listedWith = (
  sentence: string,
  previous: Hit | undefined,
  { start, term }: Hit,
  { cue }: Verdict,
): boolean =>
  term.use === 'listed' &&
  (term.kind === 'device' || term.kind === 'activity') &&
  previous !== undefined &&
  cue !== null &&
  /^(?:,|,? and|, or) $/.test(sentence.slice(previous.end, start))

/** A hit that is not denied, and whether it counts by itself. */
export interface CandidateHit {
  readonly hit: Hit
  readonly verdict: Verdict
  readonly at: Span
  readonly counted: boolean
}

/**
 * Those that count, and those that are listed with them: "a home exercise program and | over-the-counter NSAIDs",
 * "Ice, | heat, | and Norco were given".
 */
export function coordinated(sentence: string, candidates: readonly (CandidateHit | null)[]): CandidateHit[] {
  const counted = candidates.map(each => each?.counted ?? false)
  for (const [at, each] of candidates.entries())
    if (at > 0 && counted[at - 1] && isListable(each) && areListed(sentence, candidates[at - 1]!, each))
      counted[at] = true
  for (let at = candidates.length - 2; at >= 0; at--) {
    const each = candidates[at] ?? null
    if (counted[at + 1] && isListable(each) && each.verdict.cue && areListed(sentence, each, candidates[at + 1]!))
      counted[at] = true
  }
  return candidates.filter((each, at) => each !== null && counted[at]!) as CandidateHit[]
}

// "recommended rest, | and a follow-up in two weeks"
const isListable = (candidate: CandidateHit | null): candidate is CandidateHit =>
  candidate !== null &&
  (candidate.hit.term.kind !== 'consultation' ||
    (VISITS.has(candidate.hit.term.concept) && candidate.verdict.cue?.category === 'planned'))

const VISITS: ReadonlySet<string> = new Set(['office-visit', 'consultation'])

const areListed = (sentence: string, one: CandidateHit, next: CandidateHit): boolean =>
  COORDINATED.test(sentence.slice(one.at.end, next.at.start))

const COORDINATED = wording('coordinated')

// "return to work with | no overhead reaching"
const limits = (sentence: string, { start, end, term }: Hit): boolean =>
  term.concept === 'no-activity' && (AT_WORK.test(sentence) || AMOUNT.test(sentence.slice(start, end)))
// "no sitting over 30 minutes"
const AMOUNT = wording('limited-to')
const AT_WORK = wording('at-work')

// "The request for re-evaluation", "an office visit was requested", "will follow up"; but not "presented for
// evaluation".
function asked(sentence: string, { term, start, end }: Hit, { status, cue }: Verdict): boolean {
  if (term.kind !== 'consultation' || status !== 'planned' || !cue) return false
  if (cue.end <= start) return start - cue.end <= NEAR
  return cue.start - end <= NEAR || WHEN_OR_BY_WHOM.test(sentence.slice(end, cue.start))
}
const NEAR = 6

// "Return to clinic | in four weeks."
const isDue = (sentence: string, { term, start, end }: Hit): boolean =>
  term.kind === 'consultation' && BEGINS.test(sentence.slice(0, start)) && DUE.test(sentence.slice(end, end + 40))
// "Plan: Norco; | follow-up in four weeks"
const BEGINS = /(?:^|[;,:] )$/
const DUE = wording('due')

// "a request for 6 | office visits over six months was modified", "The | fusion was not certified": what was asked for
// has been named before, or needs no more words.
const disputed = (sentence: string, { term, start, end }: Hit, { status, cue }: Verdict): boolean =>
  status === 'planned' &&
  cue !== null &&
  ((term.kind === 'consultation' && REQUEST_FOR.test(sentence.slice(0, start))) ||
    (term.kind === 'surgery' &&
      (THE_OPERATION.test(sentence.slice(0, start)) ||
        (start - cue.end <= 3 && / a $/.test(sentence.slice(0, start)) && ENDS_THERE.test(sentence.slice(end))))))
const REQUEST_FOR = wording('request-for')
const THE_OPERATION = wording('the-operation')
const ENDS_THERE = wording('ends-there')

// "a follow-up visit | in six weeks | was requested"
// "a second opinion | by a different surgeon | was requested"
const WHEN_OR_BY_WHOM = wording('when-or-by-whom')

// "to apply | ice", "uses | heat": a word that means little by itself directly after its verb.
const applied = (sentence: string, { term, start }: Hit, { cue }: Verdict): boolean =>
  (term.kind === 'device' || term.kind === 'activity') &&
  cue !== null &&
  start > cue.end &&
  VERB_OF_USE.test(sentence.slice(cue.end, start))
const VERB_OF_USE = wording('verb-of-use')

// "underwent an L4-S1 fusion": a word in which many operations end is one if it has a site.
// "Release of the thumb did little": so is one that says on what it was done, without a cue too.
const OPERATION_ON = wording('operation-on')
const operated = (sentence: string, hit: Hit, { cue }: Verdict, at: Span): boolean =>
  hit.term.kind === 'surgery' &&
  (cue !== null || OPERATION_ON.test(sentence.slice(hit.start, at.end))) &&
  (at.start < hit.start || at.end > hit.end || findSites(sentence.slice(hit.start, hit.end)).length > 0)
