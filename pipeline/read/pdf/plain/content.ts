import type { PdfFont } from '../drawing/glyphs.ts'
import { OPS } from '../drawing/ops.ts'
import type { Numbers, Operators } from '../drawing/state.ts'
import { type Components, hexOf } from './colors.ts'
import type { PlainFont, PlainFonts } from './fonts.ts'
import { graphicsState } from './graphics-states.ts'
import { END, Keyword, Lexer } from './lexer.ts'
import { refuse } from './not-plain.ts'
import { type Dictionary, isDictionary, isList, isName, isNumber, PdfString, type PdfValue } from './objects.ts'
import { Path } from './path.ts'
import { checkPicture, type PictureContext } from './pictures.ts'

/** What a page needs of its file. */
export interface ContentContext extends PictureContext {
  readonly fonts: PlainFonts
}

/** What the content of a page draws, and its fonts by name. */
export interface Content {
  readonly operators: Operators
  readonly fonts: ReadonlyMap<string, PdfFont>
}

/** The part of the graphics state that decides what an operator means; `q` saves it and `Q` restores it. */
interface State {
  font: PlainFont | null
  fill: Components
  stroke: Components
}

/** A page of which the operators are being read. */
interface Reading extends ContentContext {
  readonly functions: number[]
  readonly parameters: unknown[]
  readonly fontNames: Map<string, PdfFont>
  readonly path: Path
  readonly saved: State[]
  state: State
  marks: number
  glyphs: number
}

/** A letter has a thousand operators a page and ten thousand characters. */
const [MOST_OPERATORS, MOST_GLYPHS] = [100_000, 500_000]

