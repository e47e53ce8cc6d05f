import { withPlainCharacters } from '../../characters.ts'
import { type Matrix, moved } from './matrix.ts'
import type { Area, Paint, Piece, PieceFont } from './piece.ts'

/** A character as pdf.js draws it. */
export interface Glyph {
  readonly unicode: string
  /** In thousandths of an em. */
  readonly width: number
  /** In a font that is written downwards. */
  readonly vmetric?: readonly [number, number, number]
  /** Whether word spacing is added to it. */
  readonly isSpace: boolean
  readonly originalCharCode: number
}

/** A font, as far as it says where glyphs stand. */
export interface PdfFont extends PieceFont {
  readonly vertical: boolean
  /** The unit of glyph widths, in ems. */
  readonly unit: number
}

/** How a string is set. */
export interface Setting {
  readonly font: PdfFont
  readonly size: number
  /** Horizontal scaling of characters, as a factor. */
  readonly scale: number
  readonly rise: number
  readonly charSpacing: number
  readonly wordSpacing: number
  /** From text space to points on the page. */
  readonly matrix: Matrix
  readonly paint: Paint
  readonly order: number
}

/** The characters of a string with their places (null if it has none), and its advance in text space. */
export function pieceOf(
  glyphs: readonly (Glyph | number)[],
  setting: Setting,
): { readonly piece: Piece | null; readonly advance: number } {
  const { font, size, charSpacing, wordSpacing } = setting
  const baseline = baselineOf(setting)
  const drawn: Drawn = { text: '', starts: [], ends: [] }
  let at = 0
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      at -= (glyph / 1000) * size * baseline.stretch
      continue
    }
    const width = (font.vertical ? (glyph.vmetric?.[0] ?? -1000) : glyph.width) * font.unit * size * baseline.stretch
    write(drawn, charactersOf(glyph), at * baseline.points, width * baseline.points)
    at += width + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * baseline.spacing
  }
  return { piece: drawn.text === '' ? null : placed(setting, baseline, drawn), advance: at }
}

interface Drawn {
  text: string
  readonly starts: number[]
  readonly ends: number[]
}

/** Several characters of one glyph share its width. */
function write(drawn: Drawn, characters: string, start: number, width: number): void {
  if (characters.length === 1 && characters.charCodeAt(0) < FIRST_MARK) {
    drawn.starts.push(start)
    drawn.ends.push(start + width)
    drawn.text += characters
    return
  }
  const step = MARK.test(characters) ? 0 : width / characters.length
  for (let unit = 0; unit < characters.length; unit++) {
    drawn.starts.push(start + unit * step)
    drawn.ends.push(start + (unit + 1) * step)
  }
  drawn.text += characters
}

/** How a string runs across the page, or down it. */
interface Baseline {
  /** Its direction in text space. */
  readonly direction: readonly [number, number]
  /** The factor for widths and spacing. */
  readonly stretch: number
  readonly spacing: number
  /** Points on the page per unit of text space. */
  readonly points: number
}

function baselineOf({ font, size, scale, matrix: [a, b, c, d] }: Setting): Baseline {
  if (font.vertical) return { direction: [-c, -d], stretch: 1, spacing: -1, points: -Math.hypot(c, d) }
  const sense = Math.sign(size * scale) || 1
  return { direction: [sense * a, sense * b], stretch: scale, spacing: scale, points: sense * Math.hypot(a, b) }
}

function placed(setting: Setting, { direction }: Baseline, drawn: Drawn): Piece {
  const { size, scale, rise, charSpacing, matrix, font, paint, order } = setting
  const [a, b, c, d, x, y] = rise === 0 ? matrix : moved(matrix, 0, rise)
  const width = Math.hypot(a, b)
  return {
    ...drawn,
    x,
    y,
    angle: degrees(...direction),
    height: Math.hypot(c, d) * Math.abs(size),
    em: width * Math.abs(size * (font.vertical ? 1 : scale)),
    spacing: charSpacing * Math.abs(scale) * width,
    font,
    paint,
    order,
  }
}

/** Replacement text in place of strings, or of a picture of words. Null if it is empty, or covers nothing. */
export function replaced(text: string, pieces: readonly Piece[], areas: readonly Area[]): Piece | null {
  const characters = plainCharacters(text, 0).replace(/\s+/g, ' ')
  const [first, last] = [pieces[0] ?? overArea(areas.at(-1)), pieces.at(-1)]
  if (!first || characters.trim() === '') return null
  const [start, end] = [first.starts[0]!, last ? last.x - first.x + last.ends.at(-1)! : first.ends.at(-1)!]
  const step = Math.max(end - start, 0) / characters.length
  const edges = Array.from(characters, (_, at) => start + at * step)
  // Where more is written than there is room for, gaps say nothing about spaces: see `hasWhite`.
  const width = step < first.em * CROWDED ? 0 : step
  return { ...first, text: characters, starts: edges, ends: edges.map(edge => edge + width), spacing: 0 }
}

/** In ems: narrower than any letter. */
const CROWDED = 0.1

function overArea(area: Area | undefined): Piece | undefined {
  if (!area) return undefined
  const [x, y, right, top] = area.box
  const paint = { color: null, opacity: 1, clip: null, off: false }
  const font = { bold: false, ascent: 1, descent: 0 }
  const size = { height: top - y, em: top - y, spacing: 0, angle: 0 }
  return { text: ' ', starts: [0], ends: [right - x], x, y, ...size, font, paint, order: area.order }
}

const degrees = (x: number, y: number): number => (y === 0 && x > 0 ? 0 : (Math.atan2(y, x) * 180) / Math.PI)

/** Combining characters, which have no width, and the first of them. */
const MARK = /^\p{Mn}$/u
const FIRST_MARK = 0x300

/** Characters that only lay out text, such as a joiner. */
const LAYOUT = /\p{Cf}/u

/** Those, and what is no character: control codes and halves of pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
const UNSEEN = /[\u0000-\u001f\u007f-\u009f]|\p{Cf}|\p{Cs}/gu

/** Ligatures, and characters that have a plain equivalent. */
const COMPATIBLE = /[\u00b5\u037e\u2000-\u200a\u2126\ufb00-\ufb06]/g

/** By codes, since comparing strings takes longer, and all characters of a letter come by here. */
function isPlain(unicode: string): boolean {
  if (unicode.length !== 1) return false
  const code = unicode.charCodeAt(0)
  return code >= SPACE && code <= TILDE
}

const SPACE = 0x20
const TILDE = 0x7e

/**
 * The characters of a glyph. What a control character stands for is unknown: it becomes a space if the font uses it as
 * one, and otherwise the replacement character.
 */
const charactersOf = ({ unicode, originalCharCode }: Glyph): string =>
  isPlain(unicode) ? unicode : plainCharacters(unicode, originalCharCode)

function plainCharacters(unicode: string, code: number): string {
  const known = unicode.replace(UNSEEN, character => (LAYOUT.test(character) ? '' : unknown(character, code)))
  return withPlainCharacters(known.replace(COMPATIBLE, character => character.normalize('NFKC')))
}

const unknown = (character: string, code: number): string => (code === 32 || /\s/.test(character) ? ' ' : '\ufffd')
