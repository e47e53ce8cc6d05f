import { expect, it } from 'vitest'
import figures from '../../../dataset/quality/published-figures.json' with { type: 'json' }

it('published figures are one per year, in order, with their source', () => {
  const years = figures.years.map(({ year }) => year)
  expect(years).toEqual([...new Set(years)].sort())
  expect(figures.years.filter(({ by }) => !/^(?:CWCI|DWC|DIR)\b/.test(by))).toEqual([])
})

it('shares upheld are percentages', () => {
  const shares = figures.years.flatMap(({ upheld }) => (upheld === null ? [] : [upheld]))
  expect(shares.filter(share => share < 50 || share > 100)).toEqual([])
})
