import { expect, test } from 'vitest'
import { classify, drug, itemSites, sessions, urAction } from '../../../extractors/items/index.ts'

const ADDED = ' was the original request. '

test.each([
  ['figures', '1,2.'.repeat(15000)],
  ['shares', 'a 5%, '.repeat(10000)],
  ['one word', 'a'.repeat(60000)],
  ['spaces', `Naproxen${' '.repeat(60000)}5mg`],
  ['half a modification, again and again', `x${ADDED}`.repeat(2000)],
  ['sessions', 'two times a '.repeat(5000)],
  ['places', 'left knee and '.repeat(4000)],
])('finishes on a heading of 60,000 units: %s', (_, text) => {
  for (const extractor of [urAction, classify, drug, sessions, itemSites])
    expect(() => extractor.extract(text)).not.toThrow()
})
