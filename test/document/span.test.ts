import { expect, test } from 'vitest'
import { matchesOf, spansOf } from '../../document/index.ts'

test('all matches of a pattern, whatever was asked of it before', () => {
  const digits = /\d+/g
  digits.lastIndex = 4
  expect(matchesOf('6 of 12 visits', digits).map(([digits]) => digits)).toEqual(['6', '12'])
  expect(spansOf('6 of 12 visits', digits)).toEqual([
    { start: 0, end: 1 },
    { start: 5, end: 7 },
  ])
  expect(spansOf('none', digits)).toEqual([])
})

test('a pattern that matches nothing at a place goes on to the next', () => {
  expect(spansOf('ab', /x*/g).map(({ start }) => start)).toEqual([0, 1, 2])
})
