import { describe, expect, it } from 'vitest'
import { binsOf, calibrationError, type Judgement, judgementsOf } from '../../evaluation/calibration.ts'
import { calibrationTable, evaluate, type Gold } from '../../evaluation/index.ts'
import { extractRecord } from '../../pipeline/index.ts'
import { letterText, sourceOf } from '../letters.ts'

/** Entries with one confidence, of which the first `right` are right. */
const entries = (confidence: number, count: number, right: number): Judgement[] =>
  Array.from({ length: count }, (_, at) => ({ confidence, right: at < right }))

describe('calibrationError', () => {
  it.each<[string, Judgement[], number | null]>([
    ['nothing judged', [], null],
    ['as often right as said', entries(0.8, 10, 8), 0],
    ['always right, said to be half', entries(0.5, 4, 4), 0.5],
    ['too sure', entries(0.9, 10, 6), 0.3],
    ['too sure of some, too unsure of as many: both count', [...entries(0.95, 20, 17), ...entries(0.75, 20, 17)], 0.1],
    ['weighted by entries', [...entries(0.95, 30, 27), ...entries(0.55, 10, 9)], (30 * 0.05 + 10 * 0.35) / 40],
    ['what lies in one tenth counts together', [...entries(0.82, 10, 9), ...entries(0.88, 10, 8)], 0],
  ])('%s', (_, judgements, expected) => {
    const error = calibrationError(binsOf(judgements))
    if (expected === null) expect(error).toBeNull()
    else expect(error).toBeCloseTo(expected)
  })
})

it('bins are tenths, lowest first, without empty ones', () => {
  const bins = binsOf([...entries(0.9, 2, 1), ...entries(0.05, 1, 0), ...entries(0.99, 1, 1), ...entries(0.89, 1, 1)])
  expect(bins.map(({ tenth, entries, right }) => [tenth, entries, right])).toEqual([
    [0, 1, 0],
    [8, 1, 1],
    [9, 3, 2],
  ])
})

describe('judgementsOf', () => {
  const record = {
    ...extractRecord(sourceOf(letterText())),
    diagnoses: [
      { text: 'Neck  strain', assertion: 'present' as const, icd10: null, sites: [], confidence: 0.9 },
      { text: 'asthma', assertion: 'absent' as const, icd10: null, sites: [], confidence: 0.8 },
      { text: 'knee pain', assertion: 'present' as const, icd10: null, sites: [], confidence: 0.7 },
    ],
    treatments: [
      { text: 'PT', kind: 'therapy' as const, status: 'planned' as const, ingredients: [], confidence: 0.6 },
      { text: 'cane', kind: 'device' as const, status: 'received' as const, ingredients: [], confidence: 0.5 },
    ],
  }
  const gold: Gold = {
    diagnoses: [
      { text: 'neck strain', also: [], assertion: 'present', icd10: null, sites: [] },
      { text: 'asthma', also: [], assertion: 'historical', icd10: null, sites: [] },
      { text: 'left knee pain', also: [], assertion: 'present', icd10: null, sites: [] },
    ],
    treatments: [
      { text: 'physical therapy', also: ['PT'], kind: 'therapy', status: 'planned' },
      { text: 'cane', also: [], kind: 'device', status: 'planned' },
    ],
  }
  const [item] = record.disputedItems
  const itemGold = { ordinal: 1, text: '', decision: '', kind: item!.kind!, category: item!.category! }
  const itemOf = (subcategory?: string) => ({
    disputedItems: [{ ...itemGold, ...(subcategory ? { subcategory } : {}) }],
  })
  const right = (judgements: readonly Judgement[]) => judgements.map(({ right }) => right)

  it('a diagnosis is right with the words of gold and its assertion', () => {
    expect(right(judgementsOf(record, gold).diagnoses)).toEqual([true, false, false])
  })

  it('a treatment is right with the words of gold or an alternative, its kind and status', () => {
    expect(right(judgementsOf(record, gold).treatments)).toEqual([true, false])
  })

  it.each([
    ['the whole class', item!.subcategory!, [true]],
    ['the category only', 'Massage', [false]],
    ['a class that gold does not give', undefined, []],
  ])('an item with %s', (_, subcategory, expected) => {
    expect(right(judgementsOf(record, itemOf(subcategory)).disputedItems)).toEqual(expected)
  })

  it('ignores what gold does not cover', () => {
    expect(judgementsOf(record, {})).toEqual({ diagnoses: [], treatments: [], disputedItems: [], reasons: [] })
  })

  it('is printed kind by kind, and for all of them', () => {
    const table = calibrationTable(evaluate(new Map([['a', gold]]), new Map([['a', record]])))
    expect(table).toMatch(/diagnoses +3 +0\.800 +0\.333 +0\.533\n +0\.7-0\.8 +1 +0\.700 +0\.000 *\n/)
    expect(table).toMatch(/disputedItems +0 +- +- +-\nreasons +0 +- +- +-\nall +5 +0\.700 +0\.400/)
  })
})
