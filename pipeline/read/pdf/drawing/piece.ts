import type { Box } from '../../../../document/index.ts'

/** A string that one operator drew, with the place of each of its characters. */
export interface Piece {
  /** Its characters, blanks included. */
  readonly text: string
  /** Where each UTF-16 unit of `text` begins and ends: points along the baseline from its origin. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Origin of the baseline, in points from the page's lower left corner. */
  readonly x: number
  readonly y: number
  /** Degrees by which the baseline is turned, counter-clockwise, above -180 to 180. */
  readonly angle: number
  /** Height of the font, in points. */
  readonly height: number
  /** Width of an em, in points: what white between characters is measured by. */
  readonly em: number
  /** Space that was added behind each character, in points. */
  readonly spacing: number
  readonly font: PieceFont
  readonly paint: Paint
  /** How much of its page was drawn before it. */
  readonly order: number
  /** The colour under it, "#rrggbb", where that is another than white. */
  readonly ground?: string | null
}

/** What a font says of itself. */
export interface PieceFont {
  readonly bold: boolean
  /** Above and below the baseline, as parts of its height. */
  readonly ascent: number
  readonly descent: number
}

/** How characters are painted, which decides whether they are seen. */
export interface Paint {
  /** "#rrggbb", or null for a pattern. */
  readonly color: string | null
  /** From 0, of which nothing is seen, to 1. */
  readonly opacity: number
  /** What lies outside is cut away; null where nothing is. */
  readonly clip: Box | null
  /** Whether it is on a layer that is switched off. */
  readonly off: boolean
}

/** A rectangle that was painted over what was drawn before it. */
export interface Area {
  readonly box: Box
  /** "#rrggbb", or null for a picture or a pattern. */
  readonly color: string | null
  /** Whether nothing that lies under it is seen. */
  readonly opaque: boolean
  readonly picture: boolean
  readonly order: number
}

/** What is drawn on a page, in the order in which it is drawn. */
export interface Drawing {
  readonly pieces: readonly Piece[]
  readonly areas: readonly Area[]
  /** Whether its content seems to be lost. */
  readonly isBroken: boolean
}
