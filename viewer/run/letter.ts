import { createHash } from 'node:crypto'
import type { CaseRecord, MediaType, SourceDocument } from '../../document/index.ts'
import { readLetter } from '../../pipeline/index.ts'
import { keptText, listedLetters, readInput } from '../../workers/index.ts'
import { RequestFailure } from '../failure.ts'
import type { ViewedRun } from './viewed-run.ts'

/** The hash of the file from which a record or rejection was made. */
export const hashOf = (id: string): string => id.replace(/^sha256:|#\d+$/g, '')

/** Whether a file is a PDF, by its first bytes. */
export const mediaTypeOf = (bytes: Uint8Array): MediaType =>
  Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-') ? 'application/pdf' : 'text/plain'

/** The bytes of a letter of this run, if its file still exists unchanged; nothing is revealed about other files. */
export async function fileOf(path: string | null, hash: string): Promise<Uint8Array | undefined> {
  if (path === null) return undefined
  const bytes = await readInput({ path }).catch(() => undefined)
  return bytes && createHash('sha256').update(bytes).digest('hex') === hash ? bytes : undefined
}

/** The file of an input by its hash alone, such as a rejected one. Throws `E_NO_FILE`. */
export async function inputFile(run: ViewedRun, hash: string): Promise<Uint8Array> {
  const lately = run.status()?.rejectedLately.find(({ id }) => hashOf(id) === hash)
  const path = lately?.path ?? (await listedPath(run, hash))
  const bytes = await fileOf(path, hash)
  if (bytes) return bytes
  throw new RequestFailure('E_NO_FILE', 'The file was removed or changed, or its location was not saved.')
}

async function listedPath({ folder }: ViewedRun, hash: string): Promise<string | null> {
  for await (const listed of listedLetters(folder)) if (listed.hash === hash) return listed.path
  return null
}

/**
 * The text in which the places of a record count: the kept text, or else what is read from the file now. Undefined if
 * there is neither, or if the length differs.
 */
export async function letterText(
  run: ViewedRun,
  record: CaseRecord,
  bytes: Uint8Array | undefined,
): Promise<SourceDocument | undefined> {
  const version = run.status()?.version
  const kept = version === undefined ? undefined : keptText(run.folder, version, hashOf(record.id))
  const fits = (source: SourceDocument | undefined) => source?.text.length === record.source.characters
  if (fits(kept) || bytes === undefined) return fits(kept) ? kept : undefined
  const read = await readLetter({ bytes, name: record.source.name }).catch(() => undefined)
  return fits(read) ? read : undefined
}
