import type { Box } from '../../../../document/index.ts'
import { holds } from '../drawing/matrix.ts'
import type { Area, Drawing, Piece } from '../drawing/piece.ts'
import { unlike } from './once.ts'
import { shadesOf } from './shades.ts'

/** The visible part of a page. */
export interface Seen {
  /** In drawing order; what an area hides reads as so many `COVER`. */
  readonly pieces: readonly Piece[]
  /** Whether there is text painted so that it is invisible. */
  readonly unseen: boolean
  /** Whether there is text under an area that was painted later. */
  readonly covered: boolean
}

/** Stands in the text for a character under a black box. */
export const COVER = '█'

/**
 * Separates what a person sees on a page from what is only in the file: text in its background's colour, transparent,
 * of zero size, clipped, or under a box. What is on a hidden layer, or outside the page, is not on the page at all. On
 * a scan the recognized text is invisible under or over the picture, and is what can be read.
 */
export function seenOf({ pieces, areas }: Drawing, view: Box): Seen {
  const onPage = pieces.flatMap(piece => (piece.paint.off ? [] : inside(piece, view)))
  const ground = groundOf(areas)
  const looks = onPage.map(piece => lookOf(piece, ground))
  const shown = looks.flatMap(look => look.shown)
  if (isScan(areas, view) && lettersOf(shown) < lettersOf(onPage) / 2)
    return { pieces: onPage, unseen: false, covered: false }
  // Text that is drawn again visibly is not hidden: a white outline of letters, or words above the box that covers
  // them.
  const covered = new Set(
    unlike(
      looks.flatMap(look => look.covered),
      shown,
    ),
  )
  return {
    pieces: looks.flatMap(look => [
      ...look.shown,
      ...(look.covered.some(piece => covered.has(piece)) ? look.masked : []),
    ]),
    unseen:
      unlike(
        looks.flatMap(look => look.unseen),
        shown,
      ).length > 0,
    covered: covered.size > 0,
  }
}

const lettersOf = (pieces: readonly (Piece | readonly Piece[])[]): number =>
  pieces.flat().reduce((sum, { text }) => sum + text.replace(/[\s█]/g, '').length, 0)

/** Whether a picture fills most of the page. */
const isScan = (areas: readonly Area[], view: Box): boolean =>
  areas.some(({ picture, box }) => picture && sizeOf(box) > sizeOf(view) / 2)

const sizeOf = ([x0, y0, x1, y1]: Box): number => (x1 - x0) * (y1 - y0)

/** The areas that may lie over or under a place, in drawing order. */
type Ground = (y: number) => readonly Area[]

/** Areas are indexed by horizontal bands, so that not every string is compared with every area. */
function groundOf(areas: readonly Area[]): Ground {
  const stripes = new Map<number, Area[]>()
  for (const area of areas)
    for (
      let at = stripeOf(area.box[1]);
      at <= Math.min(stripeOf(area.box[3]), stripeOf(area.box[1]) + MOST_STRIPES);
      at++
    )
      if (stripes.has(at)) stripes.get(at)!.push(area)
      else stripes.set(at, [area])
  return y => stripes.get(stripeOf(y)) ?? []
}

const stripeOf = (y: number): number => Math.floor(y / 16)
const MOST_STRIPES = 1000

/** What is visible of a piece. */
interface Look {
  readonly shown: readonly Piece[]
  readonly unseen: readonly Piece[]
  /** The piece, if an area was painted over part of it, and what is shown in its place. */
  readonly covered: readonly Piece[]
  readonly masked: readonly Piece[]
}

const NOTHING: Look = { shown: [], unseen: [], covered: [], masked: [] }
const shownOnly = (piece: Piece): Look => ({ ...NOTHING, shown: [piece] })
const unseenOnly = (piece: Piece): Look => ({ ...NOTHING, unseen: [piece] })

function lookOf(piece: Piece, ground: Ground): Look {
  const { opacity, clip, color } = piece.paint
  if (opacity < FAINT || piece.height < SMALLEST || piece.em < SMALLEST) return unseenOnly(piece)
  const around = ground(piece.y + piece.height * MIDDLE)
  if (around.length === 0 && clip === null) return contrast(color, WHITE) < SEEN ? unseenOnly(piece) : shownOnly(piece)
  const parts = clip === null ? [piece] : inside(piece, clip)
  const looks = parts.map(part => underAreas(part, around))
  return {
    shown: looks.flatMap(look => look.shown),
    unseen: [...(parts[0] === piece ? [] : [piece]), ...looks.flatMap(look => look.unseen)],
    covered: looks.flatMap(look => look.covered),
    masked: looks.flatMap(look => look.masked),
  }
}

/** Letters below this size in points are invisible. */
const SMALLEST = 2.5
const FAINT = 0.05
/** The height at which letters are sampled, as a fraction of their height above the baseline. */
const MIDDLE = 0.3
const WHITE = '#ffffff'
/** The least visible difference of a colour from its background, of 255 shades. */
const SEEN = 24

