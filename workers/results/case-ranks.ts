import { type CaseRecord, duplicateCase } from '../../document/index.ts'

/**
 * Marks every letter of a case after the first, in the order of the records: downloaded twice as different files, or
 * issued again. Stores one number per case, so millions of them take little memory.
 */
export function startCaseRanks(): (record: CaseRecord) => CaseRecord {
  const seen = new Set<number | string>()
  const repeated = new Map<number | string, number>()
  return record => {
    if (!record.caseNumber) return record
    const key = keyOf(record.caseNumber)
    if (!seen.has(key)) {
      seen.add(key)
      return record
    }
    const rank = (repeated.get(key) ?? 1) + 1
    repeated.set(key, rank)
    return { ...record, messages: [...record.messages, duplicateCase(rank)] }
  }
}

/** A small number for a case number of the usual shape, which takes a tenth of the memory of its text. */
function keyOf(caseNumber: string): number | string {
  const [, year, serial] = /^CM(\d\d)-(\d{7})$/.exec(caseNumber) ?? []
  return year === undefined ? caseNumber : Number(`1${year}${serial}`)
}
