import type { CaseRecord, Rejection } from '../../document/index.ts'
import type { Expected } from './entry.ts'

/** The actual result of an entry; undefined if there was none. */
export type Got = { readonly records: readonly CaseRecord[] } | { readonly rejection: Rejection } | undefined

/** The records of the clean letter, by the kind of file. */
export interface CleanRecords {
  readonly text: CaseRecord
  readonly pdf: CaseRecord
}

/** Whether an entry had the required result. */
export function fits(expected: Expected, got: Got, clean: CleanRecords): boolean {
  if (got === undefined) return false
  if ('code' in expected) return 'rejection' in got && got.rejection.code === expected.code
  if (!('records' in got)) return false
  const [record] = got.records
  if (got.records.length !== ('records' in expected ? expected.records : 1) || !record) return false
  if ('records' in expected)
    return got.records.filter(({ status }) => status === 'partial').length === (expected.partial ?? 0)
  return 'sameAs' in expected ? factsOf(record) === factsOf(clean[expected.sameAs]) : showsFlag(expected, record)
}

function showsFlag(expected: Extract<Expected, { flagged: unknown }>, record: CaseRecord): boolean {
  const { flagged, claims = {}, item } = expected
  const facts: Readonly<Record<string, unknown>> = { ...record }
  return (
    (flagged === null || record.messages.some(({ code }) => code === flagged)) &&
    (item === undefined || record.disputedItems[0]?.text === item) &&
    Object.entries(claims).every(([name, value]) => JSON.stringify(facts[name]) === JSON.stringify(value))
  )
}

/** What a record says about the case, without what it says about the file, about places in it, and about other files. */
function factsOf({ id: _id, source: _source, evidence: _evidence, messages, ...facts }: CaseRecord): string {
  return JSON.stringify({ ...facts, messages: messages.filter(({ code }) => code !== 'case/duplicate') })
}

/** The required result as text. */
export const expectation = (expected: Expected): string => {
  if ('code' in expected) return expected.code
  if ('records' in expected) return `${expected.records} records`
  if ('sameAs' in expected) return `as clean ${expected.sameAs}`
  return expected.flagged === null ? 'record' : `record, ${expected.flagged}`
}

/** The actual result as text. */
export function ended(got: Got): string {
  if (got === undefined) return 'nothing'
  if ('rejection' in got) return got.rejection.code
  const codes = new Set(got.records.flatMap(({ messages }) => messages.map(({ code }) => code)))
  const records = got.records.length === 1 ? 'record' : `${got.records.length} records`
  return codes.size === 0 ? records : `${records}, ${[...codes].join(' ')}`
}
