import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describeDiskError } from '../disk/index.ts'
import { type CaseRecord, caseRankOf, caseRecordJsonSchema, type Rejection, SCHEMA_VERSION } from '../document/index.ts'
import { startCorrections } from './corrected.ts'
import { contentsIn, startDatabase, writeChanges, writeRecords, writeRejections } from './data.ts'
import type { Described } from './descriptors/about.ts'
import { CARD, card } from './descriptors/card.ts'
import { CROISSANT, croissant } from './descriptors/croissant.ts'
import { DATA_PACKAGE, dataPackage } from './descriptors/data-package.ts'
import { DICTIONARY, dictionary } from './descriptors/dictionary.ts'
import { ExportError } from './errors.ts'
import { type Replaced, startDraft } from './folder/draft.ts'
import { type IngestFolder, openIngest } from './folder/ingest-folder.ts'
import type { Format } from './folder/layout.ts'
import { MANIFEST, manifestText } from './folder/manifest.ts'
import { countsOf, type DatasetSummary, KIND, type Program, readSummary, SUMMARY } from './folder/summary.ts'
import { type Identifier, noIdentifiers } from './mask/index.ts'
import { type Quality, startQuality } from './quality/quality.ts'
import { renderQuality } from './quality/render.ts'
import { type Statistics, startStatistics } from './report/statistics.ts'
import { changes, recordTables, rejections } from './tables/index.ts'
import { type FileEntry, writeFile } from './writers/file.ts'
import type { Compression } from './writers/ndjson.ts'

/** What to export, and how. */
export interface ExportOptions {
  /** The folder of an ingest. */
  readonly from: string
  /** Where to put the dataset. */
  readonly to: string
  readonly formats: readonly Format[]
  /** Files by year of decision, or undivided. */
  readonly partition: 'year' | null
  readonly compression: Compression
  /** Keeps identifiers that a letter failed to redact. */
  readonly keepIdentifiers: boolean
  /** Keeps file names that may reveal a person. */
  readonly keepFileNames?: boolean
  /** Also masks names of physicians. */
  readonly maskPhysicians?: boolean
  /** Applies the corrections that people made in the run. */
  readonly withCorrections?: boolean
  /** An earlier dataset; what was added, changed and removed since is reported. */
  readonly since?: string | undefined
  readonly program: Program
  readonly signal?: AbortSignal
  /** Called with the number of records so far, and in total. */
  readonly onProgress?: (done: number, total: number) => void
}

/** The dataset that was written. */
export interface ExportResult {
  readonly summary: DatasetSummary
  readonly files: number
  readonly bytes: number
  /** What was at the target before. */
  readonly replaced: Replaced
}

/**
 * Writes a dataset from an ingest folder: the same bytes for the same folder, options and version, on every machine. It
 * appears whole or not at all. Memory is limited to one row group per file, for any number of letters. Throws
 * `ExportError` if nothing can be exported, and errors of the disk.
 */
