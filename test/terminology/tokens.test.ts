import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenizer } from '../../terminology/tokens.ts'

const tokenize = tokenizer('/&,')

describe('a tokenizer', () => {
  it('finds words in lower case, and marks', () => {
    const { words, starts, ends } = tokenize('EMG/NCV of L4-5, the worker’s knee')
    expect(words).toEqual(['emg', '/', 'ncv', 'of', 'l4', '5', ',', 'the', "worker's", 'knee'])
    expect(starts[8]).toBe(21)
    expect(ends[8]).toBe(29)
  })

  it('finds what a pattern finds', () => {
    const pattern = /[a-z0-9]+(?:['’][a-z]+)?|[/&,]/g
    const text = fc.string({ unit: fc.constantFrom(..."aZ09'’/&,;. -éß\n") })
    fc.assert(
      fc.property(text, written => {
        const matches = Array.from(written.toLowerCase().matchAll(pattern))
        expect(tokenize(written)).toEqual({
          words: matches.map(([word]) => word.replace('’', "'")),
          starts: matches.map(({ index }) => index),
          ends: matches.map(({ 0: word, index }) => index + word.length),
        })
      }),
      { seed: 1 },
    )
  })
})
