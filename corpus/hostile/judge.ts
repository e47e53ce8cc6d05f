import type { CaseRecord, Rejection } from '../../document/index.ts'
import type { Expected } from './entry.ts'

export type Got = { readonly record: CaseRecord } | { readonly rejection: Rejection } | undefined

/** The records of the clean letter, by the kind of file. */
export interface CleanRecords {
  readonly text: CaseRecord
  readonly pdf: CaseRecord
}

/** Whether an entry ended as it must. */
export function fits(expected: Expected, got: Got, clean: CleanRecords): boolean {
  if (got === undefined) return false
  if ('code' in expected) return 'rejection' in got && got.rejection.code === expected.code
  if (!('record' in got)) return false
  if ('sameAs' in expected) return told(got.record) === told(clean[expected.sameAs])
  return showsFlag(expected, got.record)
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

/** What a record tells of the case, without what it tells of the file and of places in it. */
function told({ id: _id, source: _source, evidence: _evidence, ...facts }: CaseRecord): string {
  return JSON.stringify(facts)
}

export const spelled = (expected: Expected): string => {
  if ('code' in expected) return expected.code
  if ('sameAs' in expected) return `as clean ${expected.sameAs}`
  return expected.flagged === null ? 'record' : `record, ${expected.flagged}`
}

export function ended(got: Got): string {
  if (got === undefined) return 'nothing'
  if ('rejection' in got) return got.rejection.code
  const codes = [...new Set(got.record.messages.map(({ code }) => code))]
  return codes.length === 0 ? 'record' : `record, ${codes.join(' ')}`
}
