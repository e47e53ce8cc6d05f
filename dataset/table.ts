import type { SchemaField } from './schema.ts'

/** A date is `YYYY-MM-DD`; lists are never null and contain no nulls. */
export type ColumnType = 'string' | 'date' | 'integer' | 'number' | 'boolean' | 'strings' | 'numbers'
/** A value of a row. */
export type Cell = string | number | boolean | null | readonly string[] | readonly number[]

/** The numbers of a row and of its letter, from 1 over the whole dataset. */
export interface RowPlace {
  readonly letter: number
  readonly row: number
  /** The canonical text of the letter, masked like the record; null if it was not kept. */
  readonly text: string | null
}

/** The counts before a source's rows, and the text of its letter. */
export interface RowsBefore {
  readonly letters: number
  readonly rows: number
  readonly text?: string | null
}

/** What descriptors and writers need to know of a column. */
export interface ColumnHead {
  readonly name: string
  readonly type: ColumnType
  readonly description: string
  /** Never null. */
  readonly required: boolean
  /** Its only possible values. */
  readonly values?: readonly string[]
  /** In characters. */
  readonly maxLength?: number
}

interface Column<Row> extends ColumnHead {
  readonly of: (row: Row, place: RowPlace) => Cell
}

/** What descriptors and writers need to know of a table. */
export interface TableHead {
  readonly name: string
  readonly title: string
  /** The columns that identify a row. */
  readonly key: readonly string[]
  /** The tables that its leading key columns refer to. */
  readonly references: readonly string[]
  readonly columns: readonly ColumnHead[]
}

/** A table, and how to derive its rows from a source: a record, a rejection, a change. */
export interface Table<Source> extends TableHead {
  /** The rows of one source, with cells in the order of the columns; `before` has the counts before it. */
  readonly rows: (source: Source, before: RowsBefore) => Cell[][]
}

interface Definition<Source, Row> {
  readonly name: string
  readonly title: string
  readonly key: readonly string[]
  readonly references?: readonly string[]
  readonly columns: readonly Column<Row>[]
  /** The parts of a source that make one row each. */
  readonly each: (source: Source) => readonly Row[]
}

/** Makes a table from its columns and rows. */
export function defineTable<Source, Row>(definition: Definition<Source, Row>): Table<Source> {
  const { each, columns, references = [], ...head } = definition
  return {
    ...head,
    columns,
    references,
    rows: (source, before) =>
      each(source).map((row, at) => {
        const place = { letter: before.letters + 1, row: before.rows + at + 1, text: before.text ?? null }
        return columns.map(column => column.of(row, place))
      }),
  }
}

/** Builders for the columns of a table. A column that has its own description may be null. */
export const columnsOf = <Row>() => ({
  string: columnOf<Row>('string'),
  date: columnOf<Row>('date'),
  integer: columnOf<Row>('integer'),
  number: columnOf<Row>('number'),
  boolean: columnOf<Row>('boolean'),
  strings: columnOf<Row>('strings'),
  numbers: columnOf<Row>('numbers'),
})

const columnOf =
  <Row>(type: ColumnType) =>
  (name: string, about: SchemaField | string, of: Column<Row>['of']): Column<Row> => {
    const field: SchemaField = typeof about === 'string' ? { description: about, nullable: true } : about
    const required = !field.nullable || type === 'strings' || type === 'numbers'
    const { description, values } = field
    return { name, type, description, required, of, ...(values && { values }) }
  }

/** For a column of the dataset's own that may be null. */
export const sometimes = (description: string): SchemaField => ({ description, nullable: true })
/** For a column of the dataset's own that always has a value. */
export const always = (description: string): SchemaField => ({ description, nullable: false })

/** A text column with a maximum length in characters; longer values are truncated. */
export function limited<Row>(column: Column<Row>, maxLength: number): Column<Row> {
  return {
    ...column,
    maxLength,
    of: (row, place) => {
      const cell = column.of(row, place)
      return typeof cell === 'string' ? cell.slice(0, maxLength) : cell
    },
  }
}
