import { expect, test } from 'vitest'
import { withPatterns } from '../../extractors/treatments/unknown/patterns.ts'
import { findTerms } from '../../terminology/index.ts'
import edges from '../../vocabulary/terms/intervention-edges.json' with { type: 'json' }
import patterns from '../../vocabulary/wordings/intervention-patterns.json' with { type: 'json' }

const lists = [
  ['attributes', edges.attributes],
  ['anatomy', edges.anatomy],
  ['behind', edges.behind],
  ['unspecific', edges.unspecific],
  ...edges.shared.map(({ kind, words }) => [`shared by ${kind}`, words] as const),
  ...edges.heads.map(({ kind, words }) => [`heads of ${kind}`, words] as const),
] as const

test.each(lists)('%s of interventions: single words, none twice', (_, words) => {
  expect(words).toEqual([...new Set(words)])
  expect(words.filter(word => word.includes(' '))).toEqual([])
})

test.each(patterns)('pattern $id finds the name in its example', ({ concept, example }) => {
  const [, name] = /\{(.+)\}/.exec(example)!
  const sentence = example.replace(/[{}]/g, '')
  const found = withPatterns(sentence, findTerms(sentence)).filter(({ term }) => term.concept === concept)
  expect(found.map(({ start, end }) => sentence.slice(start, end))).toEqual([name])
})
