import type { CaseRecord } from '../document/index.ts'
import { asGold, type Gold } from '../evaluation/index.ts'
import { applyCorrections } from './apply.ts'
import { type Correction, inForce } from './correction.ts'

/** The fields of gold, and the pointer of each in a record. */
const FIELDS: Readonly<Partial<Record<keyof Gold, string>>> = {
  caseNumber: '/caseNumber',
  dates: '/dates',
  priority: '/priority',
  worker: '/worker',
  reviewer: '/reviewer',
  clinicalCaseSummary: '/clinicalCaseSummary',
  diagnoses: '/diagnoses',
  treatments: '/treatments',
  disputedItems: '/disputedItems',
  documentsReviewed: '/documentsReviewed',
}

/**
 * Gold of one letter: from the corrected record only the fields that a person has reviewed completely, since an entry
 * missing from gold counts as absent. A field is reviewed if it or the whole letter was accepted, or if each of its
 * values has a correction. Null if no field was.
 */
export function goldOf(record: CaseRecord, corrections: readonly Correction[]): Gold | null {
  const words = inForce(corrections)
  const seen = Object.entries(FIELDS).filter(([, pointer]) => isSeen(record, pointer, words))
  if (seen.length === 0) return null
  const gold = asGold(applyCorrections(record, corrections).record)
  return Object.fromEntries(seen.map(([field]) => [field, gold[field as keyof Gold]])) as Gold
}

function isSeen(record: CaseRecord, field: string, words: readonly Correction[]): boolean {
  const corrected = new Set(words.map(({ pointer }) => pointer))
  if (corrected.has('') || corrected.has(field)) return true
  const value = record[field.slice(1) as keyof CaseRecord]
  if (typeof value !== 'object' || value === null || (Array.isArray(value) && value.length === 0)) return false
  return Object.keys(value).every(key => corrected.has(`${field}/${key}`))
}