export async function exportDataset(options: ExportOptions): Promise<ExportResult> {
  const ingest = openIngest(options.from)
  const earlier = options.since === undefined ? undefined : earlierAt(options.since)
  const inWords = (error: unknown) => describeDiskError(error, options.to)
  const draft = await startDraft(options.to).catch(error => {
    throw inWords(error)
  })
  try {
    const { summary, files } = await writeDataset(draft.folder, ingest, earlier, options)
    const replaced = await draft.commit()
    return { summary, replaced, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
  } catch (error) {
    draft.discard()
    throw inWords(error)
  }
}

/** An earlier dataset: its summary, and the path of its list of contents. */
interface Earlier {
  readonly id: string
  readonly contents: string
}

function earlierAt(folder: string): Earlier {
  const summary = readSummary(folder)
  const contents = summary && join(folder, contentsIn(summary.options))
  if (!contents || !existsSync(contents)) throw new ExportError('E_SINCE', `${folder} is not a complete imr dataset`)
  return { id: summary.id, contents }
}

async function writeDataset(
  root: string,
  ingest: IngestFolder,
  earlier: Earlier | undefined,
  options: ExportOptions,
): Promise<{ summary: DatasetSummary; files: readonly FileEntry[] }> {
  const { formats, partition, compression, keepIdentifiers, program } = options
  const { keepFileNames = false, maskPhysicians = false } = options
  const writing = { root, formats, compression, program }
  const sums = startSums(ingest, options)
  const database = formats.includes('sqlite') ? startDatabase(root) : undefined
  const corrections = options.withCorrections ? startCorrections(options.from) : undefined
  const masking = { keepIdentifiers, keepFileNames, maskPhysicians }
  const reading = { partition, ...masking, watch: sums, database, correct: corrections?.correct }
  const records = await writeRecords(ingest, writing, reading)
  const rejected = await writeRejections(ingest, writing, reading)
  database?.close()
  const changed = earlier && (await writeChanges(earlier.contents, join(root, records.contents.path), writing))
  const [quality, statistics] = [sums.quality(), sums.statistics()]
  const data = [...records.files, ...rejected.files, ...(changed?.files ?? []), ...(database ? [database.file()] : [])]
  const summary: DatasetSummary = {
    dataset: KIND,
    id: idOf([...data, records.contents]),
    schemaVersion: SCHEMA_VERSION,
    program,
    options: { formats, partition, compression, identifiers: keepIdentifiers ? 'kept' : 'masked' },
    decisions: statistics.period,
    ingest: countsOf(ingest.summary),
    rows: { ...records.rows, ...rejected.rows, ...changed?.rows },
    identifiers: sums.identifiers,
    corrections: corrections?.counts ?? null,
    changes: changed && earlier ? { since: earlier.id, ...changed.counts } : null,
  }
  const tables = [...recordTables, rejections, ...(changed ? [changes] : [])]
  const isTable = ({ name }: { name: string }) => data.some(file => file.name === name && file.format !== 'ndjson')
  const pages = await writePages(root, { summary, tables: tables.filter(isTable), files: data }, quality, statistics)
  const files = [...data, records.contents, ...pages]
  return { summary, files: [...files, writeFile(root, MANIFEST, manifestText(files))] }
}

/** Totals that are computed as the records pass. */
function startSums({ summary: ingest }: IngestFolder, { keepIdentifiers, signal, onProgress }: ExportOptions) {
  const [quality, statistics] = [startQuality(), startStatistics()]
  const identifiers = noIdentifiers()
  let [done, itemsGone] = [0, 0]
  const counted = () => ({ ...ingest, items: ingest.items - itemsGone })
  return {
    identifiers,
    quality: () => quality.quality(counted(), { masked: !keepIdentifiers, found: identifiers }),
    statistics: () => statistics.statistics(),
    onIdentifier: (kind: Identifier) => {
      identifiers[kind]++
    },
    // Items that people deleted do not count as missing.
    onRead: (record: CaseRecord) => {
      itemsGone += record.disputedItems.length
    },
    onRecord: (record: CaseRecord) => {
      signal?.throwIfAborted()
      itemsGone -= record.disputedItems.length
      quality.addRecord(record)
      if (caseRankOf(record) === 1) statistics.addRecord(record)
      onProgress?.(++done, ingest.records)
    },
    onRejection: (rejection: Rejection) => {
      quality.addRejection(rejection)
      statistics.addRejection(rejection)
    },
  }
}

/** Descriptors, and the pages that people read first. */
async function writePages(
  root: string,
  described: Described,
  quality: Quality,
  statistics: Statistics,
): Promise<FileEntry[]> {
  // The chart library is large, so it is loaded only here.
  const { renderReport } = await import('./report/render.ts')
  const sheet = renderQuality(quality)
  const pages: Readonly<Record<string, string>> = {
    [CARD]: card(described),
    [DICTIONARY]: dictionary(described.tables),
    [SUMMARY]: json(described.summary),
    [DATA_PACKAGE]: json(dataPackage(described)),
    [CROISSANT]: json(croissant(described)),
    'case-record.schema.json': caseRecordJsonSchema(),
    'quality.json': sheet.json,
    'quality.md': sheet.markdown,
    'report.html': renderReport(statistics, quality),
  }
  return Object.entries(pages).map(([path, text]) => writeFile(root, path, text))
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

function idOf(files: readonly FileEntry[]): string {
  const hash = createHash('sha256')
  return `sha256:${hash.update(manifestText(files)).digest('hex')}`
}
