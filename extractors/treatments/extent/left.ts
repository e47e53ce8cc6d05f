import type { InterventionKind } from '../../../document/index.ts'
import wordings from '../../../vocabulary/context/extents.json' with { type: 'json' }
import edges from '../../../vocabulary/terms/intervention-edges.json' with { type: 'json' }
import { patternsOf } from '../../language/named-patterns.ts'
import { isAnatomy, isAttribute, LEVEL } from './words.ts'

const wording = patternsOf(wordings)

/** How far to look to the left, in characters; modifiers are few. */
const REACH = 80

/**
 * Start of the phrase, including the words that belong to it: "supportive wrist | splint", "hip and lumbar | x-ray".
 */
export function leftEdge(text: string, start: number, limit: number, afterHit: boolean): number {
  let edge = start
  for (;;) {
    const before = text.slice(Math.max(limit, edge - REACH), edge)
    const whole = WHOLE.exec(before)
    if (whole) {
      edge -= whole[0].length
      continue
    }
    const joined = joinedLength(before, text.slice(edge, edge + 30), afterHit && limit > edge - REACH)
    const word = joined === 0 ? /([A-Za-z0-9'’-]+)[ /-]$/.exec(before) : null
    if (joined > 0) edge -= joined
    else if (word && isAttribute(word[1]!)) edge -= word[0].length
    else return edge + (NOT_ITS_OWN.exec(text.slice(edge, start))?.[0].length ?? 0)
  }
}

// "24-hour | urine test", "range of motion | test", "B/L | knee injections", "R&L knee", "(B) | wrist braces"
const WHOLE = wording('whole')

// "a second | lumbar epidural" is counted, a "second digit release" not; "the above | surgery", "is post | knee
// arthroscopy"
const NOT_ITS_OWN = wording('not-its-own')

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
  return isGiven(before.slice(0, joined.index)) ? 0 : joined[0].length
}

// "EMG of the bilateral upper | extremities and": the site that follows belongs to what precedes it.
const isGiven = (before: string): boolean => {
  const words = before.trimEnd().split(' ')
  const other = words.findLastIndex(word => !isAnatomy(word))
  return GIVEN.test(`${words.slice(0, other + 1).join(' ')} `)
}

const OF_SPINE = /^(?:cervical|thoracic|lumbar|lumbosacral|[lcts]\d.*)$/i
const GIVEN = wording('given')

// "a neoprene knee brace": words between an article and a device are part of its name, unless they only count it.
const NAMED = wording('own-words')

// "for a Bledsoe | knee brace", "and JAS | splint": a maker's name within a sentence
const MAKER = wording('maker')

/** Start of a device's phrase, including up to two words after its article, or its maker's name. */
export function namedEdge(text: string, start: number, from: number): number {
  const before = text.slice(Math.max(from, start - 50), start)
  return start - (NAMED.exec(before)?.[1] ?? MAKER.exec(before)?.[0] ?? '').length
}

/** Words that stand for a name whose last word comes later: "physical | and occupational therapy". */
const SHARED: ReadonlyMap<string, RegExp> = new Map(
  edges.shared.map(({ kind, words }) => [
    kind,
    new RegExp(`(?<![\\w-])(?:(?:${words.join('|')}), (?:and )?)*(?:${words.join('|')})(?:,? (?:and|or|&) |/)$`, 'i'),
  ]),
)

/** Start of the phrase, including words that share the last word of its name. */
export function sharedEdge(text: string, start: number, from: number, kind: InterventionKind): number {
  const before = text.slice(Math.max(from, start - 60), start)
  const shared = SHARED.get(kind)?.exec(before)
  return shared && !isGiven(before.slice(0, shared.index)) ? start - shared[0].length : start
}
