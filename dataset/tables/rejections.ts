import type { Rejection } from '../../document/index.ts'
import { rejectionField } from '../schema.ts'
import { columnsOf, defineTable } from '../table.ts'

const column = columnsOf<Rejection>()

/** One row per input that became no record. */
export const rejections = defineTable({
  name: 'rejections',
  title: 'One row per input that did not become a record, and why',
  key: ['input_id'],
  each: (rejection: Rejection): Rejection[] => [rejection],
  columns: [
    column.string('input_id', rejectionField('id'), ({ id }) => id),
    column.string('file_name', rejectionField('source.name'), ({ source }) => source.name),
    column.integer('file_bytes', rejectionField('source.bytes'), ({ source }) => source.bytes),
    column.string('code', rejectionField('code'), ({ code }) => code),
    column.string('stage', rejectionField('stage'), ({ stage }) => stage),
    column.string('reason', rejectionField('reason'), ({ reason }) => reason),
  ],
})
