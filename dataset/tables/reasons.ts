import type { CaseRecord, DisputedItem } from '../../document/index.ts'
import { recordField } from '../schema.ts'
import { always, columnsOf, defineTable } from '../table.ts'
import { caseId, entriesOf, type OfEntry, yearOf } from './parts.ts'

interface OfReason extends OfEntry<DisputedItem['reasons'][number]> {
  readonly item: DisputedItem
}

const field = (name: string) => recordField(`disputedItems.reasons.${name}`)

const column = columnsOf<OfReason>()

/** One row per reason, with the columns by which it is counted. */
export const reasons = defineTable({
  name: 'reasons',
  title: 'One row per reason for a decision on an item',
  key: ['case_id', 'item', 'reason'],
  references: ['cases', 'items'],
  each: (record: CaseRecord): OfReason[] =>
    record.disputedItems.flatMap(item => entriesOf(record, item.reasons).map(entry => ({ ...entry, item }))),
  columns: [
    caseId,
    column.integer('item', recordField('disputedItems.ordinal'), ({ item }) => item.ordinal),
    column.integer(
      'reason',
      always('Position among the reasons of the item; 1 is the decisive one'),
      ({ ordinal }) => ordinal,
    ),
    column.string('code', field('code'), ({ entry }) => entry.code),
    column.number('confidence', field('confidence'), ({ entry }) => entry.confidence),
    column.string('decision', recordField('disputedItems.decision'), ({ item }) => item.decision),
    column.string('category', recordField('disputedItems.category'), ({ item }) => item.category),
    column.string('subcategory', recordField('disputedItems.subcategory'), ({ item }) => item.subcategory),
    column.integer('decision_year', 'Year of the final determination', ({ record }) => yearOf(record.dates.decision)),
  ],
})
