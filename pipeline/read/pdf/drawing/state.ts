import type { Box } from '../../../../document/index.ts'
import type { PdfFont } from './glyphs.ts'
import { IDENTITY, type Matrix } from './matrix.ts'
import type { Area, Piece } from './piece.ts'
import type { StructureTexts } from './structure.ts'

/** The operators of a page, as pdf.js delivers them. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** What drawing a page needs to know about the file. */
export interface DrawingContext {
  readonly fontOf: (name: string) => PdfFont
  /** Whether a picture hides what is under it. */
  readonly isOpaque: (picture: string, isMask?: boolean) => boolean
  readonly isVisible: (layer: unknown) => boolean
  readonly structureTexts: StructureTexts
}

/** The graphics state that `q` saves and `Q` restores. */
export interface GraphicsState {
  matrix: Matrix
  clip: Box | null
  fill: string | null
  stroke: string | null
  fillOpacity: number
  strokeOpacity: number
  /** Whether a blend mode lets what is below show through; one that darkens does not show it under black. */
  blends: boolean | 'darkens'
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

/** The graphics state at the beginning of a page. */
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

/** A page being drawn. */
export interface DrawnPage extends DrawingContext {
  state: GraphicsState
  readonly saved: GraphicsState[]
  line: Matrix
  text: Matrix
  clips: boolean
  /** Whether the layer of each open marked content is hidden. */
  readonly layers: boolean[]
  off: number
  /** The current replacement text, the piece and area from which it applies, and how many marks are open around it. */
  actual: { readonly text: string; readonly pieces: number; readonly areas: number; readonly depth: number } | null
  annotation: boolean
  /** How many states were saved when a group began that is only a mask; null outside of one. */
  mask: number | null
  /** The area painted last, and the order of one that may continue it. */
  strip: { readonly area: Area; readonly next: number } | null
  readonly pieces: Piece[]
  readonly areas: Area[]
}

/** Numbers as pdf.js delivers them, in its own arrays. */
export type Numbers = ArrayLike<number> & Iterable<number>
