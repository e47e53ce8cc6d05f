import { describe, expect, it } from 'vitest'
import { evaluate, f1, type Gold, missesOf, tableOf } from '../../evaluation/index.ts'
import { matchNamed } from '../../evaluation/match.ts'
import { extractRecord } from '../../pipeline/index.ts'
import { letterText, sourceOf } from '../letters.ts'

const gold: Gold = {
  caseNumber: 'CM16-9900001',
  worker: { age: 41, sex: 'female' },
  disputedItems: [
    {
      ordinal: 1,
      text: 'Aquatic Therapy  for the left knee',
      decision: 'upheld',
      reviewer: {
        basis: 'mtus',
        citations: [{ source: 'MTUS', title: 'Knee Complaints', year: 2004, sections: ['Initial Care'], pages: null }],
      },
    },
  ],
}
const record = extractRecord(sourceOf(letterText()))
const run = (expected: Gold) => evaluate(new Map([['a', expected]]), new Map([['a', record]]))

describe('evaluate', () => {
  it('finds nothing wrong in a right record, regardless of case and spaces', () => {
    expect(run(gold)).toMatchObject({ letters: 1, wholeRight: 1, structureRight: 1 })
  })

  it('counts a wrong value as missed and as found', () => {
    const { fields, misses, wholeRight } = run({ ...gold, worker: { age: 42, sex: null } })
    expect(fields.get('worker.age')).toMatchObject({ gold: 1, found: 1, correct: 0, pairs: 1, equal: 0 })
    expect(fields.get('worker.sex')).toMatchObject({ gold: 0, found: 1, correct: 0 })
    expect(misses.get('a')).toEqual([
      { field: 'worker.age', expected: '42', got: '41' },
      { field: 'worker.sex', expected: null, got: 'female' },
    ])
    expect(wholeRight).toBe(0)
  })

  it('keeps the classes of decision apart', () => {
    const item = { ...gold.disputedItems![0]!, decision: 'overturned' }
    const { fields } = run({ ...gold, disputedItems: [item] })
    expect(fields.get('items.decision=overturned')).toMatchObject({ gold: 1, found: 0, correct: 0 })
    expect(fields.get('items.decision=upheld')).toMatchObject({ gold: 0, found: 1, correct: 0 })
  })

  it('a letter without a record misses everything', () => {
    const { fields } = evaluate(new Map([['a', gold]]), new Map([['a', null]]))
    expect(fields.get('caseNumber')).toMatchObject({ gold: 1, found: 0, correct: 0 })
    expect(fields.get('items.text')).toMatchObject({ gold: 1, found: 0, correct: 0 })
  })

  it('scores only what gold covers', () => {
    expect([...run({ caseNumber: null }).fields.keys()]).toEqual(['caseNumber'])
  })

  it('prints figures and misses', () => {
    const evaluation = run({ ...gold, worker: { age: 42, sex: 'female' } })
    expect(tableOf(evaluation)).toMatch(/worker\.age +1 +1 +0 +0\.000/)
    expect(missesOf(evaluation)).toBe('a\n  ~ worker.age: 42 => 41')
  })
})

describe('matchNamed', () => {
  const names = (...texts: string[]) => texts.map(text => ({ text }))
  const pairs = (golds: { text: string; also?: string[] }[], records: { text: string }[]) =>
    matchNamed(golds, records).map(({ gold, record, strict }) => `${gold.text} ${strict ? '=' : '~'} ${record.text}`)

  it.each([
    [names('neck strain'), names('Neck  strain'), ['neck strain = Neck  strain']],
    [[{ text: 'Norco 5 mg', also: ['Norco'] }], names('norco'), ['Norco 5 mg = norco']],
    [names('left knee pain'), names('knee pain'), ['left knee pain ~ knee pain']],
    [names('left knee pain'), names('hip pain'), []],
    [names('pain'), names('pain', 'pain'), ['pain = pain']],
    [names('knee pain', 'left knee pain'), names('left knee pain'), ['left knee pain = left knee pain']],
  ])('%j and %j', (golds, records, expected) => {
    expect(pairs(golds, records)).toEqual(expected)
  })
})

describe('f1', () => {
  it.each([
    [8, 10, 10, 0.8],
    [0, 0, 5, 0],
    [0, 0, 0, null],
  ])('%d right of %d found and %d expected', (correct, found, expected, value) => {
    expect(f1(correct, found, expected)).toBe(value)
  })
})
