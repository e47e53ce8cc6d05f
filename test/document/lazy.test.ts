import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashAfter, lowerAt, remembered, rememberedInPlace } from '../../document/index.ts'

describe('a remembered answer', () => {
  it('is asked for only once', () => {
    const asked: string[] = []
    const length = remembered(word => asked.push(word) && word.length, 10)
    expect([length('knee'), length('hip'), length('knee')]).toEqual([4, 3, 4])
    expect(asked).toEqual(['knee', 'hip'])
  })

  it('is forgotten when there are too many', () => {
    const asked: string[] = []
    const same = remembered(word => asked.push(word) && word, 2)
    expect(['a', 'b', 'a', 'c', 'a'].map(same)).toEqual(['a', 'b', 'a', 'c', 'a'])
    expect(asked).toEqual(['a', 'b', 'c', 'a'])
  })
})

describe('an answer about a word in place', () => {
  it('is that about the word in lower case, however many words there are', () => {
    const asked: string[] = []
    const same = rememberedInPlace(word => {
      asked.push(word)
      return word
    })
    const word = fc.string({ unit: fc.constantFrom(..."aBcdeF9'-"), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(word, word, (before, own) => {
        const text = `${before} ${own}.`
        const [start, end] = [before.length + 1, text.length - 1]
        let hash = 0
        for (let at = start; at < end; at++) hash = hashAfter(hash, lowerAt(text, at))
        expect(same(text, start, end, hash)).toBe(own.toLowerCase())
        const count = asked.length
        expect(same(text, start, end, hash)).toBe(own.toLowerCase())
        expect(asked).toHaveLength(count)
      }),
      { seed: 1, numRuns: 2000 },
    )
  })
})
