import { expect, it } from 'vitest'
import { selectiveCurve } from '../../evaluation/selection.ts'

it('keeps the most certain records first', () => {
  const records = Array.from({ length: 20 }, (_, at) => ({ confidence: at / 20, right: at >= 15 }))
  expect(selectiveCurve(records).map(({ letters, least, right }) => [letters, least, right])).toEqual([
    [2, 0.9, 2],
    [5, 0.75, 5],
    [10, 0.5, 5],
    [15, 0.25, 5],
    [20, 0, 5],
  ])
})

it('has at least one record in each part, and none without records', () => {
  expect(selectiveCurve([{ confidence: 0.4, right: true }])[0]).toEqual({
    ...{ share: 0.1, letters: 1, least: 0.4, mean: 0.4, right: 1 },
  })
  expect(selectiveCurve([])).toEqual([])
})
