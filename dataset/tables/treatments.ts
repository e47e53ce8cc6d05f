import type { CaseRecord, Treatment } from '../../document/index.ts'
import { recordField } from '../schema.ts'
import { always, columnsOf, defineTable } from '../table.ts'
import { caseId, entriesOf, type OfEntry } from './parts.ts'

const column = columnsOf<OfEntry<Treatment>>()

/** One row per intervention or test in a summary. */
export const treatments = defineTable({
  name: 'treatments',
  title: 'One row per treatment or test in the clinical case summary',
  key: ['case_id', 'treatment'],
  references: ['cases'],
  each: (record: CaseRecord): OfEntry<Treatment>[] => entriesOf(record, record.treatments),
  columns: [
    caseId,
    column.integer('treatment', always('Position in the record, from 1'), ({ ordinal }) => ordinal),
    column.string('text', recordField('treatments.text'), ({ entry }) => entry.text),
    column.string('kind', recordField('treatments.kind'), ({ entry }) => entry.kind),
    column.string('status', recordField('treatments.status'), ({ entry }) => entry.status),
    column.strings('ingredients', recordField('treatments.ingredients'), ({ entry }) => entry.ingredients),
    column.number('confidence', recordField('treatments.confidence'), ({ entry }) => entry.confidence),
  ],
})
