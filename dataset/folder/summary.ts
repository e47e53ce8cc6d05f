import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Summary as IngestSummary } from '../../workers/index.ts'
import type { IdentifierCounts } from '../mask/index.ts'
import type { RecordChange } from '../tables/index.ts'
import type { Compression } from '../writers/ndjson.ts'
import type { Format } from './layout.ts'

export const SUMMARY = 'dataset.json'
/** Identifies `dataset.json` as a summary of this program. */
export const KIND = 'imr-case-records'

/**
 * `dataset.json`: what a dataset is and holds, in numbers. This file identifies a folder as a dataset of this program.
 */
export interface DatasetSummary {
  readonly dataset: typeof KIND
  /** Hash over the names and hashes of the data files: the same data has the same id. */
  readonly id: string
  readonly schemaVersion: string
  readonly program: Program
  readonly options: {
    readonly formats: readonly Format[]
    readonly partition: 'year' | null
    readonly compression: Compression
    readonly identifiers: 'masked' | 'kept'
  }
  /** Dates of the first and last decision; null if no letter states one. */
  readonly decisions: { readonly first: string; readonly last: string } | null
  /** What the ingest counted. */
  readonly ingest: IngestCounts
  /** By table. */
  readonly rows: Readonly<Record<string, number>>
  /** Identifiers that letters had failed to redact. */
  readonly identifiers: IdentifierCounts
  /** Values that people corrected, and corrections that no longer fit; null if none were to be applied. */
  readonly corrections: { readonly applied: number; readonly lost: number } | null
  /** Since the earlier dataset that was named, if any. */
  readonly changes: ChangeCounts | null
}

type IngestCounts = Pick<
  IngestSummary,
  | 'inputs'
  | 'records'
  | 'further'
  | 'rejections'
  | 'duplicates'
  | 'partial'
  | 'items'
  | 'repeated'
  | 'extractor'
  | 'version'
>

/** The counts of an ingest that a dataset repeats. */
export function countsOf(ingest: IngestSummary): IngestCounts {
  const { inputs, records, further, rejections, duplicates, partial, items, repeated, extractor, version } = ingest
  return { inputs, records, further, rejections, duplicates, partial, items, repeated, extractor, version }
}

/** The program that wrote a dataset. */
export interface Program {
  readonly name: string
  readonly version: string
}

/** How many letters were added, changed and removed; `since` is the id of the earlier dataset. */
export type ChangeCounts = { readonly since: string } & Record<RecordChange['change'], number>

/** Whether a folder is a dataset of this program. */
export const isDataset = (folder: string): boolean => readSummary(folder) !== undefined

/** The summary of a dataset; undefined if the folder is not one. */
export function readSummary(folder: string): DatasetSummary | undefined {
  try {
    const summary = JSON.parse(readFileSync(join(folder, SUMMARY), 'utf8'))
    return summary?.dataset === KIND ? summary : undefined
  } catch {
    return undefined
  }
}
