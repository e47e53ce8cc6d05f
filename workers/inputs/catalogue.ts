import { DatabaseSync } from 'node:sqlite'
import type { Rejection } from '../../document/index.ts'
import type { Ref } from '../store/outcome.ts'
import { UsageError } from './entry.ts'

/**
 * What the folder of an ingest knows of its inputs: one row per path, kept from run to run, so that a run adds to
 * earlier ones. What a run changes lasts only if it ends: the inputs of one that was stopped, or never started, are not
 * those of the next. A database, because two million rows do not fit in memory, and because it quickly finds equal
 * inputs and sorts them.
 */
export interface Catalogue {
  /** Replaces what was known of this path by an input of this run. */
  put(input: CataloguedInput): void
  /** Whether this run has an input with these bytes. */
  has(hash: string): boolean
  /** Whether this run has put an input under this path. */
  isPut(path: string): boolean
  /** How often earlier runs ended with a fault of the program for these bytes under this path. */
  faultsOf(path: string, hash: string): number
  /** Inputs of earlier runs that this one has not put, ordered by path. */
  earlier(): Iterable<CataloguedInput>
  remove(path: string): void
  /** All inputs of this run, ordered by path, independently of how often and in which order they were named. */
  inputs(): Iterable<CataloguedInput & { readonly duplicateOf: string | null }>
  /** Makes the changes of this run last; nothing can be changed after that. */
  keep(): void
  /** Without `keep`, everything is as it was before this run. */
  close(): void
}

/** An input as the catalogue knows it. */
export interface CataloguedInput {
  /** Absolute path; the path inside an archive follows `!/`. */
  readonly path: string
  /** Base name. */
  readonly name: string
  /** Where the bytes are, if not at the path: a member of an archive is unpacked into the store. */
  readonly copy: string | null
  /** Hex SHA-256 of the bytes; null if there are none. */
  readonly hash: string | null
  readonly bytes: number | null
  /** Why it was rejected when it was listed. */
  readonly rejection: Rejection | null
  /** How often earlier runs ended it with a fault of the program. */
  readonly faults: number
}

const SCHEMA = `
  create table if not exists inputs (
    path text primary key, name text not null, copy text, hash text, bytes integer, rejection text,
    faults integer not null, run integer not null
  ) without rowid;
  create index if not exists inputs_by_hash on inputs (hash, path);`

/** Opens or creates the catalogue in `file` for a new run. Only one process may have it open: see `lock.ts`. */
export function openCatalogue(file: string): Catalogue {
  const database = openDatabase(file)
  const run = Number(database.prepare('select coalesce(max(run), 0) + 1 as run from inputs').get()!.run)
  const put = database.prepare('insert or replace into inputs values (?, ?, ?, ?, ?, ?, ?, ?)')
  const has = database.prepare('select 1 from inputs where hash = ? and run = ? limit 1')
  const isPut = database.prepare('select 1 from inputs where path = ? and run = ?')
  const faults = database.prepare('select faults from inputs where path = ? and hash = ?')
  const remove = database.prepare('delete from inputs where path = ?')
  const page = database.prepare('select * from inputs where run < ? and path > ? order by path limit 1000')
  const all = database.prepare(`
    select *, (select path from inputs first where first.hash = inputs.hash and first.run = inputs.run
      order by path limit 1) as first
    from inputs where run = ? order by path`)
  return {
    put: ({ path, name, copy, hash, bytes, rejection, faults }) =>
      void put.run(path, name, copy, hash, bytes, rejection && JSON.stringify(rejection), faults, run),
    has: hash => has.get(hash, run) !== undefined,
    isPut: path => isPut.get(path, run) !== undefined,
    faultsOf: (path, hash) => Number(faults.get(path, hash)?.faults ?? 0),
    earlier: () => pages(after => page.all(run, after).map(inputOf)),
    remove: path => void remove.run(path),
    inputs: () => inputsOf(all.iterate(run)),
    keep: () => database.exec('commit'),
    close: () => database.close(),
  }
}

function openDatabase(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file)
    // No other process reads along, and a network file system may not support the shared memory of a write-ahead log.
    database.exec('pragma locking_mode = exclusive; pragma journal_mode = truncate; pragma synchronous = normal')
    database.exec(SCHEMA)
    // The transaction of the run, which a process that is killed leaves to be undone.
    database.exec('begin')
    return database
  } catch (error) {
    if (!/not a database|malformed/.test(String(error))) throw error
    throw new UsageError(`the list of inputs ${file} is damaged: remove it and name all inputs again`)
  }
}

/** Rows in pages, so that they can be changed during iteration. */
function* pages(read: (after: string) => readonly CataloguedInput[]): Generator<CataloguedInput> {
  for (let page = read(''); page.length > 0; page = read(page.at(-1)!.path)) yield* page
}

type Row = Record<string, unknown>

function* inputsOf(rows: Iterable<Row>) {
  for (const row of rows) {
    const input = inputOf(row)
    const first = row.first as string | null
    yield { ...input, duplicateOf: first === null || first === input.path ? null : first }
  }
}

const inputOf = (row: Row): CataloguedInput => ({
  path: row.path as string,
  name: row.name as string,
  copy: row.copy as string | null,
  hash: row.hash as string | null,
  bytes: row.bytes as number | null,
  rejection: row.rejection === null ? null : (JSON.parse(row.rejection as string) as Rejection),
  faults: row.faults as number,
})

/** How to reach the bytes of an input. */
export const refTo = ({ path, name, copy, hash, bytes }: CataloguedInput): Ref => ({
  hash: hash!,
  path: copy ?? path,
  name,
  bytes: bytes ?? 0,
})
