import { OPS } from '../../drawing/ops.ts'
import { refuse } from '../not-plain.ts'
import { isNumber, type PdfName, PdfString, type PdfValue } from '../objects.ts'
import { emit, type NamedOperator, type PageReading, same } from './operator.ts'

const setFont = (reading: PageReading, [name, size]: [PdfName, number]): void => {
  const font = reading.fonts.named(reading.resources, name)
  reading.state.font = font
  reading.fontNames.set(name, font.font)
  emit(reading, OPS.setFont, [name, size])
}

const setMatrix = (reading: PageReading, matrix: number[]): void =>
  emit(reading, OPS.setTextMatrix, [new Float32Array(matrix)])

const nextLine = (reading: PageReading): void => emit(reading, OPS.nextLine, [])

/** Shows strings, with the distances between them (9.4.3). */
function show(reading: PageReading, parts: readonly PdfValue[]): void {
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

const showOnNextLine = (reading: PageReading, own: PdfValue[]): void => {
  nextLine(reading)
  show(reading, own)
}

/** Text: its state, where it stands, and what is shown (ISO 32000-1, 9.3 and 9.4). */
export const TEXT_OPERATORS: readonly NamedOperator[] = [
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
  ['Tm', { operands: 'nnnnnn', perform: setMatrix }],
  ['T*', { operands: '', perform: nextLine }],
  ['Tj', { operands: 's', perform: show }],
  ['TJ', { operands: 'l', perform: (reading, [parts]: [PdfValue[]]) => show(reading, parts) }],
  ["'", { operands: 's', perform: showOnNextLine }],
]
