import { describe, expect, it } from 'vitest'
import { NUMBER, numberOf, withNumbers } from '../../../extractors/language/numbers.ts'

describe('numbers', () => {
  it.each([
    ['12', 12],
    ['12.00', 12],
    ['1,000', 1000],
    ['Twelve', 12],
    ['twenty-four', 24],
    ['zero', 0],
  ])('%s', (words, value) => {
    expect(words).toMatch(new RegExp(`^${NUMBER}$`, 'i'))
    expect(numberOf(words)).toBe(value)
  })

  it('reads no number from other words', () => {
    expect(numberOf('several')).toBeNull()
  })
})

describe('patterns of a vocabulary', () => {
  it('name numbers in words up to twelve', () => {
    const pattern = new RegExp(`^${withNumbers('<number-word> visits')}$`)
    expect('twelve visits').toMatch(pattern)
    expect('thirteen visits').not.toMatch(pattern)
    expect('12 visits').not.toMatch(pattern)
  })

  it('name numbers of any kind, and keep groups of that name', () => {
    const pattern = new RegExp(withNumbers('(?<number><number>) visits'))
    expect(pattern.exec('twenty-four visits')?.groups?.number).toBe('twenty-four')
  })
})
