import type { CaseRecord } from '../../document/index.ts'
import { recordField } from '../schema.ts'
import { always, columnsOf, defineTable, sometimes } from '../table.ts'
import { caseId, caseRank, daysBetween, type OfLetter, unique, yearOf } from './parts.ts'

const column = columnsOf<OfLetter>()

/** One row per letter. */
export const cases = defineTable({
  name: 'cases',
  title: 'One row per letter: dates, worker, reviewer, summary, outcome',
  key: ['case_id'],
  each: (record: CaseRecord): OfLetter[] => [{ record }],
  columns: [
    caseId,
    column.string('case_number', recordField('caseNumber'), ({ record }) => record.caseNumber),
    caseRank,
    column.string('outcome', recordField('outcome'), ({ record }) => record.outcome),
    column.integer('item_count', always('Disputed items'), ({ record }) => record.disputedItems.length),
    column.integer('upheld_count', always('Disputed items that were upheld'), ({ record }) =>
      decided(record, 'upheld'),
    ),
    column.integer('overturned_count', always('Disputed items that were overturned'), ({ record }) =>
      decided(record, 'overturned'),
    ),
    column.date('injury_date', recordField('dates.injury'), ({ record }) => record.dates.injury),
    column.date('ur_denial_date', recordField('dates.urDenial'), ({ record }) => record.dates.urDenial),
    column.date(
      'application_date',
      recordField('dates.applicationReceived'),
      ({ record }) => record.dates.applicationReceived,
    ),
    column.date('assigned_date', recordField('dates.assigned'), ({ record }) => record.dates.assigned),
    column.date('decision_date', recordField('dates.decision'), ({ record }) => record.dates.decision),
    column.integer('decision_year', 'Year of the final determination', ({ record }) => yearOf(record.dates.decision)),
    column.integer('days_denial_to_application', 'Days from the denial to the application for review', ({ record }) =>
      daysBetween(record.dates.urDenial, record.dates.applicationReceived),
    ),
    column.integer('days_denial_to_decision', 'Days from the denial to the final determination', ({ record }) =>
      daysBetween(record.dates.urDenial, record.dates.decision),
    ),
    column.integer(
      'days_application_to_decision',
      'Days from the application to the final determination',
      ({ record }) => daysBetween(record.dates.applicationReceived, record.dates.decision),
    ),
    column.integer('days_assigned_to_decision', 'Days from the assignment to the final determination', ({ record }) =>
      daysBetween(record.dates.assigned, record.dates.decision),
    ),
    column.string('priority', recordField('priority'), ({ record }) => record.priority),
    column.integer('worker_age', recordField('worker.age'), ({ record }) => record.worker.age),
    column.string('worker_sex', recordField('worker.sex'), ({ record }) => record.worker.sex),
    column.string('worker_occupation', recordField('worker.occupation'), ({ record }) => record.worker.occupation),
    column.strings(
      'reviewer_states',
      recordField('reviewer.statesOfLicensure'),
      ({ record }) => record.reviewer.statesOfLicensure,
    ),
    column.strings(
      'reviewer_specialties',
      'Specialties of the reviewer, normalised, without duplicates',
      ({ record }) => unique(record.reviewer.certifications.flatMap(({ specialty }) => specialty ?? [])),
    ),
    column.string(
      'clinical_case_summary',
      recordField('clinicalCaseSummary'),
      ({ record }) => record.clinicalCaseSummary,
    ),
    column.strings('documents_reviewed', recordField('documentsReviewed'), ({ record }) => record.documentsReviewed),
    column.string('status', recordField('status'), ({ record }) => record.status),
    column.number('confidence', recordField('confidence'), ({ record }) => record.confidence),
    column.number(
      'weakest_confidence',
      sometimes('The lowest confidence of any diagnosis, treatment, item or reason; null if there is none'),
      ({ record }) => weakestConfidence(record),
    ),
    column.string('form', recordField('source.form'), ({ record }) => record.source.form),
    column.string('file_name', recordField('source.name'), ({ record }) => record.source.name),
    column.string('media_type', recordField('source.mediaType'), ({ record }) => record.source.mediaType),
    column.integer('file_bytes', recordField('source.bytes'), ({ record }) => record.source.bytes),
    column.integer('pages', recordField('source.pages'), ({ record }) => record.source.pages),
    column.integer('characters', recordField('source.characters'), ({ record }) => record.source.characters),
    column.integer('recognized_pages', always('Pages that are pictures and were read by OCR'), ({ record }) =>
      record.source.ocr === null ? 0 : record.source.ocr.pages.length,
    ),
    column.string(
      'extractor_version',
      always('Version of the program that made the record'),
      ({ record }) => record.extractor.version,
    ),
  ],
})

/** Unlike the confidence of the record, it does not fall with the number of entries. */
function weakestConfidence({ diagnoses, treatments, disputedItems }: CaseRecord): number | null {
  const entries = [...diagnoses, ...treatments, ...disputedItems, ...disputedItems.flatMap(({ reasons }) => reasons)]
  return entries.length === 0 ? null : Math.min(...entries.map(({ confidence }) => confidence))
}

const decided = ({ disputedItems }: CaseRecord, decision: 'upheld' | 'overturned'): number =>
  disputedItems.filter(item => item.decision === decision).length
