import type { Box } from '../../../../document/index.ts'
import type { Piece } from '../drawing/piece.ts'
import { linesOf, type PdfLine } from './lines.ts'
import { byPlace } from './order.ts'
import { writtenLine } from './written.ts'

/**
 * The pieces of a page that are no part of the letter: watermarks, stamps, numbers of lines, of a production or of a fax.
 * They are told by how they look beside the rest, and where they stand, since what they say may be anything.
 */
export function strayOf(pieces: readonly Piece[], view: Box): ReadonlySet<Piece> {
  const written = pieces.filter(({ text }) => text.trim() !== '')
  const body = bodyOf(written)
  if (!body) return new Set()
  const stray = new Set<Piece>()
  for (const find of [watermarks, stamps, lineNumbers, edgeLines])
    for (const piece of find(
      written.filter(piece => !stray.has(piece)),
      body,
      view,
    ))
      stray.add(piece)
  return stray
}

/** How most letters of a page look. */
interface Body {
  readonly height: number
  readonly color: string
}

function bodyOf(pieces: readonly Piece[]): Body | null {
  const letters = new Map<string, number>()
  for (const { text, height, paint } of pieces) {
    const look = `${paint.color ?? ''} ${height.toFixed(1)}`
    letters.set(look, (letters.get(look) ?? 0) + text.length)
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1])
  if (!most) return null
  const [color, height] = most[0].split(' ') as [string, string]
  return { color, height: Number(height) }
}

const shades = (color: string | null): [number, number, number] | null =>
  color === null || color === ''
    ? null
    : ([1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16)) as [number, number, number])

/** From 0, black, to 255, white, as the page shows it. */
function lightness({ color, opacity }: Piece['paint'] | { color: string; opacity: number }): number {
  const [red, green, blue] = shades(color) ?? [0, 0, 0]
  return 255 - (255 - (0.3 * red + 0.59 * green + 0.11 * blue)) * opacity
}

const isColored = (color: string | null): boolean => {
  const found = shades(color)
  return found !== null && Math.max(...found) - Math.min(...found) > COLORED
}

/** Shades of 255: what is lighter than the first is faint beside black; what differs by the second is no gray. */
const [LIGHT, COLORED] = [170, 80]

/** Faint words on a page that is else dark: across the page, all over it, or once. */
function watermarks(pieces: readonly Piece[], body: Body): readonly Piece[] {
  if (lightness({ color: body.color, opacity: 1 }) > LIGHT / 2) return []
  const faint = pieces.filter(({ paint, ground }) => !ground && paint.color !== null && lightness(paint) > LIGHT)
  return lettersOf(faint) < lettersOf(pieces) / 3 ? faint : []
}

const lettersOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + text.trim().length, 0)

const leftOf = ({ x, starts }: Piece): number => x + starts[0]!
const rightOf = ({ x, ends }: Piece): number => x + ends.at(-1)!

/**
 * Words that were put on the page when the letter was done: in a colour or a size that the letter has not, few, and
 * over its lines, beside them, or where no title stands: a title has its row for itself.
 */
function stamps(pieces: readonly Piece[], body: Body, view: Box): readonly Piece[] {
  const isOther = ({ height, paint }: Piece): boolean =>
    height > body.height * LARGE || (isColored(paint.color) && paint.color !== body.color)
  const others = pieces.filter(isOther)
  if (others.length === 0 || lettersOf(others) > MOST_LETTERS) return []
  const own = pieces.filter(piece => !isOther(piece))
  const over = others.filter(piece => isOffRow(piece, own, body, view) || own.some(line => sharesRow(piece, line)))
  return others.filter(piece => over.some(one => one === piece || isBeside(one, piece)))
}

/** Whether a word stands in a row of its own where no title stands: far below the last line, or colourful and out of line. */
function isOffRow(piece: Piece, own: readonly Piece[], body: Body, [left, , right]: Box): boolean {
  const lowest = Math.min(...own.map(({ y }) => y))
  if (piece.height > body.height * LARGE && piece.y < lowest - piece.height * 3) return true
  if (!isColored(piece.paint.color) || own.some(line => Math.abs(line.y - piece.y) < line.height / 2)) return false
  const isAligned = own.some(line => Math.abs(leftOf(line) - leftOf(piece)) < 3)
  return !isAligned && Math.abs(leftOf(piece) + rightOf(piece) - left - right) > CENTRED
}

