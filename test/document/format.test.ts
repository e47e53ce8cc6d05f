import { describe, expect, it } from 'vitest'
import { counted, day, duration, plural, wholePercent } from '../../document/index.ts'

describe('numbers as text', () => {
  it.each([
    [12.2, '13 s'],
    [90, '2 min'],
    [600, '10 min'],
    [4 * 3600 + 61, '4 h 2 min'],
  ])('%d seconds', (seconds, words) => {
    expect(duration(seconds)).toBe(words)
  })

  it('has thousands apart, and one of anything without an s', () => {
    expect([counted(12_345), plural(1, 'letter'), plural(0, 'letter'), plural(12_345, 'letter')]).toEqual([
      ...['12,345', '1 letter', '0 letters', '12,345 letters'],
    ])
  })

  it('has shares in whole percent, and a dash for none', () => {
    expect([1 / 8, 0, 1, null].map(wholePercent)).toEqual(['13%', '0%', '100%', '–'])
  })

  it('has days of dates and of times', () => {
    expect([day('2016-12-07'), day('2016-12-27T10:00:00.000Z')]).toEqual(['7 Dec 2016', '27 Dec 2016'])
  })
})
