import { type CaseRecord, caseRankOf, type Rejection } from '../../document/index.ts'
import { type ConfidenceCounts, confidence } from './confidence.ts'
import { type Coverage, coverage } from './coverage.ts'
import { EVALUATIONS } from './evaluations.ts'
import { type MessageCount, messages } from './messages.ts'
import { type YearFigures, years } from './published.ts'
import { count, type Sum, sumOf } from './sum.ts'
import { startTally } from './tally.ts'

/** The quality of a dataset in counts and derived figures. Plain JSON, the same for the same records. */
export interface Quality extends RecordQuality {
  readonly rejections: number
  readonly reconciliation: readonly Check[]
  /** Null if nobody looked for them. */
  readonly identifiers: Identifiers | null
  /** Scores of this version against gold. */
  readonly evaluations: typeof EVALUATIONS
}

interface RecordQuality {
  readonly letters: number
  readonly partial: number
  /** Letters with pages that were recognized from pictures. */
  readonly recognized: number
  readonly items: number
  /** Letters of cases that an earlier letter already covers. */
  readonly repeated: number
  /** The versions that read the letters. */
  readonly extractors: readonly { readonly version: string; readonly letters: number }[]
  readonly coverage: readonly Coverage[]
  readonly confidence: readonly ConfidenceCounts[]
  readonly messages: readonly MessageCount[]
  readonly years: readonly YearFigures[]
}

/** A count of the dataset and the one that it must equal. */
export interface Check {
  readonly check: string
  readonly counted: number
  readonly expected: number
  readonly agrees: boolean
}

/** What the summary of an ingest says. */
export interface Ingested {
  readonly inputs: number
  readonly records: number
  /** Records after the first from files with several letters. */
  readonly further: number
  readonly rejections: number
  readonly duplicates: number
  readonly partial: number
  readonly items: number
  readonly repeated: number
}

/** Personal identifiers that letters failed to redact: how many of each kind, and whether they were masked. */
export interface Identifiers {
  readonly masked: boolean
  readonly found: Readonly<Record<string, number>>
}

interface QualitySums {
  addRecord(record: CaseRecord): void
  addRejection(rejection: Rejection): void
  quality(ingested: Ingested, identifiers: Identifiers | null): Quality
}

/** Grows by one record or rejection at a time, in any order. */
export function startQuality(): QualitySums {
  const records = sumOf<RecordQuality>({
    letters: count(() => 1),
    partial: count(({ status }) => Number(status === 'partial')),
    recognized: count(({ source }) => Number(source.ocr !== null)),
    items: count(({ disputedItems }) => disputedItems.length),
    repeated: count(record => Number(caseRankOf(record) > 1)),
    extractors: extractors(),
    coverage: coverage(),
    confidence: confidence(),
    messages: messages(),
    years: years(),
  })
  let rejections = 0
  return {
    addRecord: records.add,
    addRejection: () => {
      rejections++
    },
    quality: (ingested, identifiers) => {
      const sums = records.total()
      const reconciliation = reconciled({ ...sums, rejections }, ingested)
      return { ...sums, rejections, reconciliation, identifiers, evaluations: EVALUATIONS }
    },
  }
}

function extractors(): Sum<RecordQuality['extractors']> {
  const versions = startTally(() => ({ letters: 0 }))
  return {
    add: ({ extractor }) => {
      versions.of(extractor.version).letters++
    },
    total: () => versions.entries().map(([version, { letters }]) => ({ version, letters })),
  }
}

type QualityCounts = Pick<Quality, 'letters' | 'rejections' | 'partial' | 'items' | 'repeated'>

/** The ingest counted what it read, the dataset what it holds: both must agree. */
function reconciled(counts: QualityCounts, ingested: Ingested): Check[] {
  const check = (name: string, counted: number, expected: number): Check => ({
    check: name,
    counted,
    expected,
    agrees: counted === expected,
  })
  const { letters, rejections, partial, items, repeated } = counts
  return [
    check(
      'inputs: records (one per file), rejections and duplicates',
      letters - ingested.further + rejections + ingested.duplicates,
      ingested.inputs,
    ),
    check('records', letters, ingested.records),
    check('partial records', partial, ingested.partial),
    check('letters whose case appears in an earlier letter', repeated, ingested.repeated),
    check('rejections', rejections, ingested.rejections),
    check('disputed items', items, ingested.items),
  ]
}
