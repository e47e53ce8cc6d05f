import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import drugs from '../../vocabulary/terms/drugs.json' with { type: 'json' }
import { PHARMACEUTICALS } from './dwc-index.ts'

test('no term twice, each of a known sub-category', () => {
  const terms = drugs.map(({ term }) => term)
  expect(terms).toEqual([...new Set(terms)])
  expect(terms).toEqual(terms.map(term => term.toLowerCase()))
  for (const entry of drugs) if (entry.class !== null) expect(PHARMACEUTICALS, entry.term).toContain(entry.class)
})

test('ingredients are in lower case, each once', () => {
  const named = drugs.flatMap(entry => ('ingredients' in entry && entry.ingredients ? [entry.ingredients] : []))
  expect(named.length).toBeGreaterThan(2000)
  for (const ingredients of named) {
    expect(ingredients.length).toBeGreaterThan(0)
    expect(ingredients).toEqual([...new Set(ingredients.map(name => name.toLowerCase()))])
  }
})

test.each([
  ['norco', ['hydrocodone', 'acetaminophen']],
  ['flexeril', ['cyclobenzaprine']],
  ['cyclobenzaprine', ['cyclobenzaprine']],
  ['vimovo', ['naproxen', 'esomeprazole']],
])('%s is of %j', (name, ingredients) => {
  const entry = drugs.find(({ term }) => term === name)
  expect(entry && 'ingredients' in entry && entry.ingredients).toEqual(ingredients)
})

test('one entry a line', () => {
  const lines = readFileSync(new URL('../../vocabulary/terms/drugs.json', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  expect(lines.length).toBe(drugs.length + 2)
})
