import { OPS } from '../../drawing/ops.ts'
import { type Components, hexOf } from '../colors.ts'
import type { PdfValue } from '../objects.ts'
import { emit, type NamedOperator, type Operator } from './operator.ts'

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

/** Colours and their spaces (ISO 32000-1, 8.6.8). */
export const COLOR_OPERATORS: readonly NamedOperator[] = [
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
]
