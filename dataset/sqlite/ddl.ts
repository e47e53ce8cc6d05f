import type { ColumnType, TableHead } from '../table.ts'

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'text',
  date: 'text',
  integer: 'integer',
  number: 'real',
  boolean: 'integer',
  strings: 'text',
  numbers: 'text',
}

/** The CREATE TABLE statement of a table. Lists are stored as JSON, which SQLite and Datasette can read. */
export function createTable({ name, columns, key, references }: TableHead): string {
  const fields = columns.map(
    column => `${quoted(column.name)} ${TYPES[column.type]}${column.required ? ' not null' : ''}`,
  )
  const foreign = references.map((target, at) => {
    const leading = key
      .slice(0, at + 1)
      .map(quoted)
      .join(', ')
    return `foreign key (${leading}) references ${quoted(target)} (${leading})`
  })
  return `create table ${quoted(name)} (${[...fields, ...foreign].join(', ')})`
}

/** Keys are created once the rows are there: sorting them once takes a fraction of the time of keeping them sorted. */
export const createKey = ({ name, key }: TableHead): string =>
  `create unique index ${quoted(`${name}_key`)} on ${quoted(name)} (${key.map(quoted).join(', ')})`

/** The CREATE INDEX statement for these columns. */
export const createIndex = (table: string, columns: readonly string[]): string =>
  `create index ${quoted(`${table}_${columns.join('_')}`)} on ${quoted(table)} (${columns.map(quoted).join(', ')})`

/** The INSERT statement for a row, with one parameter per column. */
export const insertInto = (table: string, columns: readonly string[]): string =>
  `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values (${columns.map(() => '?').join(', ')})`

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
