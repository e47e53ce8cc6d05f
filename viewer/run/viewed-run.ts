import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { applyCorrections, type Correction, readCorrections } from '../../corrections/index.ts'
import { DATABASE, indexRun, resultsIn } from '../../dataset/index.ts'
import type { CaseRecord } from '../../document/index.ts'
import { isRunning, readStatus, type Status } from '../../workers/index.ts'
import type { CaseAnswer, Indexing } from '../api.ts'
import { RequestFailure } from '../failure.ts'
import { indexedResults, openIndex, type SearchIndex } from '../search/index-file.ts'
import { type Search, startSearch } from '../search/search.ts'

/** The folder of an ingest that is being viewed. */
export interface ViewedRun {
  readonly folder: string
  readonly name: string
  status(): Status | null
  /** Whether there is an index, and of the current results. */
  isIndexed(): boolean
  /** The index, reopened if another one has replaced it. Throws `E_NO_INDEX` if there is none. */
  index(): OpenIndex
  /**
   * Starts to build the index if the results have none, for example after a run ended while it was viewed, and answers
   * how far it is; null if there is nothing to build.
   */
  buildIndex(): Indexing | null
  /** Why the index of these results could not be built; null if that was not tried, or not in vain. */
  indexFault(): string | null
  /** Finds a case by its number or the id of its record. Throws `E_NO_CASE`. */
  find(ref: string): FoundCase
  corrections(id: string): readonly Correction[]
  reviewed(): number
  /** Takes note of a correction that was just saved. */
  noteCorrection(one: Correction): void
  close(): void
}

/** An open index, and the search over it. */
export interface OpenIndex {
  readonly index: SearchIndex
  readonly search: Search
}

/** A case as the index has it. */
export interface FoundCase {
  readonly row: number
  readonly ref: string
  readonly record: CaseRecord
  /** Path of the letter when it was read. */
  readonly path: string | null
}

/** Opens the folder of an ingest for viewing; its search index may be in another one. */
export function viewRun(folder: string, indexIn = folder): ViewedRun {
  const root = resolve(folder)
  let open: OpenIndex | undefined
  const corrections = readCorrections(root)
  const maker = indexMaker(root, indexIn)
  const index = () => {
    if (!hasResults(root)) throw new RequestFailure('E_NO_INDEX', 'There are no results to search yet.')
    if (open?.index.results === resultsIn(root)) return open
    if (!isFresh(root, indexIn)) throw new RequestFailure('E_NO_INDEX', withoutIndex(maker))
    open?.index.close()
    const opened = openIndex(join(indexIn, DATABASE))
    open = { index: opened, search: startSearch(opened) }
    return open
  }
  return {
    folder: root,
    name: basename(root),
    status: () => statusOf(root),
    isIndexed: () => isFresh(root, indexIn),
    index,
    buildIndex: maker.build,
    indexFault: maker.fault,
    find: ref => findCase(root, index().index, ref),
    corrections: id => corrections.get(id) ?? [],
    reviewed: () => corrections.size,
    noteCorrection: one => void corrections.set(one.case, [...(corrections.get(one.case) ?? []), one]),
    close: () => {
      maker.stop()
      open?.index.close()
    },
  }
}

interface IndexMaker {
  readonly build: () => Indexing | null
  readonly fault: () => string | null
  readonly stop: () => void
}

function withoutIndex({ build, fault }: IndexMaker): string {
  if (build() !== null) return 'The search index is being built: see Run.'
  return fault() === null
    ? 'There is no search index yet: run imr index.'
    : 'The search index could not be built: see Run.'
}

/** Builds the index of results that have none; after a failure, not again until there are other results. */
function indexMaker(root: string, indexIn: string): IndexMaker {
  const stop = new AbortController()
  let making: Indexing | null = null
  let failed: { readonly results: string; readonly reason: string } | null = null
  const make = async () => {
    making = { done: 0, total: 0 }
    const results = resultsIn(root)
    const onProgress = (done: number, total: number) => {
      making = { done, total }
    }
    await indexRun({ from: root, to: indexIn, signal: stop.signal, onProgress }).catch((error: unknown) => {
      failed = { results, reason: reasonOf(error) }
    })
    making = null
  }
  const fault = () => (hasResults(root) && failed?.results === resultsIn(root) ? failed.reason : null)
  const isWanted = () => hasResults(root) && !isFresh(root, indexIn) && !isRunning(root) && fault() === null
  return {
    build: () => {
      if (making === null && isWanted()) void make()
      return making
    },
    fault,
    stop: () => stop.abort(new Error('the view ended')),
  }
}

/** Faults of the results and of the disk say what is wrong in their message; that of any other might quote a letter. */
function reasonOf(error: unknown): string {
  const { code, message, name } = error as NodeJS.ErrnoException
  return /^E(?!RR_)[A-Z_]+$/.test(code ?? '') ? message : `unexpected ${name}`
}

/** Whether the index exists and belongs to the current results. */
export function isFresh(folder: string, indexIn = folder): boolean {
  const path = join(indexIn, DATABASE)
  if (!existsSync(path) || !hasResults(folder)) return false
  try {
    return indexedResults(path) === resultsIn(folder)
  } catch {
    return false
  }
}

/** Whether there are complete results; during a run, those of the one before. */
export const hasResults = (folder: string): boolean =>
  ['records.ndjson', 'rejections.ndjson', 'summary.json'].every(name => existsSync(join(folder, name)))

function statusOf(folder: string): Status | null {
  try {
    return readStatus(folder)
  } catch {
    return null
  }
}

function findCase(folder: string, { database }: SearchIndex, ref: string): FoundCase {
  const found = database
    .prepare(
      `select cases.rowid as row, case_id, case_number, start, bytes, path,
         (select count(*) from cases as other where other.case_number = cases.case_number) as alike
       from cases join search_places on case_row = cases.rowid
       where case_id = ? or case_number = ? order by case_id = ? desc, cases.rowid limit 1`,
    )
    .get(ref, ref, ref)
  if (!found) throw new RequestFailure('E_NO_CASE', 'There is no such case in this run.')
  const record = recordAt(join(folder, 'records.ndjson'), Number(found.start), Number(found.bytes))
  if (record.id !== found.case_id)
    throw new RequestFailure('E_NO_INDEX', 'The search index does not match the results.')
  return {
    row: Number(found.row),
    ref: String(found.alike === 1 ? found.case_number : found.case_id),
    record,
    path: found.path as string | null,
  }
}

function recordAt(path: string, start: number, bytes: number): CaseRecord {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(bytes)
    for (let at = 0; at < bytes; ) {
      const read = readSync(file, buffer, at, bytes - at, start + at)
      if (read === 0) throw new RequestFailure('E_NO_INDEX', 'The results are shorter than the search index says.')
      at += read
    }
    return JSON.parse(buffer.toString())
  } finally {
    closeSync(file)
  }
}

/** A record with its corrections, and why not all of them are in it. */
export function withCorrections(
  record: CaseRecord,
  corrections: readonly Correction[],
): Pick<CaseAnswer, 'corrected' | 'correctionFault'> {
  try {
    const { record: corrected, lost } = applyCorrections(record, corrections)
    return { corrected, correctionFault: lostText(lost.length) }
  } catch {
    return { corrected: record, correctionFault: 'Corrections are left out, since they make no valid record.' }
  }
}

function lostText(count: number): string | null {
  if (count === 0) return null
  return count === 1
    ? '1 correction is left out, since the program reads its value differently by now.'
    : `${count} corrections are left out, since the program reads their values differently by now.`
}
