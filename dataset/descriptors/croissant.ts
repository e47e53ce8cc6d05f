import { type DataFile, patternOf } from '../folder/layout.ts'
import type { ColumnHead, ColumnType, TableHead } from '../table.ts'
import { ABOUT, citation, type Described, MEDIA_TYPES } from './about.ts'

export const CROISSANT = 'croissant.json'

/**
 * `croissant.json`, Croissant 1.1: the files, and a record set per table. Tables are described by their Parquet files,
 * or else by CSV. No clock is used: the publication date is the day of the last decision.
 */
export function croissant(described: Described): object {
  const { summary, tables, files } = described
  const sources = tables.flatMap(table => {
    const of = (format: string) => files.filter(file => file.name === table.name && file.format === format)
    const [source] = [of('parquet'), of('csv')].filter(found => found.length > 0)
    return source ? [{ table, source: sourceOf(table, source) }] : []
  })
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    name: ABOUT.name,
    description: ABOUT.description,
    url: ABOUT.source.url,
    license: { '@type': 'sc:CreativeWork', name: ABOUT.licence.name, url: ABOUT.licence.url },
    creator: { '@type': 'sc:Organization', name: `${summary.program.name} ${summary.program.version}` },
    datePublished: summary.decisions?.last ?? '1970-01-01',
    version: summary.program.version,
    keywords: ABOUT.keywords,
    inLanguage: 'en',
    isLiveDataset: false,
    citeAs: citation(described),
    distribution: [...files.map(fileObject), ...sources.flatMap(({ source }) => source.fileSet ?? [])],
    recordSet: sources.map(({ table, source }) => recordSet(table, source.reference)),
  }
}

type Reference = { readonly fileObject: { readonly '@id': string } } | { readonly fileSet: { readonly '@id': string } }

/** The source of a table's fields: its file, or the set of its files for all years. */
function sourceOf({ name }: TableHead, files: readonly DataFile[]): { reference: Reference; fileSet?: object } {
  const [first] = files as [DataFile]
  if (first.year === null) return { reference: { fileObject: { '@id': first.path } } }
  const id = `${name}-${first.format}`
  const includes = patternOf(files)
  return {
    reference: { fileSet: { '@id': id } },
    fileSet: { '@type': 'cr:FileSet', '@id': id, name: id, encodingFormat: MEDIA_TYPES[first.format], includes },
  }
}

const fileObject = ({ path, format, bytes, sha256 }: DataFile): object => ({
  '@type': 'cr:FileObject',
  '@id': path,
  name: path.slice(path.lastIndexOf('/') + 1),
  contentUrl: path,
  contentSize: `${bytes} B`,
  encodingFormat: MEDIA_TYPES[format],
  sha256,
})

const recordSet = ({ name, title, key, references, columns }: TableHead, source: Reference): object => ({
  '@type': 'cr:RecordSet',
  '@id': name,
  name,
  description: title,
  key: key.map(column => ({ '@id': `${name}/${column}` })),
  field: columns.map(column => field(column, name, source, key.indexOf(column.name), references)),
})

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'sc:Text',
  date: 'sc:Date',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
  strings: 'sc:Text',
  numbers: 'sc:Float',
}

/** `depth`: index of the column in the key, which selects the referenced table. */
function field(column: ColumnHead, table: string, source: Reference, depth: number, references: readonly string[]) {
  const { name, type, description } = column
  const target = references[depth]
  return {
    '@type': 'cr:Field',
    '@id': `${table}/${name}`,
    name,
    description,
    dataType: TYPES[type],
    ...((type === 'strings' || type === 'numbers') && { isArray: true, arrayShape: '-1' }),
    ...(target && { references: { '@id': `${target}/${name}` } }),
    source: { ...source, extract: { column: name } },
  }
}

/** The context that the specification recommends, as far as it is used here. */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'http://schema.org/',
  sc: 'http://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
  arrayShape: 'cr:arrayShape',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  includes: 'cr:includes',
  isArray: 'cr:isArray',
  isLiveDataset: 'cr:isLiveDataset',
  key: 'cr:key',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  source: 'cr:source',
}
