import type { CaseRecord, Diagnosis } from '../../document/index.ts'
import { recordField } from '../schema.ts'
import { always, columnsOf, defineTable } from '../table.ts'
import { bodyPartsOf, caseId, entriesOf, type OfEntry, siteNames } from './parts.ts'

const column = columnsOf<OfEntry<Diagnosis>>()

/** One row per condition in a summary. */
export const diagnoses = defineTable({
  name: 'diagnoses',
  title: 'One row per diagnosis in the clinical case summary, coded where its words allow',
  key: ['case_id', 'diagnosis'],
  references: ['cases'],
  each: (record: CaseRecord): OfEntry<Diagnosis>[] => entriesOf(record, record.diagnoses),
  columns: [
    caseId,
    column.integer('diagnosis', always('Position in the record, from 1'), ({ ordinal }) => ordinal),
    column.string('text', recordField('diagnoses.text'), ({ entry }) => entry.text),
    column.string('assertion', recordField('diagnoses.assertion'), ({ entry }) => entry.assertion),
    column.string('icd10_code', recordField('diagnoses.icd10.code'), ({ entry }) => entry.icd10?.code ?? null),
    column.string(
      'icd10_category',
      'The first three characters of the code',
      ({ entry }) => entry.icd10?.code.slice(0, 3) ?? null,
    ),
    column.string('icd10_edition', recordField('diagnoses.icd10.edition'), ({ entry }) => entry.icd10?.edition ?? null),
    column.string('icd10_display', 'Title of the code', ({ entry }) => entry.icd10?.display ?? null),
    column.strings('sites', 'Body sites, with the side: "left knee"', ({ entry }) => siteNames(entry.sites)),
    column.strings('body_parts', 'The same without sides and duplicates', ({ entry }) => bodyPartsOf(entry.sites)),
    column.number('confidence', recordField('diagnoses.confidence'), ({ entry }) => entry.confidence),
  ],
})
