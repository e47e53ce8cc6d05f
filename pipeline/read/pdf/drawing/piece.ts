import type { Box } from '../../../../document/index.ts'

/** A string that one operator drew, with the place of each of its characters. */
export interface Piece {
  /** Its characters, including spaces. */
  readonly text: string
  /** Where each UTF-16 unit of `text` begins and ends: points along the baseline from its origin. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Origin of the baseline, in points from the page's lower left corner. */
  readonly x: number
  readonly y: number
  /** Degrees by which the baseline is turned, counter-clockwise, from above -180 to 180. */
  readonly angle: number
  /** Height of the font, in points. */
  readonly height: number
  /** Width of an em, in points, by which white space between characters is measured. */
  readonly em: number
  /** Character spacing added after each character, in points. */
  readonly spacing: number
  readonly font: PieceFont
  readonly paint: Paint
  /** How much of its page was drawn before it. */
  readonly order: number
  /** The colour under it, "#rrggbb", if that is not white. */
  readonly ground?: string | null
}

/** The left edge of a piece. */
export const leftOf = ({ x, starts }: Piece): number => x + starts[0]!
/** The right edge of a piece. */
export const rightOf = ({ x, ends }: Piece): number => x + ends.at(-1)!

/** What a font says of itself. */
export interface PieceFont {
  readonly bold: boolean
  /** Ascent and descent as fractions of its height. */
  readonly ascent: number
  readonly descent: number
}

/** How characters are painted, which determines whether they are visible. */
export interface Paint {
  /** "#rrggbb", or null for a pattern. */
  readonly color: string | null
  /** From 0, invisible, to 1. */
  readonly opacity: number
  /** What is outside is clipped; null if nothing is. */
  readonly clip: Box | null
  /** Whether it is on a layer that is switched off. */
  readonly off: boolean
}

/** A rectangle that was painted over what was drawn before it. */
export interface Area {
  readonly box: Box
  /** "#rrggbb", or null for a picture or a pattern. */
  readonly color: string | null
  /** Whether it hides what is under it. */
  readonly opaque: boolean
  readonly picture: boolean
  readonly order: number
}

/** What is drawn on a page, in drawing order. */
export interface Drawing {
  readonly pieces: readonly Piece[]
  readonly areas: readonly Area[]
  /** Whether some of its content seems to be lost. */
  readonly isBroken: boolean
}
