import { OPS } from '../../drawing/ops.ts'
import type { PdfFile } from '../file.ts'
import { refuse } from '../not-plain.ts'
import { type Dictionary, isName, isNumber, type PdfName, type PdfValue } from '../objects.ts'
import { emit, type NamedOperator, type Operator, type PageReading, same } from './operator.ts'

/** Entries that change nothing of where text is or whether it can be seen (ISO 32000-1, 8.4.5). */
const WITHOUT_EFFECT: ReadonlySet<PdfName> = new Set<PdfName>([
  '/Type',
  '/OP',
  '/op',
  '/OPM',
  '/SA',
  '/AIS',
  '/TK',
  '/SM',
])

/** How `drawing/` gets an entry of a graphics state; anything but an opaque, normal one is refused. */
const ENTRIES: Readonly<Record<PdfName, (value: PdfValue | undefined) => readonly [string, unknown]>> = {
  '/LW': width => ['LW', isNumber(width) ? Math.abs(width) : refuse('graphics-state')],
  '/CA': opacity => ['CA', isNumber(opacity) ? opacity : refuse('graphics-state')],
  '/ca': opacity => ['ca', isNumber(opacity) ? opacity : refuse('graphics-state')],
  '/BM': mode => ['BM', mode === '/Normal' ? 'source-over' : refuse('graphics-state')],
  '/SMask': mask => ['SMask', mask === '/None' ? false : refuse('graphics-state')],
}

/** The entries of the graphics state that the resources have under a name. */
function graphicsState(
  file: PdfFile,
  resources: Dictionary,
  name: PdfValue | undefined,
): (readonly [string, unknown])[] {
  if (!isName(name)) refuse('graphics-state')
  const state = file.dictionary(file.dictionary(resources.get('/ExtGState')).get(name))
  return [...state].flatMap(([key, value]) => {
    if (WITHOUT_EFFECT.has(key)) return []
    const entry = ENTRIES[key] ?? refuse('graphics-state')
    return [entry(file.resolved(value))]
  })
}

const save = (reading: PageReading): void => {
  reading.saved.push(reading.state)
  reading.state = { ...reading.state }
  emit(reading, OPS.save, [])
}

const restore = (reading: PageReading): void => {
  reading.state = reading.saved.pop() ?? refuse('operator')
  emit(reading, OPS.restore, [])
}

const setLineWidth = (reading: PageReading, [width]: [number]): void =>
  emit(reading, OPS.setLineWidth, [Math.abs(width)])

const setDash = (reading: PageReading, dash: [PdfValue[], number]): void =>
  dash[0].every(isNumber) ? emit(reading, OPS.setDash, dash) : refuse('operator')

/** A graphics state of entries without an effect is not handed on; pdf.js does not, either. */
const setState = (reading: PageReading, [name]: [PdfValue]): void => {
  const entries = graphicsState(reading.file, reading.resources, name)
  if (entries.length > 0) emit(reading, OPS.setGState, [entries])
}

/**
 * An operator with no effect on text or on what covers it. It is handed on all the same: a page without any operator
 * counts as damaged.
 */
const ignored = (operands: string, operation: number): Operator => ({ ...same(operands, operation), inPath: true })

/** The graphics state (ISO 32000-1, 8.4.4). */
export const STATE_OPERATORS: readonly NamedOperator[] = [
  ['q', { operands: '', perform: save }],
  ['Q', { operands: '', perform: restore }],
  ['cm', same('nnnnnn', OPS.transform)],
  ['w', { operands: 'n', inPath: true, perform: setLineWidth }],
  ['J', ignored('n', OPS.setLineCap)],
  ['j', ignored('n', OPS.setLineJoin)],
  ['M', ignored('n', OPS.setMiterLimit)],
  ['i', ignored('n', OPS.setFlatness)],
  ['ri', ignored('N', OPS.setRenderingIntent)],
  ['d', { operands: 'ln', inPath: true, perform: setDash }],
  ['gs', { operands: 'N', perform: setState }],
]
