import type { CaseRecord, Evidence } from '../../document/index.ts'
import { recordField } from '../schema.ts'
import { always, columnsOf, defineTable } from '../table.ts'
import { caseId, entriesOf, type OfEntry } from './parts.ts'

interface OfEvidence extends OfEntry<Evidence> {
  readonly pointer: string
}

const field = (name: string) => recordField(`evidence.${name}`)

const column = columnsOf<OfEvidence>()

/** One row per place in the letter from which a value of the record was read. */
export const evidence = defineTable({
  name: 'evidence',
  title: 'One row per place in the letter where a value was found',
  key: ['case_id', 'pointer', 'place'],
  references: ['cases'],
  each: placesOf,
  columns: [
    caseId,
    column.string('pointer', always('JSON Pointer (RFC 6901) to the value in the record'), ({ pointer }) => pointer),
    column.integer(
      'place',
      always('Number of this place among the places of that value, from 1'),
      ({ ordinal }) => ordinal,
    ),
    column.string('field', always('The pointer, with * for positions in lists'), ({ pointer }) =>
      pointer.replace(/\/\d+/g, '/*'),
    ),
    column.integer('item', 'The disputed item that the value belongs to', ({ pointer }) =>
      entryIn(pointer, 'disputedItems'),
    ),
    column.integer('diagnosis', 'The diagnosis that it belongs to', ({ pointer }) => entryIn(pointer, 'diagnoses')),
    column.integer('treatment', 'The treatment that it belongs to', ({ pointer }) => entryIn(pointer, 'treatments')),
    column.integer('start_offset', field('start'), ({ entry }) => entry.start),
    column.integer('end_offset', field('end'), ({ entry }) => entry.end),
    column.integer('page', field('page'), ({ entry }) => entry.page),
    column.numbers('boxes', 'Four numbers a box: x0, y0, x1, y1 in points from the lower left', ({ entry }) =>
      entry.boxes.flat(),
    ),
    column.string('rule', field('rule'), ({ entry }) => entry.rule),
    column.string(
      'quote',
      'The words of the letter at that place, lines as they are broken there; null where its text was not kept',
      ({ entry }, { text }) => text?.slice(entry.start, entry.end) || null,
    ),
  ],
})

function placesOf(record: CaseRecord): OfEvidence[] {
  return Object.entries(record.evidence).flatMap(([pointer, places]) =>
    entriesOf(record, places).map(entry => ({ ...entry, pointer })),
  )
}

/** "/diagnoses/2/text" belongs to the third diagnosis. */
function entryIn(pointer: string, list: string): number | null {
  const [, first, second] = pointer.split('/')
  return first === list && second !== undefined ? Number(second) + 1 : null
}
