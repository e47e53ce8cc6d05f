import { zstdCompressSync } from 'node:zlib'
import type { SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Cell, ColumnHead, ColumnType, TableHead } from '../table.ts'
import type { FileEntry, OpenFile } from './file.ts'
import type { RowWriter } from './row-writer.ts'

/**
 * A row group ends after this many rows or about this many characters, whichever comes first. Both depend on the data
 * alone: the same rows give the same groups on every machine, and memory holds one group per file.
 */
export interface GroupSize {
  readonly rows: number
  readonly characters: number
}

/** For a dataset in one piece. */
export const GROUP: GroupSize = { rows: 20_000, characters: 4_000_000 }
/** For a dataset by year, which has a file open for every table of every year. */
export const GROUP_OF_YEAR: GroupSize = { rows: 5000, characters: 1_000_000 }

/** Writes a table as Parquet: dates as dates, lists as lists, nothing nested. */
export function parquetWriter(table: TableHead, file: OpenFile, size: GroupSize, createdBy: string): RowWriter {
  const bytes = new ByteWriter()
  const sink = Object.assign(bytes, {
    flush: () => {
      file.write(new Uint8Array(bytes.buffer, 0, bytes.index))
      bytes.index = 0
    },
    finish: () => sink.flush(),
  })
  const writer = new ParquetWriter({
    writer: sink,
    schema: schemaOf(table),
    codec: 'ZSTD',
    compressors: { ZSTD: zstdCompressSync },
    createdBy,
    kvMetadata: metadataOf(table),
  })
  const group = startGroup(table)
  const flush = () => {
    if (group.rows() > 0) writer.write({ columnData: group.take(), rowGroupSize: size.rows })
  }
  return {
    add: cells => {
      group.add(cells)
      if (group.rows() >= size.rows || group.characters() >= size.characters) flush()
    },
    close: async (): Promise<FileEntry> => {
      flush()
      writer.finish()
      return file.close()
    },
  }
}

/** Parquet has no place for a column description, so the descriptions are JSON in the file's metadata. */
const metadataOf = ({ title, columns }: TableHead): { key: string; value: string }[] => [
  { key: 'title', value: title },
  { key: 'columns', value: JSON.stringify(Object.fromEntries(columns.map(one => [one.name, one.description]))) },
]

/** Buffered rows of the next row group, column by column. */
function startGroup({ columns }: TableHead) {
  let data: unknown[][] = columns.map(() => [])
  let characters = 0
  return {
    rows: () => data[0]!.length,
    characters: () => characters,
    add: (cells: readonly Cell[]) => {
      for (const [at, cell] of cells.entries()) {
        data[at]!.push(columns[at]!.type === 'date' ? dayOf(cell) : cell)
        characters += sizeOf(cell)
      }
    },
    take: () => {
      const taken = columns.map(({ name }, at) => ({ name, data: data[at]! }))
      data = columns.map(() => [])
      characters = 0
      return taken
    },
  }
}

const DAY_MS = 86_400_000

/** Days since 1970, the representation of dates in Parquet. */
const dayOf = (cell: Cell): number | null => (typeof cell === 'string' ? Date.parse(cell) / DAY_MS : null)

function sizeOf(cell: Cell): number {
  if (typeof cell === 'string') return cell.length
  return Array.isArray(cell) ? cell.reduce((sum: number, entry) => sum + sizeOf(entry), 0) : 0
}

const schemaOf = ({ name, columns }: TableHead): SchemaElement[] => [
  { name, num_children: columns.length },
  ...columns.flatMap(elementsOf),
]

/** The Parquet type of a column or, for a list, of its entries. */
const PHYSICAL: Readonly<Record<ColumnType, Omit<SchemaElement, 'name'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  date: { type: 'INT32', converted_type: 'DATE' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  strings: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  numbers: { type: 'DOUBLE' },
}

function elementsOf({ name, type, required }: ColumnHead): SchemaElement[] {
  const repetition_type = required ? 'REQUIRED' : 'OPTIONAL'
  if (type !== 'strings' && type !== 'numbers') return [{ name, ...PHYSICAL[type], repetition_type }]
  return [
    { name, repetition_type, num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', ...PHYSICAL[type], repetition_type: 'REQUIRED' },
  ]
}
