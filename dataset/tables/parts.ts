import { type CaseRecord, caseRankOf, type Site } from '../../document/index.ts'
import { recordField } from '../schema.ts'
import { always, columnsOf } from '../table.ts'

/** A row that is derived from a letter as a whole. */
export interface OfLetter {
  readonly record: CaseRecord
}

/** One entry of a list of the record, with its position in the list, from 1. */
export interface OfEntry<Entry> extends OfLetter {
  readonly entry: Entry
  readonly ordinal: number
}

/** The column that joins every table to `cases`. */
export const caseId = columnsOf<OfLetter>().string('case_id', recordField('id'), ({ record }) => record.id)

/** Makes it possible to count a case once if it has several letters. */
export const caseRank = columnsOf<OfLetter>().integer(
  'case_rank',
  always('1 for the first letter of a case in the results, 2 for the second; count rows where it is 1'),
  ({ record }) => caseRankOf(record),
)

/** Each entry of a list of the record. */
export const entriesOf = <Entry>(record: CaseRecord, entries: readonly Entry[]): OfEntry<Entry>[] =>
  entries.map((entry, at) => ({ record, entry, ordinal: at + 1 }))

/** "left knee", "low-back". */
export const siteNames = (sites: readonly Site[]): string[] =>
  sites.map(({ part, side }) => (side === null ? part : `${side} ${part}`))

/** The parts of sites, without sides and each once. */
export const bodyPartsOf = (sites: readonly Site[]): string[] => unique(sites.map(({ part }) => part))

/** Each value once, in order. */
export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** `2016` for "2016-12-27". */
export const yearOf = (date: string | null): number | null => (date === null ? null : Number(date.slice(0, 4)))

const DAY_MS = 86_400_000

/** Days from one date to another, negative if the second comes first; null if either is missing. */
export const daysBetween = (from: string | null, to: string | null): number | null =>
  from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / DAY_MS
