import type { Cell } from '../table.ts'
import type { FileEntry } from './file.ts'

/** Writes a table row by row into one file. */
export interface RowWriter {
  /** Cells in the order of the table's columns. */
  add(cells: readonly Cell[]): void
  close(): Promise<FileEntry>
}
