import type { Piece } from '../drawing/piece.ts'

/**
 * Removes what is drawn a second time at nearly the same place, which programs do to imitate a bold font or a shadow.
 * Strings are compared character by character, since they may be split differently the second time; but only if strings
 * of the page overlap, which those of a normal page do not.
 */
export function once(pieces: readonly Piece[]): readonly Piece[] {
  return hasOverlap(pieces) ? withoutTwins(pieces) : pieces
}

/** The pieces with a character that has no twin among `others`. */
export function unlike(pieces: readonly Piece[], others: readonly Piece[]): readonly Piece[] {
  if (pieces.length === 0) return pieces
  const places = new Map<string, Place[]>()
  for (const piece of others) for (const place of placesOf(piece)) remember(places, place)
  return pieces.filter(piece => placesOf(piece).some(place => !hasTwin(places, place)))
}

/** Size in points of the bands that separate lines. */
const LINE = 2

const INK = /\S/

/** Whether a piece overlaps another one of its line by more than the overhang of letters. */
function hasOverlap(pieces: readonly Piece[]): boolean {
  const lines = new Map<number, [left: number, right: number][]>()
  for (const { text, x, y, starts, ends } of pieces) {
    if (!INK.test(text)) continue
    const left = x + starts[0]!
    const right = x + ends[ends.length - 1]!
    const row = Math.round(y / LINE)
    for (const near of [row - 1, row, row + 1])
      for (const other of lines.get(near) ?? [])
        if (Math.min(right, other[1]) - Math.max(left, other[0]) > Math.min(1.5, (right - left) * 0.4)) return true
    if (lines.has(row)) lines.get(row)!.push([left, right])
    else lines.set(row, [[left, right]])
  }
  return false
}

/** A character and its centre. */
interface Place {
  readonly character: string
  readonly x: number
  readonly y: number
  /** How near a twin must be. */
  readonly reach: number
}

function placesOf({ text, x, y, starts, ends, height }: Piece): Place[] {
  return Array.from(starts, (start, at) => ({
    character: text[at]!,
    x: x + (start + ends[at]!) / 2,
    y,
    reach: Math.min(Math.max(NEAR, height * 0.1), Math.max((ends[at]! - start) * 0.55, NEAR / 4)),
  })).filter(({ character }) => character !== ' ')
}

/** Maximum offset in points of a second drawing, at the usual text size. */
const NEAR = 1.6

function withoutTwins(pieces: readonly Piece[]): Piece[] {
  const places = new Map<string, Place[]>()
  const before = new Map<string, Piece[]>()
  return pieces.flatMap(piece => {
    if (isDrawnAgain(before, piece)) return []
    const own = placesOf(piece)
    const twins = new Set(own.filter(place => hasTwin(places, place)))
    for (const place of own) if (!twins.has(place)) remember(places, place)
    if (twins.size === 0) return [piece]
    return twins.size === own.length ? [] : withoutCharacters(piece, own, twins)
  })
}

/** Whether the same words begin at the same place, perhaps in another font. */
function isDrawnAgain(before: Map<string, Piece[]>, piece: Piece): boolean {
  const words = piece.text.trim()
  if (words.length < WORDS) return false
  const same = before.get(words) ?? []
  const isAgain = same.some(({ x, y, starts }) => {
    const apart = Math.abs(x + starts[0]! - piece.x - piece.starts[0]!)
    return apart <= NEAR && Math.abs(y - piece.y) <= NEAR
  })
  if (!isAgain) before.set(words, [...same, piece])
  return isAgain
}

/** Fewer characters may begin another string, too. */
const WORDS = 4

/** Side of the grid squares in which places are stored; a twin is in the same square or an adjacent one. */
const SQUARE = 4

const keyOf = (character: string, column: number, row: number): string => `${character}${column},${row}`

function remember(places: Map<string, Place[]>, place: Place): void {
  const key = keyOf(place.character, Math.floor(place.x / SQUARE), Math.floor(place.y / SQUARE))
  if (places.has(key)) places.get(key)!.push(place)
  else places.set(key, [place])
}

function hasTwin(places: ReadonlyMap<string, readonly Place[]>, { character, x, y, reach }: Place): boolean {
  const [column, row] = [Math.floor(x / SQUARE), Math.floor(y / SQUARE)]
  for (const dx of [0, -1, 1])
    for (const dy of [0, -1, 1])
      for (const other of places.get(keyOf(character, column + dx, row + dy)) ?? [])
        if (Math.abs(other.x - x) <= reach && Math.abs(other.y - y) <= reach) return true
  return false
}

/** A piece without some of its characters; the rest keeps its place. */
function withoutCharacters(piece: Piece, own: readonly Place[], twins: ReadonlySet<Place>): Piece[] {
  const kept: number[] = []
  let next = 0
  for (let at = 0; at < piece.text.length; at++) if (piece.text[at] === ' ' || !twins.has(own[next++]!)) kept.push(at)
  return [
    {
      ...piece,
      text: kept.map(at => piece.text[at]).join(''),
      starts: kept.map(at => piece.starts[at]!),
      ends: kept.map(at => piece.ends[at]!),
    },
  ]
}
