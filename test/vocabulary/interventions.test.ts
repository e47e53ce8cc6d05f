import { expect, test } from 'vitest'
import edges from '../../vocabulary/terms/intervention-edges.json' with { type: 'json' }

const lists = [
  ['attributes', edges.attributes],
  ['anatomy', edges.anatomy],
  ...edges.shared.map(({ kind, words }) => [`shared by ${kind}`, words] as const),
] as const

test.each(lists)('%s of interventions: single words, none twice', (_, words) => {
  expect(words).toEqual([...new Set(words)])
  expect(words.filter(word => word.includes(' '))).toEqual([])
})
