import type { DataFile } from '../folder/layout.ts'
import type { DatasetSummary } from '../folder/summary.ts'
import type { TableHead } from '../table.ts'

/** The input of every descriptor. */
export interface Described {
  readonly summary: DatasetSummary
  /** The tables of the dataset, in order; empty if only whole records were requested. */
  readonly tables: readonly TableHead[]
  readonly files: readonly DataFile[]
}

/** What is the same for every dataset. */
export const ABOUT = {
  name: 'imr-case-records',
  title: "Case records from California's independent medical review letters",
  description:
    "Final determination letters of California's Independent Medical Review (workers' compensation) as data: who " +
    'reviewed, what was wrong with the worker, what had been tried, what was disputed, which guideline each side ' +
    'cited, how and why it was decided, and where in the letter each value was found.',
  keywords: [
    'independent medical review',
    'utilization review',
    "workers' compensation",
    'California',
    'medical necessity',
    'MTUS',
  ],
  /** Where the letters are published. */
  source: {
    title: "IMR decisions of California's Division of Workers' Compensation",
    url: 'https://www.dir.ca.gov/dwc/imr/IMRDecisionSearch.asp',
  },
  licence: {
    name: 'California public records',
    url: 'https://www.dir.ca.gov/od_pub/disclaimer.html',
  },
} as const

/** How to cite a dataset: its version, what it covers, and a hash that identifies it. */
export function citation({ summary: { id, program, decisions } }: Described): string {
  const covers = decisions === null ? '' : `, decisions of ${decisions.first} to ${decisions.last}`
  return `${ABOUT.title}${covers}. Read by ${program.name} ${program.version}. ${id}.`
}

/** The media type of each format. */
export const MEDIA_TYPES = {
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
  csv: 'text/csv',
  sqlite: 'application/vnd.sqlite3',
} as const
