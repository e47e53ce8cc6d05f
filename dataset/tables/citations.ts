import type { CaseRecord, Citation, DisputedItem } from '../../document/index.ts'
import { chapterOf } from '../../workers/index.ts'
import { recordField } from '../schema.ts'
import { always, columnsOf, defineTable, sometimes } from '../table.ts'
import { caseId, entriesOf, type OfEntry } from './parts.ts'

interface OfCitation extends OfEntry<Citation> {
  readonly item: number
  readonly side: CitingSide
}

type CitingSide = (typeof SIDES)[number]
const SIDES = ['claims-administrator', 'reviewer'] as const

const field = (name: string) => recordField(`disputedItems.reviewer.citations.${name}`)

const column = columnsOf<OfCitation>()

/** One row per work that either side cites for an item. */
export const citations = defineTable({
  name: 'citations',
  title: 'One row per guideline that the claims administrator or the reviewer cites for an item',
  key: ['case_id', 'item', 'side', 'citation'],
  references: ['cases', 'items'],
  each: citationsOf,
  columns: [
    caseId,
    column.integer('item', recordField('disputedItems.ordinal'), ({ item }) => item),
    column.string('side', { ...always('Who cites it'), values: SIDES }, ({ side }) => side),
    column.integer('citation', always('Position among the citations of that side, from 1'), ({ ordinal }) => ordinal),
    column.string('source', field('source'), ({ entry }) => entry.source),
    column.string('title', field('title'), ({ entry }) => entry.title),
    column.string(
      'chapter',
      sometimes(
        'Chapter under one name for all of its titles, for counting: of the MTUS, or of the ODG if it is known',
      ),
      ({ entry }) => chapterOf(entry),
    ),
    column.integer('year', field('year'), ({ entry }) => entry.year),
    column.strings('sections', field('sections'), ({ entry }) => entry.sections),
    column.string('pages', field('pages'), ({ entry }) => entry.pages),
  ],
})

function citationsOf(record: CaseRecord): OfCitation[] {
  return record.disputedItems.flatMap(item => SIDES.flatMap(side => citedFor(record, item, side)))
}

const citedFor = (record: CaseRecord, item: DisputedItem, side: CitingSide): OfCitation[] => {
  const { citations } = side === 'reviewer' ? item.reviewer : item.claimsAdministrator
  return entriesOf(record, citations).map(entry => ({ ...entry, item: item.ordinal, side }))
}
