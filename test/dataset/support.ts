import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { onTestFinished } from 'vitest'
import { type ExportOptions, type ExportResult, exportDataset } from '../../dataset/index.ts'
import {
  type CaseRecord,
  caseRankOf,
  caseRecord,
  Rejected,
  type Rejection,
  SCHEMA_VERSION,
  settle,
} from '../../document/index.ts'
import { EXTRACTOR, extractRecord, readLetter } from '../../pipeline/index.ts'

const LETTERS = join(import.meta.dirname, '..', '..', 'corpus', 'letters')

/** The records of the corpus, and two rejected inputs. */
export async function corpusIngest(folder: string): Promise<string> {
  const records: CaseRecord[] = []
  for (const name of readdirSync(LETTERS).sort())
    try {
      records.push(extractRecord(await readLetter({ name, bytes: new Uint8Array(readFileSync(join(LETTERS, name))) })))
    } catch (error) {
      // A scan needs an OCR engine, which these tests are not about.
      if (!(error instanceof Rejected)) throw error
    }
  return writeIngest(folder, records, [rejectionOf('a'), rejectionOf('b')])
}

const rejectionOf = (name: string): Rejection => ({
  id: idOf(name),
  source: { name: `${name}.txt`, bytes: 12 },
  code: 'E_NOT_A_LETTER',
  stage: 'recognize',
  reason: 'not a final determination letter',
})

/** A folder as an ingest leaves it. */
export function writeIngest(
  folder: string,
  records: readonly CaseRecord[],
  rejections: readonly Rejection[] = [],
): string {
  const lines = (values: readonly unknown[]) => values.map(value => `${JSON.stringify(value)}\n`).join('')
  writeFileSync(join(folder, 'records.ndjson'), lines(records))
  writeFileSync(join(folder, 'rejections.ndjson'), lines(rejections))
  const summary = {
    inputs: records.length + rejections.length,
    records: records.length,
    further: 0,
    rejections: rejections.length,
    duplicates: 0,
    partial: records.filter(({ status }) => status === 'partial').length,
    items: records.reduce((sum, { disputedItems }) => sum + disputedItems.length, 0),
    repeated: records.filter(record => caseRankOf(record) > 1).length,
    extractor: EXTRACTOR,
    version: `${EXTRACTOR.version}-rules+reader`,
  }
  writeFileSync(join(folder, 'summary.json'), `${JSON.stringify(summary)}\n`)
  return folder
}

/** An invented record, empty except for the fields below; `name` makes it distinct. */
export function recordOf(name: string, change: Partial<CaseRecord> = {}): CaseRecord {
  const written = { ...PLAIN, id: idOf(name), source: { ...PLAIN.source, name: `${name}.pdf` }, ...change }
  return caseRecord.parse(settle(caseRecord, written as never).value)
}

const idOf = (name: string): string => `sha256:${createHash('sha256').update(name).digest('hex')}`

const PLAIN = {
  schemaVersion: SCHEMA_VERSION,
  id: idOf(''),
  source: {
    name: 'plain.pdf',
    mediaType: 'application/pdf',
    bytes: 2000,
    pages: 2,
    characters: 3000,
    form: 'D3',
    ocr: null,
  },
  status: 'complete',
  confidence: 0.5,
  caseNumber: 'CM16-9900001',
  dates: {
    injury: '2015-03-04',
    urDenial: '2016-04-20',
    applicationReceived: '2016-05-02',
    assigned: '2016-05-09',
    decision: '2016-06-02',
  },
  priority: 'standard',
  worker: { age: 41, sex: 'female' },
  reviewer: {
    statesOfLicensure: ['CA', 'NV'],
    certifications: [{ text: 'Pain Management', specialty: 'Pain Management' }],
  },
  clinicalCaseSummary: 'The injured worker is a 41 year old female with a left knee sprain who had a brace.',
  diagnoses: [
    {
      text: 'left knee sprain',
      assertion: 'present',
      icd10: { code: 'S83.92', display: 'Sprain of unspecified site of left knee', edition: '2022' },
      sites: [{ part: 'knee', side: 'left' }],
      confidence: 0.95,
    },
  ],
  treatments: [{ text: 'a brace', kind: 'device', status: 'received', confidence: 0.9 }],
  disputedItems: [
    {
      ordinal: 1,
      text: 'Aquatic therapy for the left knee',
      decision: 'overturned',
      medicallyNecessary: true,
      urAction: 'denied',
      requested: 'Aquatic therapy for the left knee',
      authorized: null,
      disputed: 'Aquatic therapy for the left knee',
      category: 'Rehabilitation',
      subcategory: 'Other Therapies',
      kind: 'therapy',
      drug: null,
      sessions: 12,
      sites: [{ part: 'knee', side: 'left' }],
      confidence: 0.94,
      claimsAdministrator: { basis: 'none', citations: [] },
      reviewer: {
        basis: 'mtus',
        citations: [{ source: 'MTUS', title: 'Knee Complaints', year: 2004, sections: ['Summary'], pages: null }],
      },
      rationale: 'Water bears the weight. Therefore, the request is medically necessary.',
      rationaleParts: [
        { part: 'case', text: 'Water bears the weight.' },
        { part: 'conclusion', text: 'Therefore, the request is medically necessary.' },
      ],
      reasons: [{ code: 'criteria-met', confidence: 0.55 }],
      dependsOn: null,
      priorSessions: null,
      mtusSilent: null,
    },
  ],
  outcome: 'overturned',
  documentsReviewed: [],
  evidence: {
    '/diagnoses/0/text': [{ start: 41, end: 57, page: 1, boxes: [[10, 20, 30, 40.5]], rule: 'diagnosis/named' }],
  },
  messages: [],
  extractor: { name: 'imr', version: '0.1.0' },
}

/** An export of everything, with the options that a test changes. */
export const exportAll = (from: string, to: string, change: Partial<ExportOptions> = {}): Promise<ExportResult> =>
  exportDataset({
    from,
    to,
    formats: ['ndjson', 'parquet', 'csv'],
    partition: null,
    compression: 'zstd',
    keepIdentifiers: false,
    program: EXTRACTOR,
    ...change,
  })

/** A folder that is removed after the test. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'imr-dataset-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Every file below a folder, with its bytes. */
export function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = names.map(({ parentPath, name }) => join(parentPath, name)).sort()
  return new Map(paths.map(path => [path.slice(folder.length + 1), readFileSync(path)]))
}

/** The result of a DuckDB query, with dates and numbers as in JSON. `{}` stands for the folder of the dataset. */
export async function ask(sql: string, folder: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const reader = await connection.runAndReadAll(sql.replaceAll('{}', folder))
    return reader.getRowObjectsJson() as Record<string, unknown>[]
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

const NO_DATES = { injury: null, urDenial: null, applicationReceived: null, assigned: null, decision: null }
/** One of 2016, one of 2017, one without dates. */
export const RECORDS = [
  recordOf('a'),
  recordOf('b', { dates: { ...NO_DATES, decision: '2017-01-09' } }),
  recordOf('c', { dates: NO_DATES }),
]

/** The folder of an ingest of these records. */
export const ingested = (records: readonly CaseRecord[] = RECORDS): string => writeIngest(temporary(), records)

export const lines = (text: string): string[] => text.split('\n').filter(Boolean)
