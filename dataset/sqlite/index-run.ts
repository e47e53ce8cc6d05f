import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describeDiskError, publishAt, syncFolder } from '../../disk/index.ts'
import { listedLetters, stateFolder } from '../../workers/index.ts'
import { openIngest } from '../folder/ingest-folder.ts'
import { DATABASE } from '../folder/layout.ts'
import { recordTables } from '../tables/index.ts'
import { createDatabase, type LocalPlace } from './database.ts'

/** Which run to index. */
export interface IndexOptions {
  /** The folder of an ingest. */
  readonly from: string
  readonly signal?: AbortSignal
  /** Called with the number of records so far, and in total. */
  readonly onProgress?: (done: number, total: number) => void
}

/** The records contain all places already, and these two tables have most of a dataset's rows. */
const LEFT_OUT: readonly string[] = ['evidence', 'note_nlp']

/**
 * Writes `imr.sqlite` into the folder of an ingest, for searching its decisions. It replaces an earlier one at once.
 * Throws `ExportError` if there are no complete results, and errors of the disk.
 */
export async function indexRun({ from, signal, onProgress }: IndexOptions): Promise<{ readonly path: string }> {
  const ingest = openIngest(from)
  const path = join(from, DATABASE)
  const temporary = join(stateFolder(from), 'temporary')
  try {
    mkdirSync(temporary, { recursive: true })
    await publishAt(temporary, path, async draft => {
      const tables = recordTables.filter(({ name }) => !LEFT_OUT.includes(name))
      const database = createDatabase(draft, tables, { results: resultsIn(from) })
      try {
        const pathOf = pathsOf(from)
        let done = 0
        for await (const { value, start, bytes } of ingest.placedRecords()) {
          signal?.throwIfAborted()
          const place: LocalPlace = { start, bytes, path: await pathOf(value.id) }
          database.addRecord(value, { place })
          onProgress?.(++done, ingest.summary.records)
        }
        for await (const rejection of ingest.rejections()) database.addRejection(rejection)
        database.close()
      } catch (error) {
        database.abandon()
        throw error
      }
    })
    await syncFolder(from)
    return { path }
  } catch (error) {
    throw describeDiskError(error, from)
  }
}

/** Version of the file's layout; a new one rebuilds the file. */
const LAYOUT = 2

/** Identifies results without reading them: by their summary, the size of their records, and the layout. */
export function resultsIn(folder: string): string {
  const summary = createHash('sha256')
    .update(readFileSync(join(folder, 'summary.json')))
    .digest('hex')
  return `${summary.slice(0, 16)}-${statSync(join(folder, 'records.ndjson')).size}-${LAYOUT}`
}

/** Finds the path of one letter after another. Both lists have the same order, so each is read once. */
function pathsOf(from: string): (id: string) => Promise<string | null> {
  const listed = listedLetters(from)
  let last: { readonly hash: string; readonly path: string } | undefined
  let over = false
  return async id => {
    const hash = id.replace(/^sha256:|#\d+$/g, '')
    while (!over && last?.hash !== hash) {
      const next = await listed.next()
      if (next.done) over = true
      else last = next.value
    }
    return last?.hash === hash ? last.path : null
  }
}
