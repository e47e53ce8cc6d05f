import { expect, it } from 'vitest'
import { namedRequest } from '../../../extractors/index.ts'

it.each([
  ['an MRI of the lumbar spine', 'Diagnostic Testing', 'Imaging & Radiology', ['low-back']],
  ['physical therapy for the neck', 'Rehabilitation', 'Physical Therapy/Occupational Therapy', ['neck']],
  ['Norco 5/325 mg', 'Pharmaceuticals', 'Opioids', []],
])('%s', (text, category, subcategory, parts) => {
  expect(namedRequest(text)).toEqual({ category, subcategory, parts })
})

it.each(['the left wrist', 'Zyxomol 5 mg', 'further care', ''])('nothing for certain in "%s"', text => {
  expect(namedRequest(text)).toBeNull()
})
