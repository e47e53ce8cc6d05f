import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type PlacedLine, readPlacedLines } from '../../disk/index.ts'
import { type CaseRecord, caseRecord, type Rejection, SCHEMA_VERSION } from '../../document/index.ts'
import { isRunning, keptText, readStatus, type Summary } from '../../workers/index.ts'
import { ExportError } from '../errors.ts'

/** The results of an ingest, read once and line by line. */
export interface IngestFolder {
  readonly summary: Summary
  readonly records: () => AsyncGenerator<CaseRecord>
  /** The same with the position of each record in its file. */
  readonly placedRecords: () => AsyncGenerator<PlacedLine<CaseRecord>>
  readonly rejections: () => AsyncGenerator<Rejection>
  /** The text of a record's letter, if it was kept. */
  readonly textOf: (id: string) => string | undefined
}

const FILES = { summary: 'summary.json', records: 'records.ndjson', rejections: 'rejections.ndjson' } as const

/** Throws `ExportError` if there are no complete results. */
export function openIngest(folder: string): IngestFolder {
  if (isRunning(folder))
    throw new ExportError('E_INGEST_RUNNING', `an ingest into ${folder} is running: wait for it to finish`)
  for (const name of Object.values(FILES)) demand(folder, name)
  const summary = readSummary(folder)
  const placedRecords = () => counted(folder, FILES.records, summary.records, ofThisSchema)
  return {
    summary,
    textOf: textsIn(folder),
    placedRecords,
    records: () => values(placedRecords()),
    rejections: () => values(counted<Rejection>(folder, FILES.rejections, summary.rejections, () => undefined)),
  }
}

function textsIn(folder: string): (id: string) => string | undefined {
  const version = versionOf(folder)
  return id => (version === undefined ? undefined : keptText(folder, version, id.replace(/^sha256:|#\d+$/g, ''))?.text)
}

/** Results that were copied come without the state of their run. */
function versionOf(folder: string): string | undefined {
  try {
    return readStatus(folder).version
  } catch {
    return undefined
  }
}

async function* values<T>(lines: AsyncIterable<PlacedLine<T>>): AsyncGenerator<T> {
  for await (const { value } of lines) yield value
}

function readSummary(folder: string): Summary {
  try {
    return JSON.parse(readFileSync(join(folder, FILES.summary), 'utf8'))
  } catch {
    throw new ExportError('E_INGEST_BROKEN', `${join(folder, FILES.summary)} is truncated; run the same ingest again`)
  }
}

function demand(folder: string, name: string): void {
  const found = statSync(join(folder, name), { throwIfNoEntry: false })
  if (found?.isFile()) return
  const what = name === FILES.summary ? 'no finished ingest' : 'no complete ingest'
  throw new ExportError('E_NO_INGEST', `${what} in ${folder}: there is no ${name}; run imr ingest … --out ${folder}`)
}

/** The values of a file, which must be as many as the summary says: a copy may be truncated. */
async function* counted<T>(
  folder: string,
  name: string,
  count: number,
  check: (value: T) => string | undefined,
): AsyncGenerator<PlacedLine<T>> {
  const broken = (what: string) =>
    new ExportError('E_INGEST_BROKEN', `${join(folder, name)} ${what}; run the same ingest again`)
  let read = 0
  try {
    for await (const line of readPlacedLines<T>(join(folder, name))) {
      read++
      const fault = check(line.value)
      if (fault) throw broken(fault)
      yield line
    }
  } catch (error) {
    throw error instanceof SyntaxError ? broken(`is truncated or damaged at line ${read + 1}`) : error
  }
  if (read !== count) throw broken(`has ${read} lines, but ${FILES.summary} counts ${count}`)
}

/** A field may also be added within a version of the schema, before that version is released. */
function ofThisSchema(record: CaseRecord): string | undefined {
  const { schemaVersion } = record
  if (schemaVersion !== SCHEMA_VERSION) return `holds records of schema ${schemaVersion}, not ${SCHEMA_VERSION}`
  const lacking = FIELDS.find(field => !(field in record))
  return lacking && `holds records of an older program, without ${lacking}; run the ingest again`
}

const FIELDS = Object.keys(caseRecord.shape)
