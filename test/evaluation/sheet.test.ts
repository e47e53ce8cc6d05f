import { expect, it } from 'vitest'
import { evaluate, type Gold, sheetOf } from '../../evaluation/index.ts'
import { extractRecord } from '../../pipeline/index.ts'
import { letterText, sourceOf } from '../letters.ts'

const record = extractRecord(sourceOf(letterText()))
const gold: Gold = { worker: { age: 41, sex: 'male' }, diagnoses: [] }

it('gives an evaluation in plain figures', () => {
  expect(sheetOf(evaluate(new Map([['a', gold]]), new Map([['a', record]])))).toEqual({
    letters: 1,
    structureRight: 1,
    wholeRight: 0,
    fields: [
      { field: 'worker.age', gold: 1, found: 1, right: 1, f1: 1, lenient: null },
      { field: 'worker.sex', gold: 1, found: 1, right: 0, f1: 0, lenient: null },
      { field: 'diagnoses', gold: 0, found: 0, right: 0, f1: null, lenient: null },
    ],
    confidence: ['diagnoses', 'treatments', 'disputedItems', 'reasons'].map(of => ({
      of,
      entries: 0,
      mean: null,
      right: null,
      error: null,
    })),
    selective: [0.1, 0.25, 0.5, 0.75, 1].map(share => ({
      share,
      letters: 1,
      least: record.confidence,
      mean: record.confidence,
      right: 0,
    })),
  })
})
