import { expect, test } from 'vitest'
import { INTERVENTION_KINDS } from '../../document/index.ts'
import drugs from '../../vocabulary/terms/drugs.json' with { type: 'json' }
import services from '../../vocabulary/terms/services.json' with { type: 'json' }
import { CLASSES } from './dwc-index.ts'

// As the phrase finder sees it: words and the characters between them.
const key = (term: string): string => (term.toLowerCase().match(/[a-z0-9]+(?:['’][a-z]+)?|[/&+#%]/g) ?? []).join(' ')
const concepts = services.concepts.map(({ concept }) => concept)

test('concepts: unique, of a known class, kind and use', () => {
  expect(concepts).toEqual([...new Set(concepts)])
  for (const entry of services.concepts) {
    expect(CLASSES, entry.concept).toContain(entry.class)
    expect(INTERVENTION_KINDS, entry.concept).toContain(entry.kind)
    expect([undefined, 'heading', 'listed', 'generic', 'cued'], entry.concept).toContain(
      'use' in entry ? entry.use : undefined,
    )
  }
  expect(concepts).toEqual(expect.arrayContaining(services.weak))
})

test.each([
  ['terms', services.terms],
  ['specialists', services.specialists],
])('%s: none twice, each of a known concept', (_, list) => {
  const keys = list.map(({ term }) => key(term))
  expect(keys.filter((term, index) => keys.indexOf(term) !== index)).toEqual([])
  for (const { concept } of list) expect(concepts).toContain(concept)
})

test('no term is a drug and a service', () => {
  const names = new Set(drugs.map(({ term }) => key(term)))
  expect(services.terms.filter(({ term }) => names.has(key(term))).map(({ term }) => term)).toEqual([])
})

test('every concept has a term', () => {
  const used = new Set([...services.terms, ...services.specialists].map(({ concept }) => concept))
  expect(concepts.filter(concept => !used.has(concept))).toEqual([])
})
