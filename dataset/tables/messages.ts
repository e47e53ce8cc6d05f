import type { CaseRecord } from '../../document/index.ts'
import { recordField } from '../schema.ts'
import { always, columnsOf, defineTable } from '../table.ts'
import { caseId, entriesOf, type OfEntry } from './parts.ts'

type MessageRow = CaseRecord['messages'][number]

const column = columnsOf<OfEntry<MessageRow>>()

/** One row per message about a letter. */
export const messages = defineTable({
  name: 'messages',
  title: 'One row per message: what is missing from a letter or contradictory',
  key: ['case_id', 'message'],
  references: ['cases'],
  each: (record: CaseRecord): OfEntry<MessageRow>[] => entriesOf(record, record.messages),
  columns: [
    caseId,
    column.integer('message', always('Position in the record, from 1'), ({ ordinal }) => ordinal),
    column.string('code', recordField('messages.code'), ({ entry }) => entry.code),
    column.string('severity', recordField('messages.severity'), ({ entry }) => entry.severity),
    column.string('pointer', recordField('messages.pointer'), ({ entry }) => entry.pointer),
    column.string('reason', recordField('messages.reason'), ({ entry }) => entry.reason),
  ],
})
