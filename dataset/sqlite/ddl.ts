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

/** The statement that makes a table. Lists are kept as JSON, which SQLite and Datasette read as such. */
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

/** A key is made once the rows are there: sorting them all takes a fraction of the time of keeping them sorted. */
export const createKey = ({ name, key }: TableHead): string =>
  `create unique index ${quoted(`${name}_key`)} on ${quoted(name)} (${key.map(quoted).join(', ')})`

export const createIndex = (table: string, columns: readonly string[]): string =>
  `create index ${quoted(`${table}_${columns.join('_')}`)} on ${quoted(table)} (${columns.map(quoted).join(', ')})`

export const insertInto = (table: string, columns: readonly string[]): string =>
  `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values (${columns.map(() => '?').join(', ')})`

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
