import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describeDiskError, publishAt, readLines, syncFolder } from '../../disk/index.ts'
import { type InputLine, listedLetters, stateFolder } from '../../workers/index.ts'
import { openIngest } from '../folder/ingest-folder.ts'
import { DATABASE } from '../folder/layout.ts'
import { recordTables } from '../tables/index.ts'
import { createDatabase, type LocalPlace } from './database.ts'

/** Which run to index. */
export interface IndexOptions {
  /** The folder of an ingest. */
  readonly from: string
  /** The folder for the file; the same if not given. */
  readonly to?: string
  readonly signal?: AbortSignal
  /** Called with the number of records so far, and in total. */
  readonly onProgress?: (done: number, total: number) => void
}

/** The records contain all places already, and these two tables have most of a dataset's rows. */
const LEFT_OUT: readonly string[] = ['evidence', 'note_nlp']

/**
 * Writes `imr.sqlite` into the folder of an ingest, or another, for searching its decisions. It replaces an earlier one
 * at once.
 * Throws `ExportError` if there are no complete results, and errors of the disk.
 */
export async function indexRun(options: IndexOptions): Promise<{ readonly path: string }> {
  const { from, to = from, signal, onProgress } = options
  const ingest = openIngest(from)
  const path = join(to, DATABASE)
  const temporary = join(stateFolder(to), 'temporary')
  try {
    mkdirSync(temporary, { recursive: true })
    await publishAt(temporary, path, async draft => {
      const tables = recordTables.filter(({ name }) => !LEFT_OUT.includes(name))
      const database = createDatabase(draft, tables, { results: resultsIn(from) })
      try {
        const pathOf = pathsOf(listedLetters(from))
        let done = 0
        for await (const { value, start, bytes } of ingest.placedRecords()) {
          signal?.throwIfAborted()
          const place: LocalPlace = { start, bytes, path: await pathOf(value.id) }
          database.addRecord(value, { place })
          onProgress?.(++done, ingest.summary.records)
        }
        const rejectedPathOf = pathsOf(rejectedInputs(from))
        for await (const rejection of ingest.rejections())
          database.addRejection(rejection, await rejectedPathOf(rejection.id))
        database.close()
      } catch (error) {
        database.abandon()
        throw error
      }
    })
    await syncFolder(to)
    return { path }
  } catch (error) {
    throw describeDiskError(error, to)
  }
}

/** Version of the file's layout; a new one rebuilds the file. */
const LAYOUT = 3

/** Identifies results without reading them: by their summary, the size of their records, and the layout. */
export function resultsIn(folder: string): string {
  const summary = createHash('sha256')
    .update(readFileSync(join(folder, 'summary.json')))
    .digest('hex')
  return `${summary.slice(0, 16)}-${statSync(join(folder, 'records.ndjson')).size}-${LAYOUT}`
}

/** The inputs that became no record, in order. */
async function* rejectedInputs(from: string) {
  const file = join(from, 'inputs.ndjson')
  if (!existsSync(file)) return
  for await (const { id, state, path } of readLines<InputLine>(file))
    if (state === 'rejected' && id !== null) yield { hash: hashOf(id), path }
}

/** The hash in an `id`: that of the bytes of an input, or of its path. */
const hashOf = (id: string): string => id.replace(/^(?:sha256|path):|#\d+$/g, '')

/** Finds the path of one input after another. Both lists have the same order, so each is read once. */
function pathsOf(listed: AsyncGenerator<{ readonly hash: string; readonly path: string }>) {
  let last: { readonly hash: string; readonly path: string } | undefined
  let over = false
  return async (id: string): Promise<string | null> => {
    const hash = hashOf(id)
    while (!over && last?.hash !== hash) {
      const next = await listed.next()
      if (next.done) over = true
      else last = next.value
    }
    return last?.hash === hash ? last.path : null
  }
}
