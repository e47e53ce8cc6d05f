import type { Correction } from '../corrections/index.ts'

import type { CaseRecord, Run, Span } from '../document/index.ts'
import type { Status } from '../workers/index.ts'

/** The requests of the browser and the server's JSON responses. */

/** Orders of results. */
export const SORTS = ['best', 'newest', 'oldest', 'doubtful', 'case'] as const
/** An order of results. */
export type Sort = (typeof SORTS)[number]

/** Where to search: everywhere, or in one of the searchable fields. */
export const FIELDS = ['all', 'item', 'rationale', 'summary', 'diagnoses', 'treatments'] as const
/** Where to search. */
export type SearchField = (typeof FIELDS)[number]

/** The whole query, all of which is in the address bar. */
export interface SearchQuery {
  /** As typed. */
  readonly words: string
  readonly field: SearchField
  /** Values by facet: any of them, for every facet. */
  readonly chosen: Readonly<Record<string, readonly string[]>>
  readonly sort: Sort
  /** The key of the last result on the previous page. */
  readonly after: string | null
}

/** A value of a facet, with counts. */
export interface FacetValue {
  readonly value: string
  /** Display text for a value that is a code. */
  readonly label: string
  readonly count: number
  /** How many were overturned. */
  readonly overturned: number
}

/** A facet with its most frequent values. */
export interface FacetCounts {
  readonly name: string
  readonly label: string
  readonly values: readonly FacetValue[]
  /** How many values there are in total; rare ones are left out of the list. */
  readonly all: number
}

/** One disputed item, or a letter in which none was found. */
export interface SearchResult {
  /** How links refer to the case: by its number if that is unique, else by the id of its record. */
  readonly ref: string
  readonly caseNumber: string | null
  readonly item: number | null
  /** Matches are between U+E000 and U+E001, as in `clause`. */
  readonly text: string | null
  readonly clause: string | null
  /** The field from which the clause is taken. */
  readonly clauseField: Exclude<SearchField, 'all' | 'item'> | null
  readonly decision: string | null
  readonly category: string | null
  readonly subcategory: string | null
  readonly date: string | null
  readonly status: string
  readonly confidence: number | null
  /** Doubtful values of the item and its letter. */
  readonly doubts: number
  readonly specialties: readonly string[]
}

/** A page of results with the facets of all of them. */
export interface SearchAnswer {
  readonly total: number
  readonly cases: number
  readonly overturned: number
  /** How many have the words in the item itself; null if there are no words, or if they were only searched there. */
  readonly inItem: number | null
  /** Whether words were searched by which matches can be ranked; without them, the newest come first. */
  readonly canRank: boolean
  /** Whether the best were asked for and there are so many that the newest come first instead. */
  readonly tooManyToRank: boolean
  readonly results: readonly SearchResult[]
  readonly next: string | null
  readonly facets: readonly FacetCounts[]
}

/** Shares of decisions with their 95 % intervals, one per row. */
export interface ChartAnswer {
  readonly title: string
  readonly about: string
  /** What is counted among the items of a row. */
  readonly counted: string
  readonly rows: readonly ChartRow[]
}

/** A row of a chart. */
export interface ChartRow {
  readonly label: string
  /** The query that finds the items, as in an address. */
  readonly query: string
  readonly items: number
  readonly counted: number
  readonly low: number
  readonly high: number
}

/** The charts of a run. */
export interface ChartsAnswer {
  /** Rows with fewer items have a hollow dot. */
  readonly small: number
  readonly total: number
  readonly overturned: number
  readonly charts: readonly ChartAnswer[]
}

/** Progress of building the index for a run that ended. */
export interface Indexing {
  readonly done: number
  readonly total: number
}

/** What the server is and offers. */
export interface RunAnswer {
  readonly name: string
  /** Required with every request that writes. */
  readonly token: string
  readonly user: string
  readonly status: Status | null
  /** Whether there is an index to search. */
  readonly indexed: boolean
  /** While the index is being built. */
  readonly indexing: Indexing | null
  readonly records: number
  /** Letters that a person has reviewed, at least in part. */
  readonly reviewed: number
}

/** The letter from which a record was read. */
export interface LetterAnswer {
  readonly text: string
  readonly pages: readonly Span[]
  readonly runs: readonly Run[]
}

/** A case: record and corrections. */
export interface CaseAnswer {
  readonly ref: string
  /** As the program read it. */
  readonly record: CaseRecord
  /** With corrections applied. */
  readonly corrected: CaseRecord
  /** Why not all corrections are applied. */
  readonly correctionFault: string | null
  /** Whether the file itself is available and unchanged. */
  readonly hasFile: boolean
  readonly corrections: readonly Correction[]
  readonly neighbours: { readonly before: string | null; readonly after: string | null }
}

/** A rejected input, with a link to its file if that is known. */
export interface RejectedFile {
  readonly id: string
  /** Its path below the folder that all inputs share. */
  readonly path: string
  readonly code: string
  readonly reason: string
}

/** The state of a run with its most recent rejections. */
export interface ProgressAnswer {
  readonly status: Status | null
  readonly indexed: boolean
  readonly indexing: Indexing | null
  /** Why no index could be built. */
  readonly indexFault: string | null
  readonly codes: Readonly<Record<string, number>>
  readonly rejected: readonly RejectedFile[]
}

/** The body of every error response. */
export interface Failure {
  readonly code: string
  readonly reason: string
}
