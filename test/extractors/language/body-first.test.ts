import { describe, expect, it } from 'vitest'
import { bodyFirst } from '../../../extractors/language/body-first.ts'

describe('patterns that look behind first', () => {
  it.each([
    ['one look behind', '(?<=a )b', 'b'],
    ['groups and brackets in both', String.raw`(?<=[(\]] (?:x|\))(?<! ) )b(?:c|d)\b`, String.raw`b(?:c|d)\b`],
    ['a look ahead in the body', '(?<=a )b(?! c)', 'b(?! c)'],
  ])('%s', (_, source, body) => {
    expect(bodyFirst(source)).toBe(`(?=${body})${source}`)
  })

  it.each([
    ['one that looks behind for what is not there', '(?<!a )b'],
    ['one that looks behind later', 'b(?<=a b)'],
    ['several branches', '(?<=a )b|c'],
    ['a group that captures', '(?<=a )(b)'],
    ['a group with a name', '(?<=(?<one>a) )b'],
  ])('leaves %s as it is', (_, source) => {
    expect(bodyFirst(source)).toBe(source)
  })

  it('matches the same', () => {
    const source = String.raw`(?<=\b(?:denied|refused) [^.;]{1,20}),? (?:and|or)\b(?! not)`
    const text =
      'She refused a brace, and denied pain or cramps and not fever; aches and chills. He denied it and left or'
    const matches = (pattern: string) => Array.from(text.matchAll(new RegExp(pattern, 'gi')), ({ index }) => index)
    expect(matches(source).length).toBeGreaterThan(1)
    expect(matches(bodyFirst(source))).toEqual(matches(source))
  })
})
