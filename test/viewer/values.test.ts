import { expect, it } from 'vitest'
import { inWords, labelOf } from '../../viewer/browser/case/values.ts'

it.each([
  ['/disputedItems/0/reasons/0/code', 'conservative-care-not-exhausted', 'conservative care not exhausted'],
  ['/disputedItems/0/reviewer/basis', 'outside-mtus', 'outside MTUS'],
  ['/diagnoses/0/sites/0/part', 'low-back', 'low back'],
  ['/diagnoses/0/text', 'non-union', 'non-union'],
  ['/diagnoses/0/icd10/code', 'M54.5', 'M54.5'],
  ['/worker/age', 41, '41'],
  ['/worker/sex', null, '–'],
])('%s: %s is shown as %s', (pointer, value, shown) => {
  expect(inWords({ pointer, value })).toBe(shown)
})

it.each([
  ['/dates/urDenial', 'date of denial'],
  ['/worker/age', "worker's age"],
  ['/diagnoses/2/icd10/code', 'ICD-10-CM code'],
  ['/diagnoses/0/sites/1/part', 'sites 2 part'],
  ['/disputedItems/0/urAction', 'utilization review'],
  ['/disputedItems/0/rationale', 'rationale'],
  ['/clinicalCaseSummary', 'clinical case summary'],
  ['/diagnoses/1', 'diagnoses'],
])('%s is called %s', (pointer, label) => {
  expect(labelOf(pointer)).toBe(label)
})
