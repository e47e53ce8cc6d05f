import { expect, it } from 'vitest'
import { itemSites } from '../../../extractors/items/index.ts'
import { itemValuesOf } from '../values.ts'

it.each([
  ['X-ray of the left ankle', [{ part: 'ankle', side: 'left' }]],
  ['Braces for both knees', [{ part: 'knee', side: 'bilateral' }]],
  [
    'MRI of the cervical and lumbar spine',
    [
      { part: 'neck', side: null },
      { part: 'low-back', side: null },
    ],
  ],
  ['A walker', []],
])('%s', (text, sites) => {
  expect(itemValuesOf(itemSites, text)).toEqual({ sites })
})
