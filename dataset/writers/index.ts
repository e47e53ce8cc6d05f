import { type DataFile, type Format, pathOf } from '../folder/layout.ts'
import type { Program } from '../folder/summary.ts'
import type { RowsBefore, Table } from '../table.ts'
import { csvWriter } from './csv.ts'
import { createFile } from './file.ts'
import { type Compression, ndjsonWriter, type ValueWriter } from './ndjson.ts'
import { GROUP, GROUP_OF_YEAR, parquetWriter } from './parquet.ts'
import type { RowWriter } from './row-writer.ts'

/** Where and in which formats to write. */
export interface WriterOptions {
  /** The folder of the dataset. */
  readonly root: string
  readonly formats: readonly Format[]
  readonly compression: Compression
  readonly program: Program
}

/** Writes sources of one kind in every format: whole as NDJSON, and their rows in the derived tables. */
export interface Writers<Source> {
  /** Creates the files of a year, so that they exist even if they stay empty; null is an unpartitioned dataset. */
  open(year: string | null): void
  /** `text` is the text of the letter, if there is one. */
  add(source: Source, year: string | null, text?: string | null): Promise<void>
  /** Rows so far, by table. */
  rows(): Record<string, number>
  close(): Promise<DataFile[]>
}

/** `name` is the name of the sources as NDJSON. */
export function startWriters<Source>(
  name: string,
  tables: readonly Table<Source>[],
  options: WriterOptions,
): Writers<Source> {
  const years = new Map<string | null, YearFiles<Source>>()
  const rows = Object.fromEntries(tables.map(table => [table.name, 0]))
  let sources = 0
  const open = (year: string | null): YearFiles<Source> => {
    const files = years.get(year) ?? openYear(name, tables, year, options)
    years.set(year, files)
    return files
  }
  return {
    open,
    add: async (source, year, text = null) => {
      const files = open(year)
      for (const one of files.tables) {
        const before = { letters: sources, rows: rows[one.table.name]!, text }
        rows[one.table.name] = before.rows + addRows(one, source, before)
      }
      files.sources++
      sources++
      await files.values?.add(source)
    },
    rows: () => rows,
    close: async () => {
      const closed: DataFile[] = []
      for (const [year, files] of years) closed.push(...(await closeYear(name, year, files)))
      return closed
    },
  }
}

/** All files of one year. */
interface YearFiles<Source> {
  readonly values: ValueWriter | undefined
  readonly tables: readonly TableFiles<Source>[]
  sources: number
}

interface TableFiles<Source> {
  readonly table: Table<Source>
  readonly writers: readonly { readonly format: Format; readonly writer: RowWriter }[]
  rows: number
}

function openYear<Source>(
  name: string,
  tables: readonly Table<Source>[],
  year: string | null,
  { root, formats, compression, program }: WriterOptions,
): YearFiles<Source> {
  const file = (format: Format, name: string) => createFile(root, pathOf(format, name, year, compression))
  const size = year === null ? GROUP : GROUP_OF_YEAR
  const createdBy = `${program.name} ${program.version}`
  return {
    values: formats.includes('ndjson') ? ndjsonWriter(file('ndjson', name), compression) : undefined,
    tables: tables.map(table => ({
      table,
      writers: formats.flatMap(format => {
        if (format === 'parquet')
          return { format, writer: parquetWriter(table, file(format, table.name), size, createdBy) }
        return format === 'csv' ? { format, writer: csvWriter(table, file(format, table.name)) } : []
      }),
      rows: 0,
    })),
    sources: 0,
  }
}

function addRows<Source>(files: TableFiles<Source>, source: Source, before: RowsBefore): number {
  const rows = files.table.rows(source, before)
  for (const { writer } of files.writers) for (const row of rows) writer.add(row)
  files.rows += rows.length
  return rows.length
}

async function closeYear<Source>(
  name: string,
  year: string | null,
  { values, tables, sources }: YearFiles<Source>,
): Promise<DataFile[]> {
  const closed: DataFile[] = []
  if (values) closed.push({ ...(await values.close()), name, format: 'ndjson', year, rows: sources })
  for (const { table, writers, rows } of tables)
    for (const { format, writer } of writers)
      closed.push({ ...(await writer.close()), name: table.name, format, year, rows })
  return closed
}
