import { expect, test } from 'vitest'
import edges from '../../vocabulary/terms/intervention-edges.json' with { type: 'json' }

test.each(Object.entries(edges))('%s of interventions: single words, none twice', (_, words) => {
  expect(words).toEqual([...new Set(words)])
  expect(words.filter(word => word.includes(' '))).toEqual([])
})
