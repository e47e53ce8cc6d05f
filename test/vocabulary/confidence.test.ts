import { expect, test } from 'vitest'
import { FEATURES } from '../../extractors/confidence.ts'
import vocabulary from '../../vocabulary/confidence.json' with { type: 'json' }

const { caution, rows } = vocabulary
const kinds = Object.keys(FEATURES) as (keyof typeof FEATURES)[]

test.each(kinds)('%s: rows of known features, none twice, each within reach, the last for all others', kind => {
  const own = rows.filter(({ of }) => of === kind).map(({ features }) => features as readonly string[])
  for (const feature of own.flat()) expect(FEATURES[kind]).toContain(feature)
  for (const feature of FEATURES[kind]) expect(own.flat()).toContain(feature)
  for (const [at, features] of own.entries())
    expect(own.slice(0, at).filter(earlier => earlier.every(feature => features.includes(feature)))).toEqual([])
  expect(own.at(-1)).toEqual([])
})

test.each(rows.map(row => [`${row.of} ${row.features.join(' ')}`, row] as const))('%s: between 0 and 1', (_, row) => {
  expect(kinds).toContain(row.of)
  expect(row.value).toBeGreaterThan(0)
  expect(row.value).toBeLessThan(1)
  expect(row.value).toBe(Math.round(row.value * 100) / 100)
})

test.each(
  rows.flatMap(row => (row.entries === undefined ? [] : [[`${row.of} ${row.features.join(' ')}`, row] as const])),
)('%s: its value follows from what was counted', (_, { of, right, entries, value }) => {
  expect(right).toBeLessThanOrEqual(entries!)
  const error = 1 - (right! + 9) / (entries! + 10)
  expect(value).toBe(Math.round(100 * (1 - caution[of as keyof typeof caution] * error)) / 100)
})
