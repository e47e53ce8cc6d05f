import { OPS } from '../../drawing/ops.ts'
import { refuse } from '../not-plain.ts'
import { type Dictionary, isDictionary, isName, isNumber, type PdfName, type PdfValue } from '../objects.ts'
import { emit, type NamedOperator, type PageReading } from './operator.ts'

const begin = (reading: PageReading): void => {
  reading.marks++
  emit(reading, OPS.beginMarkedContent, [])
}

/** Layers, and text that stands for what is drawn, are refused. */
function beginWithProperties(reading: PageReading, [tag, own]: [string, PdfValue]): void {
  const properties = isName(own) ? propertiesOf(reading, own) : own
  if (tag === '/OC' || !isDictionary(properties) || properties.has('/ActualText')) refuse('marked-content')
  const number = reading.file.resolved(properties.get('/MCID')) ?? null
  if (number !== null && !isNumber(number)) refuse('marked-content')
  reading.marks++
  emit(reading, OPS.beginMarkedContentProps, [tag.slice(1), number, null])
}

const propertiesOf = ({ file, resources }: PageReading, name: PdfName): Dictionary =>
  file.dictionary(file.dictionary(resources.get('/Properties')).get(name))

const end = (reading: PageReading): void => {
  if (reading.marks-- === 0) refuse('marked-content')
  emit(reading, OPS.endMarkedContent, [])
}

/** Marked content (ISO 32000-1, 14.6). */
export const MARKED_CONTENT_OPERATORS: readonly NamedOperator[] = [
  ['BMC', { operands: 'N', perform: begin }],
  ['BDC', { operands: 'Na', perform: beginWithProperties }],
  ['EMC', { operands: '', perform: end }],
]
