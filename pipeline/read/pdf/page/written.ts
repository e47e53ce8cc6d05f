import type { Piece } from '../drawing/piece.ts'
import type { PdfLine } from './lines.ts'
import { spacesWithinWords } from './spaced-out.ts'

/** As fractions of an em: a gap this wide is a space; a space no wider than the second is none. */
const [WHITE, NO_WHITE] = [0.102, 0.03]

/** A line as text: its characters, with their edges on the page. */
export interface Written {
  text: string
  readonly lefts: number[]
  readonly rights: number[]
  /** Its pieces, with the characters of each. */
  readonly parts: { readonly start: number; readonly end: number; readonly piece: Piece }[]
}

/** A line with the spaces that the page shows. */
export function writtenLine({ pieces }: PdfLine): Written {
  const written: Written = { text: '', lefts: [], rights: [], parts: [] }
  let last: Piece | null = null
  for (const piece of pieces) {
    const before = written.text.length
    last = writePiece(written, piece, last)
    const start = written.text[before] === ' ' ? before + 1 : before
    if (written.text.length > start) written.parts.push({ start, end: written.text.length, piece })
  }
  const spaces = spacesWithinWords(written)
  return spaces.size > 0 ? closedUp(written, spaces) : written
}

/** The same line without some of its spaces. */
function closedUp({ text, lefts, rights, parts }: Written, spaces: ReadonlySet<number>): Written {
  const stays = (_: unknown, at: number): boolean => !spaces.has(at)
  const moved = (offset: number): number => offset - [...spaces].filter(at => at < offset).length
  return {
    text: text.split('').filter(stays).join(''),
    lefts: lefts.filter(stays),
    rights: rights.filter(stays),
    parts: parts.map(part => ({ ...part, start: moved(part.start), end: moved(part.end) })),
  }
}

/** Adds the characters of a piece and the spaces that the page shows; returns the piece of the last character. */
function writePiece(written: Written, piece: Piece, last: Piece | null): Piece | null {
  const { text, starts, ends, x } = piece
  let before = last
  let space = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === ' ') {
      space = true
      continue
    }
    const left = x + starts[at]!
    if (before && hasWhite(written, left - spacingBetween(before, piece), before.em, space))
      put(written, ' ', left, left)
    put(written, text[at]!, left, x + ends[at]!)
    before = piece
    space = false
  }
  return before
}

/** Character spacing within a string does not separate words. */
const spacingBetween = (before: Piece, next: Piece): number =>
  before.spacing > before.em * WHITE * 0.8 && before.spacing === next.spacing ? next.spacing : 0

/**
 * Whether there is a gap between the last character and one at `left`. A font without widths leaves none, only a space
 * character.
 */
function hasWhite({ lefts, rights }: Written, left: number, em: number, space: boolean): boolean {
  const right = rights.at(-1)!
  const ems = (left - right) / em
  return ems >= WHITE || (space && (ems > NO_WHITE || right === lefts.at(-1)))
}

function put(written: Written, character: string, left: number, right: number): void {
  written.text += character
  written.lefts.push(left)
  written.rights.push(right)
}
