import { expect, test } from 'vitest'
import { blanked, matchAt, matchesOf, overlap, span, spansOf, textOf } from '../../document/index.ts'

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

test('parts that are blanked leave all others where they are', () => {
  const text = 'Date: 3-4-16 Priority: Standard'
  const blank = blanked(text, [span(0, 5), span(13, 22)])
  expect(blank).toBe('      3-4-16           Standard')
  expect(textOf(blank, span(6, 12))).toBe('3-4-16')
})

test.each([
  [span(0, 3), span(2, 5), true],
  [span(0, 9), span(4, 5), true],
  [span(0, 3), span(3, 5), false],
  [span(6, 8), span(3, 5), false],
])('whether %j and %j overlap: %s', (one, other, expected) => {
  expect(overlap(one, other)).toBe(expected)
  expect(overlap(other, one)).toBe(expected)
})

test('a sticky pattern is tried at one place only', () => {
  const digits = /\d+/y
  expect(matchAt(digits, '6 of 12', 5)?.[0]).toBe('12')
  expect(matchAt(digits, '6 of 12', 2)).toBeNull()
  expect(matchAt(digits, '6 of 12', 0)?.[0]).toBe('6')
})
