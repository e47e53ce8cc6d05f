import type { Span } from '../../document/index.ts'
import cueList from '../../vocabulary/treatment-cues.json' with { type: 'json' }
import { phraseFinder } from '../phrases.ts'

/** What words of a sentence say about the interventions that it names. */
export interface Cue {
  readonly means: 'received' | 'planned' | 'absent' | 'nothing'
  /** "underwent" speaks of what follows, "was denied" of what stands before it, "was given" of either. */
  readonly governs: 'after' | 'before' | 'both'
  /** `next`: only what directly follows; `list`: opens a list; `rest`: all the rest, as a reason does. */
  readonly reach: 'next' | 'clause' | 'list' | 'rest'
}

export interface PlacedCue extends Cue, Span {}

const find = phraseFinder(cueList.cues.map(({ cue, ...entry }) => [cue, entry as Cue] as const))

/** The cues of a sentence, in order. */
export const findCues = (sentence: string): PlacedCue[] =>
  find(sentence).map(({ start, end, term }) => ({ ...term, start, end }))

/** What a sentence says of one of its mentions. */
export interface Verdict {
  readonly status: 'received' | 'planned'
  /** The cue opens a list, so that words which mean little alone ("heat") are interventions there. */
  readonly listed: boolean
  /** Some cue speaks of the mention; without one it is taken as received. */
  readonly cued: boolean
}

/** A negation this near forbids even what is said to have been done: "no MRI was performed". */
const ADJACENT = 25
const FAR = 220
const NEGATED = 110

/**
 * Received or planned, by the nearest cue; null where the mention is denied. What stands after it decides before what
 * stands before it: "the request for an MRI was denied", "MRI of the knee revealed".
 */
export function judge(sentence: string, mention: Span, cues: readonly PlacedCue[]): Verdict | null {
  const left = cues.findLast(cue => cue.governs !== 'before' && cue.end <= mention.start && reaches(sentence, cue, mention))
  const right = following(sentence, mention, cues)
  if (left?.means === 'absent' && (!right || mention.start - left.end <= ADJACENT)) return null
  const listed = left?.reach === 'list' && left.means !== 'absent'
  const deciding = right ?? left
  if (!deciding || deciding.means === 'nothing') return { status: 'received', listed, cued: false }
  return { status: deciding.means === 'planned' ? 'planned' : 'received', listed, cued: true }
}

function reaches(sentence: string, cue: PlacedCue, mention: Span): boolean {
  const between = sentence.slice(cue.end, mention.start)
  if (cue.means === 'nothing') return false
  if (cue.reach === 'next') return between.length <= 40 && !/[,;:(]|\band\b/.test(between)
  if (cue.means === 'absent' && cue.reach === 'clause')
    return between.length <= NEGATED && !/[;:]|, (?:but|and|however|although)\b|\bbut\b/.test(between)
  return true
}

function following(sentence: string, mention: Span, cues: readonly PlacedCue[]): PlacedCue | undefined {
  const next = cues.find(cue => cue.start >= mention.end && speaks(cue))
  if (!next || next.governs === 'after' || next.start - mention.end > FAR) return undefined
  return /;|\. |\bbut\b/.test(sentence.slice(mention.end, next.start)) ? undefined : next
}

/** A cue that could end the mention's clause; a reason or a bare "continued" later in the sentence does not. */
const speaks = ({ means, reach }: PlacedCue): boolean => means !== 'nothing' && means !== 'absent' && reach !== 'next'
