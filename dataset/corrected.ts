import { applyCorrections, readCorrections } from '../corrections/index.ts'
import type { CaseRecord } from '../document/index.ts'

/** Applies the corrections of a run to its records one by one, and counts them. */
export function startCorrections(folder: string): {
  readonly correct: (record: CaseRecord) => CaseRecord
  readonly counts: { readonly applied: number; readonly lost: number }
} {
  const corrections = readCorrections(folder)
  const counts = { applied: 0, lost: 0 }
  const correct = (record: CaseRecord): CaseRecord => {
    const own = corrections.get(record.id)
    if (!own) return record
    const corrected = applyCorrections(record, own)
    counts.applied += corrected.applied.filter(({ action }) => action !== 'accept').length
    counts.lost += corrected.lost.length
    return corrected.record
  }
  return { correct, counts }
}
