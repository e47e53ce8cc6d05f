import type { CaseRecord } from '../../document/index.ts'
import type { Cell, TableHead } from '../table.ts'
import type { Facet } from './facets.ts'

/** The rows of one record in each table, with cells in the order of the columns. */
export type RowsOf = ReadonlyMap<string, { readonly table: TableHead; readonly rows: readonly (readonly Cell[])[] }>

/**
 * What is searched for and found: a disputed item with its letter. A letter without items is a unit by itself, so that
 * it can be found too.
 */
export interface Unit {
  /** From 1; null for a letter without items. */
  readonly item: number | null
  readonly confidence: number | null
  /** Doubtful values: those of the item, and those of its letter that belong to no other item. */
  readonly doubts: number
  readonly texts: readonly (string | null)[]
}

/** The fields that are searched, in the order of `texts`. */
export const SEARCHED = ['item', 'rationale', 'summary', 'diagnoses', 'treatments'] as const

/** The units of a record: its items, or the letter itself if it has none. */
export function unitsOf(record: CaseRecord): Unit[] {
  const { disputedItems, clinicalCaseSummary, diagnoses, treatments } = record
  const doubts = doubtsIn(record)
  const shared = [clinicalCaseSummary, listed(diagnoses), listed(treatments)]
  const units = disputedItems.map(({ ordinal, text, rationale, confidence }) => ({
    item: ordinal,
    confidence,
    doubts: doubts(ordinal),
    texts: [text, rationale, ...shared],
  }))
  return units.length > 0
    ? units
    : [{ item: null, confidence: null, doubts: doubts(null), texts: [null, null, ...shared] }]
}

/** An entry with a lower confidence is doubtful. */
const LOW = 0.75

/** Counts messages above the severity of a note, and entries of low confidence. */
function doubtsIn({ messages, diagnoses, treatments }: CaseRecord): (item: number | null) => number {
  const unsure = [...diagnoses, ...treatments].filter(({ confidence }) => confidence < LOW).length
  const itemOf = (pointer: string | null) => /^\/disputedItems\/(\d+)/.exec(pointer ?? '')?.[1]
  const items = messages.filter(({ severity }) => severity !== 'info').map(({ pointer }) => itemOf(pointer))
  return item => unsure + items.filter(at => at === undefined || Number(at) + 1 === item).length
}

/** The same words as in the view `search_text`, which is used for highlighting. */
const listed = (entries: readonly { readonly text: string }[]): string | null =>
  entries.length === 0 ? null : entries.map(({ text }) => text).join('; ')

/** The values of a unit in a facet. */
export function facetWords(facet: Facet, item: number | null, rowsOf: RowsOf): string[] {
  const found = rowsOf.get(facet.table)
  if (!found) return []
  const at = new Map(found.table.columns.map(({ name }, index) => [name, index]))
  const cellOf = (row: readonly Cell[]) => (column: string) => row[at.get(column) ?? -1]
  return found.rows.flatMap(row => {
    const cell = cellOf(row)
    if (at.has('item') && cell('item') !== item) return []
    if (facet.where && cell(facet.where[0]) !== facet.where[1]) return []
    const value = facet.value ? facet.value(cell) : cell(facet.columns[0]!)
    return wordsOf(value)
  })
}

function wordsOf(value: Cell | undefined): string[] {
  if (value === null || value === undefined || value === '') return []
  return Array.isArray(value) ? value.map(String) : [String(value)]
}
