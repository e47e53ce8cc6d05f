import { join } from 'node:path'
import type { CaseRecord, Rejection } from '../document/index.ts'
import { changesBetween, contentOf, type RecordDigest } from './changes.ts'
import type { IngestFolder } from './folder/ingest-folder.ts'
import { DATABASE, type DataFile, RECORDS } from './folder/layout.ts'
import type { ChangeCounts } from './folder/summary.ts'
import { withPlainName } from './mask/file-names.ts'
import { type Identifier, mask, maskTexts } from './mask/index.ts'
import { UNKNOWN } from './quality/tally.ts'
import { decisionYear } from './quality/year.ts'
import { createDatabase, type DatabaseWriter } from './sqlite/database.ts'
import { changes, recordTables, rejections } from './tables/index.ts'
import { createFile, type FileEntry, finishedFile } from './writers/file.ts'
import { startWriters, type WriterOptions } from './writers/index.ts'
import { ENDINGS, ndjsonWriter, readNdjson } from './writers/ndjson.ts'

/** The data files for one kind of source, with the row counts of their tables. */
export interface WrittenFiles {
  readonly files: readonly DataFile[]
  readonly rows: Readonly<Record<string, number>>
}

/** Callbacks for each source as it passes. */
export interface SourceWatch {
  /** An identifier that the letter failed to redact. */
  onIdentifier(kind: Identifier): void
  /** The record as the program read it. */
  onRead(record: CaseRecord): void
  /** The record as it is written. */
  onRecord(record: CaseRecord): void
  onRejection(rejection: Rejection): void
}

interface Reading {
  readonly watch: SourceWatch
  readonly keepIdentifiers: boolean
  readonly keepFileNames: boolean
  readonly maskPhysicians: boolean
  /** Applies corrections to a record. */
  readonly correct: ((record: CaseRecord) => CaseRecord) | undefined
  readonly partition: 'year' | null
  /** Receives the same records and rejections if a database was requested. */
  readonly database: DatabaseWriter | undefined
}

/** The database of a dataset; `close` returns its file. */
export function startDatabase(root: string): DatabaseWriter & { readonly file: () => DataFile } {
  const writer = createDatabase(join(root, DATABASE), recordTables, {})
  let rows = 0
  return {
    ...writer,
    addRecord: (record, known) => {
      rows++
      writer.addRecord(record, known)
    },
    file: () => ({ ...finishedFile(root, DATABASE), name: 'imr', format: 'sqlite', year: null, rows }),
  }
}

/** Writes whole records, the tables derived from them and the list of contents, one record at a time. */
export async function writeRecords(
  ingest: IngestFolder,
  writing: WriterOptions,
  reading: Reading,
): Promise<WrittenFiles & { contents: FileEntry }> {
  const writers = startWriters(RECORDS, recordTables, writing)
  const contents = ndjsonWriter(createFile(writing.root, contentsIn(writing)), writing.compression)
  for await (const read of ingest.records()) {
    const record = reading.correct?.(read) ?? read
    reading.watch.onRead(read)
    const written = cleared(record, reading)
    const text = letterText(ingest, record, reading)
    reading.watch.onRecord(written)
    reading.database?.addRecord(written, { text })
    await writers.add(written, reading.partition && decisionYear(written), text)
    await contents.add(contentOf(written))
  }
  if (ingest.summary.records === 0) writers.open(reading.partition && UNKNOWN)
  return { files: await writers.close(), rows: writers.rows(), contents: await contents.close() }
}

/** Rejections have no date, so they are never partitioned by year. */
export async function writeRejections(
  ingest: IngestFolder,
  writing: WriterOptions,
  reading: Reading,
): Promise<WrittenFiles> {
  const writers = startWriters(rejections.name, [rejections], writing)
  writers.open(null)
  for await (const rejection of ingest.rejections()) {
    const written = cleared(rejection, reading)
    reading.watch.onRejection(written)
    reading.database?.addRejection(written)
    await writers.add(written, null)
  }
  return { files: await writers.close(), rows: writers.rows() }
}

/**
 * Writes what became of the letters of an earlier dataset: `before` is its list of contents, `after` that of this one.
 */
export async function writeChanges(
  before: string,
  after: string,
  writing: WriterOptions,
): Promise<WrittenFiles & { counts: Omit<ChangeCounts, 'since'> }> {
  const writers = startWriters(changes.name, [changes], writing)
  writers.open(null)
  const counts = { added: 0, changed: 0, removed: 0 }
  const [old, now] = [readNdjson<RecordDigest>(before), readNdjson<RecordDigest>(after)]
  for await (const change of changesBetween(old, now, join(writing.root, '.buckets'))) {
    counts[change.change]++
    await writers.add(change, null)
  }
  return { files: await writers.close(), rows: writers.rows(), counts }
}

const CONTENTS = 'contents.ndjson'

/** Path of a dataset's list of contents: id, case number, hash and version of every record. */
export const contentsIn = ({ compression }: Pick<WriterOptions, 'compression'>): string =>
  `${CONTENTS}${ENDINGS[compression]}`

/**
 * The text in which a record's spans count. Identifiers are masked character by character, so that the spans still fit.
 */
function letterText(ingest: IngestFolder, { id, source }: CaseRecord, reading: Reading): string | null {
  const text = ingest.textOf(id)
  if (text?.length !== source.characters) return null
  return reading.keepIdentifiers ? text : mask(text, { physicians: reading.maskPhysicians }).text
}

function cleared<T extends CaseRecord | Rejection>(source: T, reading: Reading): T {
  const { keepIdentifiers, keepFileNames, maskPhysicians, watch } = reading
  const named = keepFileNames ? source : withPlainName(source)
  const masked = maskTexts(named, watch.onIdentifier, { physicians: maskPhysicians })
  return keepIdentifiers ? named : masked
}