/** The largest difference of two colours in red, green or blue; unknown for a pattern. */
function contrast(one: string | null, other: string | null): number {
  if (one === null || other === null) return 255
  const [red, green, blue] = shadesOf(one)
  const [otherRed, otherGreen, otherBlue] = shadesOf(other)
  return Math.max(Math.abs(red - otherRed), Math.abs(green - otherGreen), Math.abs(blue - otherBlue))
}

function underAreas(piece: Piece, around: readonly Area[]): Look {
  const over = around.filter(({ order, opaque }) => opaque && order > piece.order)
  const covers = over.filter(({ box }) => within(piece, inBox(box, piece)).length > 0)
  if (covers.length > 0) return underCovers(piece, covers)
  const [x, y] = pointAt(piece, (piece.starts[0]! + piece.ends.at(-1)!) / 2, MIDDLE)
  const below = around.findLast(({ order, box }) => order < piece.order && holds(box, x, y))
  if (contrast(piece.paint.color, below ? below.color : WHITE) >= SEEN)
    return shownOnly(below?.color && below.color !== WHITE ? { ...piece, ground: below.color } : piece)
  // Letters in the colour of a dark box are a redaction too, although drawn the other way round.
  return below?.color && isDark(below.color)
    ? { ...NOTHING, covered: [piece], masked: [masked(piece, () => true)] }
    : unseenOnly(piece)
}

const isDark = (color: string): boolean => shadesOf(color).reduce((sum, shade) => sum + shade, 0) < 3 * 110

function underCovers(piece: Piece, covers: readonly Area[]): Look {
  const isUnder = (x: number, y: number) => covers.some(({ box }) => inBox(box, piece)(x, y))
  const isWhite = covers.every(({ color }) => contrast(color, WHITE) < SEEN)
  const left = isWhite ? within(piece, (x, y) => !isUnder(x, y)) : [masked(piece, isUnder)]
  return { ...NOTHING, covered: [piece], masked: left }
}

/** A box that covers the middle of letters, and not only their feet as a line does. */
const inBox =
  (box: Box, { height, angle }: Piece) =>
  (x: number, y: number): boolean => {
    const up = height * MIDDLE
    const turn = (angle * Math.PI) / 180
    const at = (part: number): boolean => holds(box, x - Math.sin(turn) * up * part, y + Math.cos(turn) * up * part)
    return at(-0.35) && at(0.4)
  }

/** The point of a piece at a distance in points along its baseline and a fraction of its height above it. */
function pointAt({ x, y, angle, height }: Piece, along: number, above: number): readonly [number, number] {
  if (angle === 0) return [x + along, y + height * above]
  const turn = (angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return [x + cos * along - sin * height * above, y + sin * along + cos * height * above]
}

const middleOf = (piece: Piece, at: number): readonly [number, number] =>
  pointAt(piece, (piece.starts[at]! + piece.ends[at]!) / 2, MIDDLE)

/** The parts of a piece whose characters are in a box. */
function inside(piece: Piece, box: Box): Piece[] {
  if (piece.angle === 0 && isInside(piece, box)) return [piece]
  const ends = [middleOf(piece, 0), middleOf(piece, piece.text.length - 1)] as const
  return ends.every(([x, y]) => holds(box, x, y)) ? [piece] : within(piece, (x, y) => holds(box, x, y))
}

/** Whether the first and the last character of a level piece are in a box, and so are all others. */
function isInside({ x, y, height, starts, ends }: Piece, [left, bottom, right, top]: Box): boolean {
  const middle = y + height * MIDDLE
  const last = ends.length - 1
  const [from, to] = [x + (starts[0]! + ends[0]!) / 2, x + (starts[last]! + ends[last]!) / 2]
  return middle >= bottom && middle <= top && from >= left && from <= right && to >= left && to <= right
}

/** The parts of a piece whose characters satisfy `isIn`; the piece itself if all do. */
function within(piece: Piece, isIn: (x: number, y: number) => boolean): Piece[] {
  const inside: boolean[] = []
  for (let at = 0; at < piece.starts.length; at++) {
    const [x, y] = middleOf(piece, at)
    inside.push(isIn(x, y))
  }
  if (!inside.includes(false)) return [piece]
  const parts: Piece[] = []
  for (let start = inside.indexOf(true); start >= 0; ) {
    const next = inside.indexOf(false, start)
    const end = next < 0 ? inside.length : next
    parts.push(partOf(piece, start, end))
    start = inside.indexOf(true, end)
  }
  return parts
}

const partOf = (piece: Piece, start: number, end: number): Piece => ({
  ...piece,
  text: piece.text.slice(start, end),
  starts: piece.starts.slice(start, end),
  ends: piece.ends.slice(start, end),
})

const masked = (piece: Piece, isUnder: (x: number, y: number) => boolean): Piece => ({
  ...piece,
  text: Array.from(piece.starts, (_, at) =>
    piece.text[at] !== ' ' && isUnder(...middleOf(piece, at)) ? COVER : piece.text[at],
  ).join(''),
})
