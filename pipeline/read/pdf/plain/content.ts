import type { PdfFont } from '../drawing/glyphs.ts'
import type { Operators } from '../drawing/state.ts'
import { END, Keyword, Lexer } from './lexer.ts'
import { refuse } from './not-plain.ts'
import { isList, isName, isNumber, PdfString, type PdfValue } from './objects.ts'
import { COLOR_OPERATORS } from './operators/colors.ts'
import { STATE_OPERATORS } from './operators/graphics-state.ts'
import { MARKED_CONTENT_OPERATORS } from './operators/marked-content.ts'
import type { ContentContext, Operator, PageReading } from './operators/operator.ts'
import { Path } from './operators/path.ts'
import { PATH_OPERATORS } from './operators/paths.ts'
import { PICTURE_OPERATORS } from './operators/pictures.ts'
import { TEXT_OPERATORS } from './operators/text.ts'

/** What the content of a page draws, and its fonts by name. */
export interface Content {
  readonly operators: Operators
  readonly fonts: ReadonlyMap<string, PdfFont>
}

/** The operators that letters use (Annex A). */
const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...STATE_OPERATORS,
  ...PATH_OPERATORS,
  ...TEXT_OPERATORS,
  ...COLOR_OPERATORS,
  ...PICTURE_OPERATORS,
  ...MARKED_CONTENT_OPERATORS,
])

/** A letter has a thousand operators a page and ten thousand characters. */
const [MOST_OPERATORS, MOST_GLYPHS] = [100_000, 500_000]

/** Reads a content stream (ISO 32000-1, 7.8.2). Every operator must be known, and have the operands that it needs. */
export function contentOf(text: string, context: ContentContext): Content {
  const reading: PageReading = {
    ...context,
    functions: [],
    parameters: [],
    fontNames: new Map(),
    path: new Path(),
    saved: [],
    state: { font: null, fill: 1, stroke: 1 },
    marks: 0,
    glyphs: 0,
  }
  const lexer = new Lexer(text, 0, false)
  let operands: PdfValue[] = []
  for (let next = lexer.next(); next !== END; next = lexer.next()) {
    if (!(next instanceof Keyword)) {
      operands.push(next)
      continue
    }
    perform(reading, next.word, operands)
    if (operands.length > 0) operands = []
  }
  if (operands.length > 0 || reading.saved.length > 0 || reading.marks > 0 || !reading.path.isEmpty) refuse('operator')
  return {
    operators: { fnArray: reading.functions, argsArray: reading.parameters },
    fonts: reading.fontNames,
  }
}

function perform(reading: PageReading, word: string, operands: PdfValue[]): void {
  const operator = OPERATORS.get(word) ?? refuse('operator')
  if (!hasOperands(operands, operator.operands)) refuse('operator')
  if (!operator.inPath && !reading.path.isEmpty) refuse('operator')
  operator.perform(reading, operands as never)
  if (reading.functions.length > MOST_OPERATORS || reading.glyphs > MOST_GLYPHS) refuse('size')
}

/** What operands are, one letter each: number, name, string, list, or any. */
const IS: Readonly<Record<string, (operand: PdfValue) => boolean>> = {
  n: isNumber,
  N: isName,
  s: operand => operand instanceof PdfString,
  l: isList,
  a: () => true,
}

function hasOperands(operands: readonly PdfValue[], kinds: string): boolean {
  if (kinds === 'n*') return operands.length > 0 && operands.every(isNumber)
  if (operands.length !== kinds.length) return false
  for (let at = 0; at < kinds.length; at++) if (!IS[kinds[at]!]!(operands[at]!)) return false
  return true
}
