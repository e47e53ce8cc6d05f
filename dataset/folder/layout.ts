import type { FileEntry } from '../writers/file.ts'
import { type Compression, ENDINGS } from '../writers/ndjson.ts'

/** All file formats of a dataset. */
export const FORMATS = ['ndjson', 'parquet', 'csv', 'sqlite'] as const
/** A file format of a dataset. */
export type Format = (typeof FORMATS)[number]
/** A database holds everything again, so it is only written on request. */
export const USUAL_FORMATS: readonly Format[] = FORMATS.filter(format => format !== 'sqlite')

/** The file with all tables and the search index, in the folder of an ingest and in a dataset. */
export const DATABASE = 'imr.sqlite'

/** A file with rows: of one table, or whole records, in one format, of one year or all. */
export interface DataFile extends FileEntry {
  readonly name: string
  readonly format: Format
  /** Year of decision if the dataset is partitioned: "2016", or "unknown". */
  readonly year: string | null
  readonly rows: number
}

/** Whole records, which are not a table. */
export const RECORDS = 'records'

/**
 * Path of a file: `parquet/items.parquet`, or in the Hive layout that DuckDB, Spark and others read as a column,
 * `parquet/items/year=2016/items.parquet`.
 */
export function pathOf(format: Format, name: string, year: string | null, compression: Compression): string {
  const file = `${name}.${format}${format === 'ndjson' ? ENDINGS[compression] : ''}`
  return year === null ? `${format}/${file}` : `${format}/${name}/year=${year}/${file}`
}

/** One glob for all files of a table, whether or not the dataset is partitioned. */
export function patternOf(files: readonly DataFile[]): string {
  const [{ format, name, year, path }] = files as [DataFile]
  return year === null ? path : `${format}/${name}/*/${path.slice(path.lastIndexOf('/') + 1)}`
}
