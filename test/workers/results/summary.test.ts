import { expect, test } from 'vitest'
import type { CaseRecord, Citation, Rejection } from '../../../document/index.ts'
import { startSums } from '../../../workers/results/summary.ts'

const ORIGIN = { extractor: { name: 'imr', version: '1' }, version: '1-rules+reader' }

const cited = (source: Citation['source'], title: string | null): Citation => ({
  source,
  title,
  year: null,
  sections: [],
  pages: null,
})

function record(
  status: string,
  items: [category: string | null, decision: string, ...citations: Citation[]][],
): CaseRecord {
  const disputedItems = items.map(([category, decision, ...citations]) => ({
    category,
    decision,
    claimsAdministrator: { citations: citations.slice(0, 1) },
    reviewer: { citations },
  }))
  return { status, disputedItems, messages: [] } as unknown as CaseRecord
}

const a = record('complete', [
  ['Diagnostic', 'upheld', cited('MTUS', 'Knee Complaints'), cited('ODG', 'Knee')],
  [null, 'overturned'],
])
const b = record('partial', [['__proto__', 'overturned', cited('MTUS', 'Knee Complaints')]])
const rejected = { code: 'E_NO_TEXT', stage: 'read', reason: 'no text' } as Rejection

test('totals, in an order that does not depend on that of the outcomes', () => {
  const sumOf = (...records: CaseRecord[]) => {
    const sums = startSums(ORIGIN)
    for (const record of records) sums.addRecords([record])
    sums.addRejection(rejected)
    sums.addDuplicate()
    return JSON.stringify(sums.summary())
  }
  expect(sumOf(a, b)).toBe(sumOf(b, a))
  expect(sumOf(a, b)).toBe(
    JSON.stringify({
      inputs: 4,
      records: 2,
      further: 0,
      rejections: 1,
      duplicates: 1,
      partial: 1,
      items: 3,
      repeated: 0,
      byCategory: {
        Diagnostic: { upheld: 1, overturned: 0 },
        ['__proto__']: { upheld: 0, overturned: 1 },
        uncategorized: { upheld: 0, overturned: 1 },
      },
      citations: [
        { source: 'MTUS', title: 'Knee Complaints', count: 4, claimsAdministrator: 2, reviewer: 2 },
        { source: 'ODG', title: 'Knee & Leg', count: 1, claimsAdministrator: 0, reviewer: 1 },
      ],
      rejectionCodes: { E_NO_TEXT: 1 },
      rejectionReasons: [{ code: 'E_NO_TEXT', stage: 'read', reason: 'no text', count: 1 }],
      ...ORIGIN,
    }),
  )
})

test('a chapter is counted once, whichever of its titles a letter has', () => {
  const titles = ['Chronic Pain Treatment Guidelines', 'Chronic Pain Medical Treatment Guidelines', 'Chronic Pain']
  const sums = startSums(ORIGIN)
  sums.addRecords([record('complete', [['Diagnostic', 'upheld', ...titles.map(title => cited('MTUS', title))]])])
  expect(sums.summary().citations.map(({ title, count }) => [title, count])).toEqual([
    ['Chronic Pain Medical Treatment', 3],
    ['Chronic Pain', 1],
  ])
})
