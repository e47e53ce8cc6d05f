import { DatabaseSync } from 'node:sqlite'
import { type FacetColumn, readFacetColumns } from '../../dataset/index.ts'

/** An open search index: its database, and frequently needed columns in memory. Units count from 0. */
export interface SearchIndex {
  readonly database: DatabaseSync
  /** Identifies the results from which the file was made, like `resultsIn`. */
  readonly results: string
  readonly units: number
  /** Row of the case of each unit. */
  readonly caseRows: Uint32Array
  /** Day of the decision since 1970; `NO_DAY` if there is none. */
  readonly days: Int32Array
  /** 1 if there is none. */
  readonly confidences: Float32Array
  /** Doubtful values of the item and its letter. */
  readonly doubts: Uint16Array
  readonly columns: readonly FacetColumn[]
  close(): void
}

/** Stands for a missing date of decision. */
export const NO_DAY = -(2 ** 31)

/** Opens an index and loads the columns that are kept in memory. */
export function openIndex(path: string): SearchIndex {
  const database = new DatabaseSync(path, { readOnly: true })
  database.exec('pragma cache_size = -131072; pragma mmap_size = 4294967296; pragma temp_store = memory')
  const units = Number(database.prepare('select count(*) as units from search_units').get()?.units)
  const arrays = {
    caseRows: new Uint32Array(units),
    days: new Int32Array(units),
    confidences: new Float32Array(units),
    doubts: new Uint16Array(units),
  }
  const rows = database.prepare('select case_row, day, confidence, doubts from search_units order by unit')
  rows.setReturnArrays(true)
  let unit = 0
  for (const [caseRow, day, confidence, doubts] of rows.iterate() as Iterable<readonly (number | null)[]>) {
    arrays.caseRows[unit] = caseRow!
    arrays.days[unit] = day ?? NO_DAY
    arrays.confidences[unit] = confidence ?? 1
    arrays.doubts[unit++] = doubts!
  }
  return {
    database,
    results: resultsOf(database),
    units,
    ...arrays,
    columns: readFacetColumns(database),
    close: () => database.close(),
  }
}

/**
 * Identifies the results from which an index was made, without opening all of it. Throws if it is not an index of this
 * program.
 */
export function indexedResults(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    return resultsOf(database)
  } finally {
    database.close()
  }
}

const resultsOf = (database: DatabaseSync): string =>
  String(database.prepare("select value from search_facts where name = 'results'").get()?.value)
