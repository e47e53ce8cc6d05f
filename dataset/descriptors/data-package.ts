import type { DataFile, Format } from '../folder/layout.ts'
import type { ColumnHead, ColumnType, TableHead } from '../table.ts'
import { LIST_DELIMITER } from '../writers/csv.ts'
import { ABOUT, type Described, MEDIA_TYPES } from './about.ts'

export const DATA_PACKAGE = 'datapackage.json'

/** `datapackage.json`, Data Package version 2: every data file with its size, hash and fields. */
export function dataPackage({ summary, tables, files }: Described): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: ABOUT.name,
    id: summary.id,
    title: ABOUT.title,
    description: ABOUT.description,
    homepage: ABOUT.source.url,
    version: summary.program.version,
    keywords: ABOUT.keywords,
    sources: [{ title: ABOUT.source.title, path: ABOUT.source.url }],
    licenses: [{ title: ABOUT.licence.name, path: ABOUT.licence.url }],
    resources: files.map(file =>
      resource(
        file,
        tables.find(({ name }) => name === file.name),
      ),
    ),
  }
}

function resource(file: DataFile, table: TableHead | undefined): object {
  const { path, format, bytes, sha256 } = file
  return {
    name: resourceName(file.name, file),
    path,
    ...(table && format !== 'ndjson' && { type: 'table', title: table.title }),
    ...(format === 'csv' && { dialect: { header: true, delimiter: ',', lineTerminator: '\r\n' } }),
    format,
    mediatype: MEDIA_TYPES[format],
    ...(isText(format) && { encoding: 'utf-8' }),
    bytes,
    hash: `sha256:${sha256}`,
    ...(table && format !== 'ndjson' && { schema: tableSchema(table, file) }),
  }
}

const isText = (format: Format): boolean => format === 'csv' || format === 'ndjson'

/** "items-csv", "items-csv-2016". */
const resourceName = (name: string, { format, year }: DataFile): string =>
  [name.replaceAll('_', '-'), format, ...(year === null ? [] : [year])].join('-')

const tableSchema = ({ columns, key, references }: TableHead, file: DataFile): object => ({
  fields: columns.map(column => field(column, file.format)),
  missingValues: [''],
  primaryKey: key,
  ...(references.length > 0 && {
    foreignKeys: references.map(name => {
      const fields = key.slice(0, references.indexOf(name) + 1)
      return { fields, reference: { resource: resourceName(name, file), fields } }
    }),
  }),
})

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  date: 'date',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  strings: 'array',
  numbers: 'array',
}

function field({ name, type, description, required, values, maxLength }: ColumnHead, format: Format): object {
  const isList = type === 'strings' || type === 'numbers'
  const written =
    isList && format === 'csv'
      ? { type: 'list', delimiter: LIST_DELIMITER, itemType: type === 'strings' ? 'string' : 'number' }
      : { type: TYPES[type] }
  const constraints = {
    // An empty list is an empty cell, which CSV readers take for a missing value.
    ...(required && !(isList && format === 'csv') && { required }),
    ...(values && !isList && { enum: values }),
    ...(maxLength !== undefined && { maxLength }),
  }
  return { name, description, ...written, ...(Object.keys(constraints).length > 0 && { constraints }) }
}
