import type { PdfFont } from '../../drawing/glyphs.ts'
import type { Numbers } from '../../drawing/state.ts'
import type { Components, PlainSpaces } from '../colors.ts'
import type { PdfFile } from '../file.ts'
import type { PlainFont, PlainFonts } from '../fonts.ts'
import type { Dictionary } from '../objects.ts'
import type { Path } from './path.ts'

/** What a page needs of its file. */
export interface ContentContext {
  readonly file: PdfFile
  readonly fonts: PlainFonts
  readonly spaces: PlainSpaces
  readonly resources: Dictionary
  /** The numbers of the pictures that were drawn so far. */
  readonly drawn: Set<number>
}

/** The part of the graphics state that decides what an operator means; `q` saves it and `Q` restores it. */
interface State {
  font: PlainFont | null
  fill: Components
  stroke: Components
}

/** A page of which the operators are being read. */
export interface PageReading extends ContentContext {
  readonly functions: number[]
  readonly parameters: unknown[]
  readonly fontNames: Map<string, PdfFont>
  readonly path: Path
  readonly saved: State[]
  state: State
  marks: number
  glyphs: number
}

/** What an operator does, and where it may stand. */
export interface Operator {
  /** The kinds of its operands, one letter each; see `hasOperands`. */
  readonly operands: string
  /** Whether it may stand between the beginning of a path and what paints it. */
  readonly inPath?: boolean
  readonly perform: (reading: PageReading, operands: never) => void
}

/** An operator and the word that calls it. */
export type NamedOperator = readonly [string, Operator]

/** Hands an operation on to `drawing/`. */
export const emit = (reading: PageReading, operation: number, parameters: unknown): void => {
  reading.functions.push(operation)
  reading.parameters.push(parameters)
}

/** An operator that is drawn as it stands. */
export const same = (operands: string, operation: number): Operator => ({
  operands,
  perform: (reading, own: Numbers) => emit(reading, operation, own),
})
