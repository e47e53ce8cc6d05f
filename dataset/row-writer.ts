import type { FileEntry } from './file.ts'
import type { Cell } from './table.ts'

/** Writes a table row by row into one file. */
export interface RowWriter {
  /** Cells in the order of the table's columns. */
  add(cells: readonly Cell[]): void
  close(): Promise<FileEntry>
}
