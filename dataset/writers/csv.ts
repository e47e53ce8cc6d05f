import { stringify } from 'csv-stringify/sync'
import type { Cell, TableHead } from '../table.ts'
import type { OpenFile } from './file.ts'
import type { RowWriter } from './row-writer.ts'

const ROWS = 200
/** Joins the entries of a list in one cell. */
export const LIST_DELIMITER = '; '

/**
 * Writes a table as CSV in UTF-8 (RFC 4180): null is an empty cell, a list is joined by "; ". A spreadsheet treats a
 * cell that begins with = + - @ tab or return as a formula, so such a text gets a leading apostrophe.
 */
export function csvWriter({ columns }: TableHead, file: OpenFile): RowWriter {
  let rows: Cell[][] = []
  const write = (cells: readonly (readonly unknown[])[]) =>
    file.write(stringify([...cells], { record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true }))
  const flush = () => {
    if (rows.length > 0) write(rows)
    rows = []
  }
  write([columns.map(({ name }) => name)])
  return {
    add: cells => {
      rows.push(cells.map(cellOf))
      if (rows.length === ROWS) flush()
    },
    close: async () => {
      flush()
      return file.close()
    },
  }
}

const cellOf = (cell: Cell): Cell => {
  if (typeof cell === 'boolean') return String(cell)
  return Array.isArray(cell) ? cell.join(LIST_DELIMITER) : cell
}
