import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '../../document/index.ts'
import { changesText, compare, type Gold } from '../../evaluation/index.ts'
import { extractRecord } from '../../pipeline/index.ts'
import { letterText, sourceOf } from '../letters.ts'

const record = extractRecord(
  sourceOf(letterText({ summary: 'The worker is a 41 year old female. The diagnoses included neck strain.' })),
)
const aged = (age: number | null): CaseRecord => ({ ...record, worker: { ...record.worker, age } })
const records = (one: CaseRecord) => new Map([['a', one]])
const gold = new Map<string, Gold>([['a', { worker: { age: 41, sex: 'female' } }]])
const lines = (before: CaseRecord, after: CaseRecord, golds = new Map<string, Gold>()): string[] =>
  changesText(compare(records(before), records(after), golds)).split('\n')

describe('compare', () => {
  it('reports that nothing changed', () => {
    expect(lines(record, record)).toEqual(['no value changed'])
  })

  it('shows values gained, lost and changed, letter by letter', () => {
    expect(lines(aged(null), aged(41)).slice(1)).toEqual(['', 'a', '  + worker.age: 41'])
    expect(lines(aged(41), aged(null)).slice(1)).toEqual(['', 'a', '  - worker.age: 41'])
    expect(lines(aged(41), aged(42))).toEqual([
      'worker.age  1 changed: 0 better, 0 worse, 1 open',
      '',
      'a',
      '  ~ worker.age: 41 => 42',
    ])
  })

  it.each([
    [null, 41, 'better'],
    [42, 41, 'better'],
    [42, null, 'better'],
    [41, 42, 'worse'],
    [41, null, 'worse'],
    [null, 42, 'worse'],
  ])('judges by gold: %s to %s is %s', (before, after, verdict) => {
    expect(lines(aged(before), aged(after), gold)[3]).toContain(`(${verdict})`)
  })

  it('leaves open what wrong values turn into', () => {
    expect(lines(aged(42), aged(43), gold)[3]).toBe('  ~ worker.age: 42 => 43')
  })

  it('names lists by their entries', () => {
    expect(lines(record, { ...record, diagnoses: [] })).toContain('  - diagnoses: neck strain')
  })

  it('names letters that are on one side only', () => {
    expect(changesText(compare(records(record), new Map(), new Map()))).toContain('- record: a record')
  })
})