/** Twice the points by which a title may stand beside the middle of the page. */
const CENTRED = 60

/** Beside the letter's own size. */
const LARGE = 1.25
const MOST_LETTERS = 120

/** Whether a line of the letter goes through a word of another size or colour, or ends beside it. */
function sharesRow(piece: Piece, line: Piece): boolean {
  const middle = line.y + line.height * 0.3
  if (middle < piece.y - piece.height * 0.2 || middle > piece.y + piece.height * 0.8) return false
  const apart = Math.max(leftOf(piece) - rightOf(line), leftOf(line) - rightOf(piece))
  // A word in the line that is large or red goes on with it.
  return apart > line.em * 1.2 || (apart < -line.em && Math.abs(piece.y - line.y) > 0.5)
}

/** Whether two words stand close together, as the lines of a stamp do. */
const isBeside = (one: Piece, other: Piece): boolean =>
  Math.abs(one.y - other.y) < Math.max(one.height, other.height) * 2 &&
  leftOf(other) < rightOf(one) + one.em * 2 &&
  leftOf(one) < rightOf(other) + one.em * 2

/** Numbers down the margin, each one more than that above it. */
function lineNumbers(pieces: readonly Piece[]): readonly Piece[] {
  const numbers = pieces.filter(({ text }) => /^\s*\d{1,3}\s*$/.test(text))
  if (numbers.length < LEAST_NUMBERS) return []
  const numbered = new Set(numbers)
  const left = Math.min(...pieces.filter(piece => !numbered.has(piece)).map(leftOf))
  const outside = numbers.filter(piece => rightOf(piece) < left).sort((a, b) => b.y - a.y)
  const counted = outside.filter(({ text }, at) => at === 0 || Number(text) === Number(outside[at - 1]!.text) + 1)
  return outside.length >= LEAST_NUMBERS && counted.length >= outside.length * 0.9 ? outside : []
}

const LEAST_NUMBERS = 8

/** Points from the edge of the page in which machines print: half an inch, where letters have an inch. */
const EDGE = 40

/** "01/05/2017 10:22 FAX 5550100", "P. 3/7", "-> 003": what a fax says of itself. */
const FAX = /\d{1,2}:\d\d|\bfax\b|\bp(?:age|g)?\.? ?\d{1,3} ?(?:\/|of) ?\d{1,3}\b|\b\d{3}\/\d{3}\b/i
/** "ABC 000123", "DEF-0004567": how documents that were handed over are numbered through. */
const PRODUCTION = /^[A-Z][A-Z&_. -]{0,20}[-_ ]?0\d{3,9}$/
/** "file:///letters/knee.html 2/3", "Knee https://example.org/knee": where a browser found what it printed. */
const ADDRESS = /\b(?:https?|file):\/\/\S+(?: \d{1,3}\/\d{1,3})?$/

/** Lines in the outermost half inch that a fax, a browser or a copy shop has printed there. */
function edgeLines(pieces: readonly Piece[], body: Body, [, bottom, , top]: Box): readonly Piece[] {
  const isAtEdge = ({ y, height }: Piece): boolean => y + height > top - EDGE || y < bottom + EDGE
  const lines = linesOf(byPlace(pieces.filter(isAtEdge)))
  return lines.flatMap(line => {
    const { text } = writtenLine(line)
    if (/case number/i.test(text) || !(FAX.test(text) || PRODUCTION.test(text) || ADDRESS.test(text))) return []
    return isPartOf(body, line, pieces) ? [] : line.pieces
  })
}

/** Whether a line goes on with the letter's: where margins are narrow, its lines reach the edge. */
const isPartOf = (body: Body, { y, height }: PdfLine, pieces: readonly Piece[]): boolean =>
  Math.abs(height - body.height) < 0.5 &&
  pieces.some(piece => Math.abs(piece.y - y) > height * 0.9 && Math.abs(piece.y - y) < height * 1.6)
