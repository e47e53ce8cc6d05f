import { recordField } from '../schema.ts'
import { always, columnsOf, defineTable } from '../table.ts'

/** What became of one letter since an earlier dataset; a version is null if there is no record. */
export interface RecordChange {
  readonly id: string
  readonly caseNumber: string | null
  readonly change: (typeof CHANGES)[number]
  readonly versionBefore: string | null
  readonly versionAfter: string | null
}

const CHANGES = ['added', 'changed', 'removed'] as const

const column = columnsOf<RecordChange>()

/** One row per letter whose record differs from the earlier dataset. */
export const changes = defineTable({
  name: 'changes',
  title: 'One row per letter that was added, changed or removed since the earlier dataset',
  key: ['case_id'],
  each: (change: RecordChange): RecordChange[] => [change],
  columns: [
    column.string('case_id', recordField('id'), ({ id }) => id),
    column.string('case_number', recordField('caseNumber'), ({ caseNumber }) => caseNumber),
    column.string('change', { ...always('What happened to its record'), values: CHANGES }, ({ change }) => change),
    column.string(
      'version_before',
      'Version of the program that made the earlier record',
      change => change.versionBefore,
    ),
    column.string(
      'version_after',
      'Version of the program that made the current record',
      change => change.versionAfter,
    ),
  ],
})
