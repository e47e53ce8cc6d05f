import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { CaseRecord, Rejection } from '../../document/index.ts'
import type { Cell, RowsBefore, Table } from '../table.ts'
import { rejections } from '../tables/index.ts'
import { createIndex, createKey, createTable, insertInto } from './ddl.ts'
import { FACET_TABLES, facetWriter } from './facet-columns.ts'
import { type Facet, facetsOf } from './facets.ts'
import { facetWords, type RowsOf, SEARCHED, unitsOf } from './units.ts'

/** Where the record and the letter of a case are on this machine; never part of a published database. */
export interface LocalPlace {
  /** Byte offset in `records.ndjson`. */
  readonly start: number
  readonly bytes: number
  /** Path of the letter, if known. */
  readonly path: string | null
}

/** What is known about a letter besides its record. */
interface Known {
  readonly place?: LocalPlace
  readonly text?: string | null
}

/** A database of tables with a search over them, in the making. */
export interface DatabaseWriter {
  addRecord(record: CaseRecord, known?: Known): void
  /** `path` is where the input is on this machine; never part of a published database. */
  addRejection(rejection: Rejection, path?: string | null): void
  /** Completes and closes the file. */
  close(): void
  /** Closes the file as it is, to be deleted. */
  abandon(): void
}

/** Records per transaction: enough to make commits cheap, few enough to fit in memory. */
const BATCH = 500

/**
 * Writes an SQLite file: the tables, `search` (FTS5 over each item and its letter), and the values of every facet. The
 * same records give the same bytes. `facts` are names and values that describe what the file was made from.
 */
export function createDatabase(
  path: string,
  tables: readonly Table<CaseRecord>[],
  facts: Readonly<Record<string, string>>,
): DatabaseWriter {
  // The keys that references need are created last.
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  // A torn file is never moved into place, so a journal would only cost time.
  database.exec(
    'pragma page_size = 8192; pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -65536',
  )
  const all = [...tables, rejections]
  for (const statement of [...all.map(createTable), ...SEARCH_TABLES, ...FACET_TABLES]) database.exec(statement)
  const fact = database.prepare('insert into search_facts values (?, ?)')
  for (const [name, value] of Object.entries(facts)) fact.run(name, value)
  database.exec('begin')
  const records = recordWriter(database, tables)
  const rejected = tableWriter(database, rejections)
  const pathInto = database.prepare(insertInto('search_rejected', ['input_id', 'path']))
  let written = 0
  return {
    addRecord: (record, known = {}) => {
      if (++written % BATCH === 0) database.exec('commit; begin')
      records.add(record, known)
    },
    addRejection: (rejection, path = null) => {
      rejected(rejection, { letters: written })
      if (path !== null) pathInto.run(rejection.id, path)
    },
    close: () => {
      records.close()
      database.exec('commit')
      for (const table of all) database.exec(createKey(table))
      for (const statement of [...facetIndexes(facetsOf(tables)), createIndex('cases', ['case_number'])])
        database.exec(statement)
      database.exec(`insert into search (search) values ('optimize'); analyze`)
      database.close()
    },
    abandon: () => database.close(),
  }
}

/** ORDER BY inside the aggregate would exclude every SQLite before 3.44, such as that of Python in Debian 12. */
const joinedTexts = (table: string): string =>
  `(select group_concat(text, '; ') from
     (select text from ${table} where case_id = cases.case_id order by rowid)) as ${table}`

/**
 * A unit is an item, or a letter without items. `search` stores no text: highlighting reads it from the view, which has
 * the same words as were indexed.
 */
const SEARCH_TABLES = [
  'create table search_facts (name text primary key, value text not null) without rowid',
  'create table search_units (unit integer primary key, case_row integer not null, item_row integer, day integer, confidence real, doubts integer not null)',
  'create table search_places (case_row integer primary key, start integer not null, bytes integer not null, path text)',
  'create table search_rejected (input_id text primary key, path text not null) without rowid',
  `create view search_text as
     select unit, items.text as item, items.rationale as rationale, cases.clinical_case_summary as summary,
       ${['diagnoses', 'treatments'].map(joinedTexts).join(', ')},
       cases.case_id as case_id, cases.case_number as case_number, items.item as item_number
     from search_units join cases on cases.rowid = case_row left join items on items.rowid = item_row`,
  `create virtual table search using fts5(${SEARCHED.join(', ')}, content = 'search_text', content_rowid = 'unit',
     tokenize = "porter unicode61 remove_diacritics 2")`,
] as const

const facetIndexes = (facets: readonly Facet[]): string[] =>
  facets.map(({ table, columns }) => createIndex(table, columns))

function recordWriter(database: DatabaseSync, tables: readonly Table<CaseRecord>[]) {
  const inserts = tables.map(table => ({ table, add: tableWriter(database, table) }))
  const facets = facetsOf(tables).map((facet, at) => ({ facet, writer: facetWriter(database, at, facet) }))
  const unitInto = database.prepare(
    insertInto('search_units', ['unit', 'case_row', 'item_row', 'day', 'confidence', 'doubts']),
  )
  const textInto = database.prepare(insertInto('search', ['rowid', ...SEARCHED]))
  const placeInto = database.prepare(insertInto('search_places', ['case_row', 'start', 'bytes', 'path']))
  const before = { letters: 0, items: 0, units: 0 }
  const add = (record: CaseRecord, { place, text = null }: Known) => {
    const rowsOf: RowsOf = new Map(
      inserts.map(({ table, add }) => [table.name, { table, rows: add(record, { letters: before.letters, text }) }]),
    )
    const letter = ++before.letters
    if (place) placeInto.run(letter, place.start, place.bytes, place.path)
    for (const { item, confidence, doubts, texts } of unitsOf(record)) {
      const unit = ++before.units
      const itemRow = item === null ? null : ++before.items
      unitInto.run(unit, letter, itemRow, dayOf(record.dates.decision), confidence, doubts)
      textInto.run(unit, ...texts)
      for (const { facet, writer } of facets) writer.add(facetWords(facet, item, rowsOf))
    }
  }
  const close = () => {
    for (const { writer } of facets) writer.close()
  }
  return { add, close }
}

/** Writes the rows of one source after another, and returns them. */
function tableWriter<Source>(database: DatabaseSync, table: Table<Source>) {
  const into: StatementSync = database.prepare(
    insertInto(
      table.name,
      table.columns.map(({ name }) => name),
    ),
  )
  let written = 0
  return (source: Source, known: Omit<RowsBefore, 'rows'>): Cell[][] => {
    const rows = table.rows(source, { ...known, rows: written })
    for (const row of rows) into.run(...row.map(storedAs))
    written += rows.length
    return rows
  }
}

const storedAs = (cell: Cell): string | number | null => {
  if (typeof cell === 'boolean') return Number(cell)
  return typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell
}

const DAY_MS = 86_400_000

/** Days since 1970, for sorting results. */
const dayOf = (date: string | null): number | null => (date === null ? null : Date.parse(date) / DAY_MS)
