import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import drugs from '../../vocabulary/terms/drugs.json' with { type: 'json' }
import { PHARMACEUTICALS } from './dwc-index.ts'

test('no term twice, each of a known sub-category, in order', () => {
  const terms = drugs.map(({ term }) => term)
  expect(terms).toEqual([...new Set(terms)])
  expect(terms).toEqual(terms.map(term => term.toLowerCase()))
  expect(terms).toEqual([...terms].sort())
  for (const entry of drugs) if (entry.class !== null) expect(PHARMACEUTICALS, entry.term).toContain(entry.class)
})

test('one entry a line', () => {
  const lines = readFileSync(new URL('../../vocabulary/terms/drugs.json', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  expect(lines.length).toBe(drugs.length + 2)
})
