import type { InterventionKind } from '../../../document/index.ts'
import wordings from '../../../vocabulary/context/extents.json' with { type: 'json' }
import { patternsOf } from '../../language/named-patterns.ts'
import { isAnatomy } from './words.ts'

const wording = patternsOf(wordings)

// " of the", " to his", " for"; nothing at all in "MRI right shoulder"
const PREPOSITION = wording('preposition')
// ", ", " and ", "/", ", and the "
const CONNECTOR = wording('connector')
// "with and without contrast", "w/o gadolinium", "with IV contrast", "with flexion and extension views"
const CONTRAST = wording('contrast')
// "hernia repair with mesh", "reconstruction using a hamstring allograft"
const GRAFT = wording('graft')

// "injection, right elbow", "tendon repair, left": only at the end of its clause.
const BESIDE = wording('side-beside')

// "MRI of the neck and knee": the second site belongs only if no other noun follows it, as in "and knee strain".
const ENDS = wording('phrase-ends')

// "epidural injection | at L4-5", "block x1 | at C6 and C7"
const AT_LEVEL = wording('at-level')
// "C3 | through C7", "L4 | to the sacrum"
const LEVEL_RANGE = wording('level-range')

const OPEN: ReadonlySet<InterventionKind | undefined> = new Set(['surgery', 'diagnostic', 'injection', 'therapy'])
// "microfracture | of the talar dome": a place that no list knows, up to the end of its phrase
const PLACE = wording('any-place')

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
  const range = LEVEL_RANGE.exec(text.slice(Math.max(0, edge - 4), edge + 24))
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

// "blocks at L4-5 | on the left"
const SIDE_BEHIND = wording('side-behind-level')
const ENDS_IN_LEVEL = /[LCTS]\d{1,2}(?:-[LCTS]?\d{1,2})?$/i

/** The same with the spinal level that follows an operation or injection. */
export function procedureEdge(text: string, end: number, limit: number, kind: InterventionKind): number {
  if (kind !== 'injection' && kind !== 'surgery') return end
  const level = end + (AT_LEVEL.exec(text.slice(end, end + 60))?.[0].length ?? 0)
  const side = ENDS_IN_LEVEL.test(text.slice(0, level)) ? SIDE_BEHIND.exec(text.slice(level, level + 30)) : null
  const edge = level + (side?.[0].length ?? 0)
  return edge > limit ? end : edge
}

const ALONE = /^ ?(?:first|second|third|fourth|fifth|small|both|[a-z])$/

// "a class at the | hand clinic", "given by the | spine surgeon"
const WORKPLACE = wording('not-a-place')

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
