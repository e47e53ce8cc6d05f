import type { CaseRecord, DisputedItem } from '../../document/index.ts'
import { recordField } from '../schema.ts'
import { always, columnsOf, defineTable } from '../table.ts'
import { caseId, entriesOf, type OfEntry } from './parts.ts'

interface OfPart extends OfEntry<DisputedItem['rationaleParts'][number]> {
  readonly item: number
}

const field = (name: string) => recordField(`disputedItems.rationaleParts.${name}`)

const column = columnsOf<OfPart>()

/** One row per part of a rationale: what guidelines say, what is said about the case, and the conclusion. */
export const rationaleParts = defineTable({
  name: 'rationale_parts',
  title: 'One row per part of a rationale: recital, case, summing-up, conclusion',
  key: ['case_id', 'item', 'part_number'],
  references: ['cases', 'items'],
  each: (record: CaseRecord): OfPart[] =>
    record.disputedItems.flatMap(item =>
      entriesOf(record, item.rationaleParts).map(entry => ({ ...entry, item: item.ordinal })),
    ),
  columns: [
    caseId,
    column.integer('item', recordField('disputedItems.ordinal'), ({ item }) => item),
    column.integer('part_number', always('Position in the rationale, from 1'), ({ ordinal }) => ordinal),
    column.string('part', field('part'), ({ entry }) => entry.part),
    column.string('text', field('text'), ({ entry }) => entry.text),
  ],
})
