import { matchesOf, type Side, type Span, span } from '../../document/index.ts'

/** A word that names a side of the body, at its place. */
export interface SideWord extends Span {
  readonly side: Side
}

// "left and right sided sciatica", "knee pain, left greater than right", "R/L knees", "Lt. & Rt. hip", "B/L": both sides
// in one expression.
const BOTH =
  /\b(?:(?:left|right|[lr]t\.?|[lr])(?:[- ]sided)? ?(?:and|or|and\/or|&|\/|\+|>|greater than|more than) ?(?:the )?(?:left|right|[lr]t|[lr](?!-))|b ?\/ ?l)\b/gi
// "bilateral shoulders", "both knees", "Rt. knee", "(L) hip", "bilat. hips", "BL wrists", "(B) feet"; a single letter
// counts if it is a capital and not the start of a vertebral level. Letters are lost and exchanged: "bilatral", "rigth".
const ONE =
  /\b(?:left|right|b[ilat]{3,6}e?r?a?l(?:ly)?|bilat|bil|both|[lr]t|bl|letf|lfet|rigth|rihgt|righ)\b|\b[LR]\b(?![ -]?\d)|(?<=\()B(?=\))/gi
// "corneal scar, OS"
const EYES = /\bO[DSU]\b/g
const EYE_SIDES: Readonly<Record<string, Side>> = { OD: 'right', OS: 'left', OU: 'bilateral' }
/** Words only in capitals. */
const LOWER: ReadonlySet<string> = new Set(['l', 'r', 'b', 'bl'])

/** The words of a text that name a side, in order. */
export function sidesIn(text: string): SideWord[] {
  const both = matchesOf(text, BOTH).map(match => sideAt(match, 'bilateral'))
  const single = matchesOf(text, ONE).filter(
    match => !LOWER.has(match[0]) && !both.some(at => match.index >= at.start && match.index < at.end),
  )
  const eyes = matchesOf(text, EYES).map(match => sideAt(match, EYE_SIDES[match[0]]!))
  return [...both, ...single.map(match => sideAt(match, sideOf(match[0]))), ...eyes].sort((a, b) => a.start - b.start)
}

const sideAt = (match: RegExpExecArray, side: Side): SideWord => ({
  ...span(match.index, match.index + match[0].length),
  side,
})

function sideOf(word: string): Side {
  if (/^(?:l$|l[eft])/i.test(word)) return 'left'
  return /^r/i.test(word) ? 'right' : 'bilateral'
}
