import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenizer, wordFilter } from '../../terminology/tokens.ts'

const tokenize = tokenizer('/&,')

describe('a tokenizer', () => {
  it('finds words in lower case, and marks', () => {
    const { words, starts, ends } = tokenize('EMG/NCV of L4-5, the worker’s knee')
    expect(words).toEqual(['emg', '/', 'ncv', 'of', 'l4', '5', ',', 'the', "worker's", 'knee'])
    expect(starts[8]).toBe(21)
    expect(ends[8]).toBe(29)
  })

  it('takes an abbreviation with full stops for one word', () => {
    expect(tokenize('P.T. and a T.E.N.S. unit, b.i.d. e.g.').words).toEqual([
      'pt',
      'and',
      'a',
      'tens',
      'unit',
      ',',
      'bid',
      'eg',
    ])
    expect(tokenize('No. 3. A cane. L.4 and a.bc').words).toEqual(['no', '3', 'a', 'cane', 'l', '4', 'and', 'a', 'bc'])
  })

  it('finds what a pattern finds', () => {
    const pattern = /(?<!\.)[a-z](?:\.[a-z](?![a-z0-9]))+|[a-z0-9]+(?:['’][a-z]+)?|[/&,]/g
    const text = fc.string({ unit: fc.constantFrom(..."aZ09'’/&,;. -éß\n") })
    fc.assert(
      fc.property(text, written => {
        const matches = Array.from(written.toLowerCase().matchAll(pattern))
        expect(tokenize(written)).toMatchObject({
          words: matches.map(([word]) => word.replace('’', "'").replaceAll('.', '')),
          starts: matches.map(({ index }) => index),
          ends: matches.map(({ 0: word, index }) => index + word.length),
        })
      }),
      { seed: 1 },
    )
  })
})

describe('a filter of words', () => {
  it('lets every word of its list pass, and few others', () => {
    const words = fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'abcdefghij0'), minLength: 1 }), {
      maxLength: 200,
    })
    let [others, passed] = [0, 0]
    fc.assert(
      fc.property(words, words, (listed, asked) => {
        const mayBe = wordFilter(listed)
        const { words: found, hashes } = tokenize([...listed, ...asked].join(' '))
        for (const [at, word] of found.entries()) {
          if (listed.includes(word)) expect(mayBe(hashes[at]!)).toBe(true)
          else others++
          if (!listed.includes(word) && mayBe(hashes[at]!)) passed++
        }
      }),
      { seed: 1, numRuns: 1000 },
    )
    expect(others).toBeGreaterThan(1000)
    expect(passed / others).toBeLessThan(0.02)
  })
})
