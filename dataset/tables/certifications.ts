import type { CaseRecord } from '../../document/index.ts'
import { recordField } from '../schema.ts'
import { always, columnsOf, defineTable } from '../table.ts'
import { caseId, entriesOf, type OfEntry } from './parts.ts'

type CertificationRow = CaseRecord['reviewer']['certifications'][number]

const column = columnsOf<OfEntry<CertificationRow>>()

/** One row per certification of a reviewer. */
export const certifications = defineTable({
  name: 'certifications',
  title: 'One row per certification or specialty of the reviewer',
  key: ['case_id', 'certification'],
  references: ['cases'],
  each: (record: CaseRecord): OfEntry<CertificationRow>[] => entriesOf(record, record.reviewer.certifications),
  columns: [
    caseId,
    column.integer('certification', always('Position in the letter, from 1'), ({ ordinal }) => ordinal),
    column.string('text', recordField('reviewer.certifications.text'), ({ entry }) => entry.text),
    column.string('specialty', recordField('reviewer.certifications.specialty'), ({ entry }) => entry.specialty),
  ],
})
