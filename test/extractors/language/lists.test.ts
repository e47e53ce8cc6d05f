import { describe, expect, it } from 'vitest'
import { rejoin, splitList } from '../../../extractors/language/lists.ts'
import { sentences } from '../../../extractors/language/sentences.ts'

const split = (text: string): string[] =>
  splitList(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

describe('lists', () => {
  it.each([
    ['commas and and', 'rest, ice, and physical therapy', ['rest', 'ice', 'physical therapy']],
    ['semicolons', 'neck sprain; strain of muscle; and headache', ['neck sprain', 'strain of muscle', 'headache']],
    ['as well as', 'anxiety and stress as well as insomnia', ['anxiety', 'stress', 'insomnia']],
    ['and/or in its spellings', 'rest and/or ice and-or heat and or sling', ['rest', 'ice', 'heat', 'sling']],
    ['nothing inside brackets', 'drugs (naproxen, tramadol) and rest', ['drugs (naproxen, tramadol)', 'rest']],
    ['an unclosed bracket', 'drugs (naproxen, tramadol', ['drugs (naproxen', 'tramadol']],
    ['numbers', '1) neck pain 2) back pain', ['neck pain', 'back pain']],
    ['one number is no list', 'trial of (2) injections', ['trial of (2) injections']],
    ['a comma in a number', '1,000 mg of fish oil', ['1,000 mg of fish oil']],
    ['a stray quote', "knee pain' arm numbness", ['knee pain', 'arm numbness']],
    ['a possessive', "workers' stress", ["workers' stress"]],
    ['empty items', ', rest,, ice;', ['rest', 'ice']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  it('names the separators', () => {
    const text = 'a; b, c, and d and e and/or f'
    expect(splitList(text, { start: 0, end: text.length }).map(({ joint }) => joint)).toEqual([
      'first',
      ';',
      ',',
      ',and',
      'and',
      'and/or',
    ])
  })

  it('counts offsets in the whole text', () => {
    const text = 'Treated with rest and ice.'
    expect(splitList(text, { start: 13, end: 25 })).toEqual([
      { start: 13, end: 17, joint: 'first' },
      { start: 22, end: 25, joint: 'and' },
    ])
  })

  it('rejoins what belongs together', () => {
    const text = 'sprain, left hand; stress'
    const items = rejoin(splitList(text, { start: 0, end: text.length }), item => item.joint === ',')
    expect(items.map(({ start, end }) => text.slice(start, end))).toEqual(['sprain, left hand', 'stress'])
  })

  it('finishes on hostile lists', () => {
    expect(split('a, '.repeat(50_000))).toHaveLength(50_000)
    expect(split('('.repeat(100_000))).toHaveLength(1)
    expect(split(' '.repeat(50_000))).toEqual([])
  })
})

describe('sentences', () => {
  it.each([
    ['stops', 'He fell. He was seen.', ['He fell.', 'He was seen.']],
    ['a missing space', 'No infection.The plan was rest.', ['No infection.', 'The plan was rest.']],
    [
      'numbers and abbreviations',
      'Norco 7.5 mg by Dr. Doe vs. No. 3 was kept.',
      ['Norco 7.5 mg by Dr. Doe vs. No. 3 was kept.'],
    ],
    ['a quote', 'It was "better." He left.', ['It was "better."', 'He left.']],
    ['no stop at the end', 'He fell', ['He fell']],
  ])('%s', (_, text, expected) => {
    expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })
})
