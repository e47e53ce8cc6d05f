import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '../../document/index.ts'
import { changesText, compare, type Gold } from '../../evaluation/index.ts'
import { extractRecord, readLetter } from '../../pipeline/index.ts'
import { letterText, sourceOf } from '../letters.ts'

const record = extractRecord(
  sourceOf(letterText({ summary: 'The worker is a 41 year old female. The diagnoses included neck strain.' })),
)
const aged = (age: number | null): CaseRecord => ({ ...record, worker: { ...record.worker, age } })
const records = (one: CaseRecord) => new Map([['a', one]])
const gold = new Map<string, Gold>([['a', { worker: { age: 41, sex: 'female' } }]])
const lines = (before: CaseRecord, after: CaseRecord, golds = new Map<string, Gold>()): string[] =>
  changesText(compare(records(before), records(after), golds)).split('\n')

async function corpusRecords(): Promise<[name: string, record: CaseRecord][]> {
  const folder = join(import.meta.dirname, '..', '..', 'corpus', 'letters')
  const names = readdirSync(folder).sort()
  return Promise.all(
    names.map(async name => {
      const source = await readLetter({ bytes: readFileSync(join(folder, name)), name })
      return [name, extractRecord(source)]
    }),
  )
}

const ofCorpus = await corpusRecords()

describe('compare', () => {
  it('reports that nothing changed', () => {
    expect(lines(record, record)).toEqual(['no value changed'])
  })

  it.each(ofCorpus)('finds no change between %s and itself', (_, one) => {
    expect(lines(one, structuredClone(one))).toEqual(['no value changed'])
  })

  it('reports what a letter did not say before', () => {
    const [one] = record.disputedItems
    const empty: CaseRecord = {
      ...record,
      clinicalCaseSummary: null,
      disputedItems: [
        {
          ...one!,
          ...{ category: null, subcategory: null, kind: null, rationale: null, rationaleParts: [], reasons: [] },
          claimsAdministrator: { basis: null, citations: [] },
        },
      ],
    }
    expect(lines(empty, empty)).toEqual(['no value changed'])
    const gained = lines(empty, record).filter(line => line.startsWith('  + '))
    expect(gained.map(line => line.slice(4).split(':')[0])).toEqual(
      expect.arrayContaining(['clinicalCaseSummary', 'items.category', 'items.rationale', 'claimsAdministrator.basis']),
    )
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