/** Reads a content stream (ISO 32000-1, 7.8.2). Every operator must be known, and have the operands that it needs. */
export function contentOf(text: string, context: ContentContext): Content {
  const reading: Reading = {
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

function perform(reading: Reading, word: string, operands: PdfValue[]): void {
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

interface Operator {
  readonly operands: string
  /** Whether it may stand between the beginning of a path and what paints it. */
  readonly inPath?: boolean
  readonly perform: (reading: Reading, operands: never) => void
}

const emit = (reading: Reading, operation: number, parameters: unknown): void => {
  reading.functions.push(operation)
  reading.parameters.push(parameters)
}

/** An operator that is drawn as it stands. */
const same = (operands: string, operation: number): Operator => ({
  operands,
  perform: (reading, own: Numbers) => emit(reading, operation, own),
})

/**
 * An operator with no effect on text or on what covers it. It is handed on all the same: a page without any operator
 * counts as damaged.
 */
const ignored = (operands: string, operation: number): Operator => ({ ...same(operands, operation), inPath: true })

const build = (operands: string, perform: (path: Path, own: never) => void): Operator => ({
  operands,
  inPath: true,
  perform: ({ path }, own) => perform(path, own),
})

/** Paints a path, or ends it (8.5.3). */
const paint = (operation: number, closes = false): Operator => ({
  operands: '',
  inPath: true,
  perform: reading => {
    if (closes) reading.path.close()
    emit(reading, OPS.constructPath, reading.path.done(operation))
  },
})

const clip = (operation: number): Operator => ({
  operands: '',
  inPath: true,
  perform: reading => emit(reading, operation, []),
})

const save = (reading: Reading): void => {
  reading.saved.push(reading.state)
  reading.state = { ...reading.state }
  emit(reading, OPS.save, [])
}

const restore = (reading: Reading): void => {
  reading.state = reading.saved.pop() ?? refuse('operator')
  emit(reading, OPS.restore, [])
}

const setFont = (reading: Reading, [name, size]: [string, number]): void => {
  const font = reading.fonts.named(reading.resources, name as never)
  reading.state.font = font
  reading.fontNames.set(name, font.font)
  emit(reading, OPS.setFont, [name, size])
}

const setDash = (reading: Reading, dash: [PdfValue[], number]): void =>
  dash[0].every(isNumber) ? emit(reading, OPS.setDash, dash) : refuse('operator')

/** A graphics state of entries without an effect is not handed on; pdf.js does not, either. */
const setState = (reading: Reading, [name]: [PdfValue]): void => {
  const entries = graphicsState(reading.file, reading.resources, name)
  if (entries.length > 0) emit(reading, OPS.setGState, [entries])
}

/** Shows strings, with the distances between them (9.4.3). */
function show(reading: Reading, parts: readonly PdfValue[]): void {
  const { glyphs } = reading.state.font ?? refuse('font')
  const shown: unknown[] = []
  for (const part of parts) {
    if (isNumber(part)) shown.push(part)
    else if (!(part instanceof PdfString)) refuse('operator')
    else for (let at = 0; at < part.bytes.length; at++) shown.push(glyphs[part.bytes.charCodeAt(at)])
  }
  reading.glyphs += shown.length
  emit(reading, OPS.showText, [shown])
}

const nextLine = (reading: Reading): void => emit(reading, OPS.nextLine, [])

type ColorSide = 'fill' | 'stroke'
const COLOR: Readonly<Record<ColorSide, number>> = { fill: OPS.setFillRGBColor, stroke: OPS.setStrokeRGBColor }

/** A colour in a space that the operator implies (8.6.8). */
const device = (side: ColorSide, components: Components): Operator => ({
  operands: 'n'.repeat(components),
  inPath: true,
  perform: (reading, values: number[]) => {
    reading.state[side] = components
    emit(reading, COLOR[side], [hexOf(values, components)])
  },
})

/** A colour in the current space. */
const color = (side: ColorSide): Operator => ({
  operands: 'n*',
  inPath: true,
  perform: (reading, values: number[]) => emit(reading, COLOR[side], [hexOf(values, reading.state[side])]),
})

const space = (side: ColorSide): Operator => ({
  operands: 'N',
  inPath: true,
  perform: (reading, [name]: [PdfValue]) => {
    reading.state[side] = reading.spaces.named(reading.resources, name)
  },
})

const draw = (reading: Reading, [name]: [PdfValue]): void => {
  checkPicture(reading, name)
  emit(reading, OPS.paintImageXObject, [name])
}

/** Marked content (14.6). Layers, and text that stands for what is drawn, are refused. */
function mark(reading: Reading, [tag, own]: [string, PdfValue]): void {
  const properties = isName(own) ? propertiesOf(reading, own) : own
  if (tag === '/OC' || !isDictionary(properties) || properties.has('/ActualText')) refuse('marked-content')
  const number = reading.file.resolved(properties.get('/MCID')) ?? null
  if (number !== null && !isNumber(number)) refuse('marked-content')
  reading.marks++
  emit(reading, OPS.beginMarkedContentProps, [tag.slice(1), number, null])
}

const propertiesOf = ({ file, resources }: Reading, name: PdfValue): Dictionary =>
  file.dictionary(file.dictionary(resources.get('/Properties')).get(name as never))

const unmark = (reading: Reading): void => {
  if (reading.marks-- === 0) refuse('marked-content')
  emit(reading, OPS.endMarkedContent, [])
}

/** The operators that letters use (Annex A). */
const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['q', { operands: '', perform: save }],
  ['Q', { operands: '', perform: restore }],
  ['cm', same('nnnnnn', OPS.transform)],
  [
    'w',
    {
      operands: 'n',
      inPath: true,
      perform: (reading, [width]: [number]) => emit(reading, OPS.setLineWidth, [Math.abs(width)]),
    },
  ],
  ['J', ignored('n', OPS.setLineCap)],
  ['j', ignored('n', OPS.setLineJoin)],
  ['M', ignored('n', OPS.setMiterLimit)],
  ['i', ignored('n', OPS.setFlatness)],
  ['ri', ignored('N', OPS.setRenderingIntent)],
  ['d', { operands: 'ln', inPath: true, perform: setDash }],
  ['gs', { operands: 'N', perform: setState }],
  ['m', build('nn', (path, [x, y]: [number, number]) => path.move(x, y))],
  ['l', build('nn', (path, [x, y]: [number, number]) => path.line(x, y))],
  ['h', build('', path => path.close())],
  [
    're',
    build('nnnn', (path, [x, y, width, height]: [number, number, number, number]) =>
      path.rectangle(x, y, width, height),
    ),
  ],
  ['S', paint(OPS.stroke)],
  ['s', paint(OPS.closeStroke, true)],
  ['f', paint(OPS.fill)],
  ['F', paint(OPS.fill)],
  ['f*', paint(OPS.eoFill)],
  ['B', paint(OPS.fillStroke)],
  ['B*', paint(OPS.eoFillStroke)],
  ['b', paint(OPS.closeFillStroke, true)],
  ['b*', paint(OPS.closeEOFillStroke, true)],
  ['n', paint(OPS.endPath)],
  ['W', clip(OPS.clip)],
  ['W*', clip(OPS.eoClip)],
  ['BT', same('', OPS.beginText)],
  ['ET', same('', OPS.endText)],
  ['Tc', same('n', OPS.setCharSpacing)],
  ['Tw', same('n', OPS.setWordSpacing)],
  ['Tz', same('n', OPS.setHScale)],
  ['TL', same('n', OPS.setLeading)],
  ['Tr', same('n', OPS.setTextRenderingMode)],
  ['Ts', same('n', OPS.setTextRise)],
  ['Tf', { operands: 'Nn', perform: setFont }],
  ['Td', same('nn', OPS.moveText)],
  ['TD', same('nn', OPS.setLeadingMoveText)],
  [
    'Tm',
    {
      operands: 'nnnnnn',
      perform: (reading, matrix: number[]) => emit(reading, OPS.setTextMatrix, [new Float32Array(matrix)]),
    },
  ],
  ['T*', { operands: '', perform: nextLine }],
  ['Tj', { operands: 's', perform: show }],
  ['TJ', { operands: 'l', perform: (reading, [parts]: [PdfValue[]]) => show(reading, parts) }],
  [
    "'",
    {
      operands: 's',
      perform: (reading, own: PdfValue[]) => {
        nextLine(reading)
        show(reading, own)
      },
    },
  ],
  ['g', device('fill', 1)],
  ['G', device('stroke', 1)],
  ['rg', device('fill', 3)],
  ['RG', device('stroke', 3)],
  ['sc', color('fill')],
  ['scn', color('fill')],
  ['SC', color('stroke')],
  ['SCN', color('stroke')],
  ['cs', space('fill')],
  ['CS', space('stroke')],
  ['Do', { operands: 'N', perform: draw }],
  [
    'BMC',
    {
      operands: 'N',
      perform: reading => {
        reading.marks++
        emit(reading, OPS.beginMarkedContent, [])
      },
    },
  ],
  ['BDC', { operands: 'Na', perform: mark }],
  ['EMC', { operands: '', perform: unmark }],
])
