/**
 * Makes datasets of case records.
 *
 * - *dataset*: a folder with tables, whole records, descriptors, and a manifest of hashes
 * - *table*: columns defined as data, each with its type, its meaning and how to derive it from a record; Parquet, CSV,
 *   every descriptor and the data dictionary are generated from that one definition
 * - *data file*: the rows of one table, or whole records, in one format, of one year or all
 * - *draft*: a dataset that is being written next to its target, and then moved into place at once
 * - *contents*: id and hash of every record, from which a later dataset derives what was added, changed and removed
 * - *database*: all tables in one SQLite file, with a search over items and letters (*units*) and their *facets*
 * - *identifier*: what a letter failed to redact: a birth date, a number, a name
 */
export { caseNumbersMeant } from './case-number.ts'
export { dictionary } from './descriptors/dictionary.ts'
export { ExportError } from './errors.ts'
export { type ExportOptions, type ExportResult, exportDataset } from './export.ts'
export { type IngestFolder, openIngest } from './folder/ingest-folder.ts'
export { DATABASE, FORMATS, type Format, USUAL_FORMATS } from './folder/layout.ts'
export { SMALL, wilson } from './quality/rate.ts'
export { ofReasons, spokenCode } from './report/reasons.ts'
export { type FacetColumn, readFacetColumns } from './sqlite/facet-columns.ts'
export { FIRST_LETTER } from './sqlite/facets.ts'
export { type IndexOptions, indexRun, resultsIn } from './sqlite/index-run.ts'
export { SEARCHED } from './sqlite/units.ts'
export { changes, recordTables, rejections } from './tables/index.ts'
export { COMPRESSIONS, type Compression } from './writers/ndjson.ts'
