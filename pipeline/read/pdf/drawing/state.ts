import type { Box } from '../../../../document/index.ts'
import type { PdfFont } from './glyphs.ts'
import { IDENTITY, type Matrix } from './matrix.ts'
import type { Area, Piece } from './piece.ts'
import type { StructureTexts } from './structure.ts'

/** The operators of a page, as pdf.js hands them out. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** What drawing a page needs to know of the file. */
export interface DrawingContext {
  readonly fontOf: (name: string) => PdfFont
  /** Whether a picture hides what lies under it. */
  readonly isOpaque: (picture: string) => boolean
  readonly isVisible: (layer: unknown) => boolean
  readonly structureTexts: StructureTexts
}

/** The state of drawing that `q` saves and `Q` brings back. */
export interface GraphicsState {
  matrix: Matrix
  clip: Box | null
  fill: string | null
  stroke: string | null
  fillOpacity: number
  strokeOpacity: number
  /** Whether colours are mixed with what lies below, so that it shines through. */
  blends: boolean
  lineWidth: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  mode: number
  font: PdfFont | null
  size: number
}

export const START: GraphicsState = {
  matrix: IDENTITY,
  clip: null,
  fill: '#000000',
  stroke: '#000000',
  fillOpacity: 1,
  strokeOpacity: 1,
  blends: false,
  lineWidth: 1,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  font: null,
  size: 0,
}

/** A page that is being drawn. */
export interface DrawnPage extends DrawingContext {
  state: GraphicsState
  readonly saved: GraphicsState[]
  line: Matrix
  text: Matrix
  clips: boolean
  /** For each piece of marked content that is open, whether its layer is off. */
  readonly layers: boolean[]
  off: number
  /** The text that stands for what is being drawn, since which piece and area, and how many marks are open around it. */
  actual: { readonly text: string; readonly pieces: number; readonly areas: number; readonly depth: number } | null
  annotation: boolean
  readonly pieces: Piece[]
  readonly areas: Area[]
}

/** Numbers as pdf.js hands them out, in arrays of its own. */
export type Numbers = ArrayLike<number> & Iterable<number>
