import type { Piece } from '../drawing/piece.ts'

/**
 * The same pieces without what is drawn a second time at nearly the same place, as programs do that have no bold font, or
 * for a shadow. Strings are compared character by character, since the second time they may be cut elsewhere; but only
 * where one of the page's strings lies over another, which those of a sound page do not.
 */
export function once(pieces: readonly Piece[]): readonly Piece[] {
  return hasOverlap(pieces) ? withoutTwins(pieces) : pieces
}

/** The pieces of which a character has no twin among `others`. */
export function unlike(pieces: readonly Piece[], others: readonly Piece[]): readonly Piece[] {
  if (pieces.length === 0) return pieces
  const places = new Map<string, Place[]>()
  for (const piece of others) for (const place of placesOf(piece)) remember(places, place)
  return pieces.filter(piece => placesOf(piece).some(place => !hasTwin(places, place)))
}

/** Points by which lines are told apart. */
const LINE = 2

/** Whether a piece lies over another one of its line by more than letters lean over their neighbours. */
function hasOverlap(pieces: readonly Piece[]): boolean {
  const lines = new Map<number, [left: number, right: number][]>()
  for (const { text, x, y, starts, ends } of pieces) {
    if (text.trim() === '') continue
    const [left, right] = [x + starts[0]!, x + ends.at(-1)!]
    const row = Math.round(y / LINE)
    for (const near of [row - 1, row, row + 1])
      for (const other of lines.get(near) ?? [])
        if (Math.min(right, other[1]) - Math.max(left, other[0]) > Math.min(1.5, (right - left) * 0.4)) return true
    if (lines.has(row)) lines.get(row)!.push([left, right])
    else lines.set(row, [[left, right]])
  }
  return false
}

/** A character, and where its middle stands. */
interface Place {
  readonly character: string
  readonly x: number
  readonly y: number
  /** How near a twin stands. */
  readonly reach: number
}

function placesOf({ text, x, y, starts, ends, height }: Piece): Place[] {
  return Array.from(starts, (start, at) => ({
    character: text[at]!,
    x: x + (start + ends[at]!) / 2,
    y,
    reach: Math.min(Math.max(NEAR, height * 0.1), Math.max((ends[at]! - start) * 0.45, NEAR / 4)),
  })).filter(({ character }) => character !== ' ')
}

/** Points up to which a second drawing is moved, at the size of common text. */
const NEAR = 1.2

function withoutTwins(pieces: readonly Piece[]): Piece[] {
  const places = new Map<string, Place[]>()
  return pieces.flatMap(piece => {
    const own = placesOf(piece)
    const twins = new Set(own.filter(place => hasTwin(places, place)))
    for (const place of own) if (!twins.has(place)) remember(places, place)
    if (twins.size === 0) return [piece]
    return twins.size === own.length ? [] : withoutCharacters(piece, own, twins)
  })
}

/** Side of the squares in which places are kept; a twin stands in the same square or beside it. */
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

/** A piece without some of its characters; what remains keeps its place. */
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
