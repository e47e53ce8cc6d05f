import type { FileEntry } from '../writers/file.ts'
import { type Compression, ENDINGS } from '../writers/ndjson.ts'

export const FORMATS = ['ndjson', 'parquet', 'csv', 'sqlite'] as const
export type Format = (typeof FORMATS)[number]
/** A database holds everything once more, so that it is written only where it is asked for. */
export const USUAL_FORMATS: readonly Format[] = FORMATS.filter(format => format !== 'sqlite')

/** The file with all tables and the search, in the folder of an ingest and in a dataset. */
export const DATABASE = 'imr.sqlite'

/** A file that holds rows: of one table or of whole records, in one format, of one year or of all. */
export interface DataFile extends FileEntry {
  readonly name: string
  readonly format: Format
  /** Year of decision where the dataset is divided by it: "2016", or "unknown". */
  readonly year: string | null
  readonly rows: number
}

/** Whole records, which are no table. */
export const RECORDS = 'records'

/**
 * Where a file stands: `parquet/items.parquet`, or in the folders that DuckDB, Spark and others read as a column,
 * `parquet/items/year=2016/items.parquet`.
 */
export function pathOf(format: Format, name: string, year: string | null, compression: Compression): string {
  const file = `${name}.${format}${format === 'ndjson' ? ENDINGS[compression] : ''}`
  return year === null ? `${format}/${file}` : `${format}/${name}/year=${year}/${file}`
}

/** One pattern for all files of a table, in a dataset that is divided by years and in one that is not. */
export function patternOf(files: readonly DataFile[]): string {
  const [{ format, name, year, path }] = files as [DataFile]
  return year === null ? path : `${format}/${name}/*/${path.slice(path.lastIndexOf('/') + 1)}`
}
