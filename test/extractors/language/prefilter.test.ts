import { describe, expect, it, test } from 'vitest'
import { neededBy, prefilter } from '../../../extractors/language/prefilter.ts'
import { GROUPS, RULES } from '../../../extractors/reasons/rules.ts'
import { inventedClauses } from '../../../training/examples.ts'

describe('what every match of a pattern contains', () => {
  test.each([
    ['no relief', ['relief']],
    ['(?:no|little) (?:benefits?|relief)', ['benefit', 'relief']],
    ['signs?', ['sign']],
    ['(?:very )?early', ['early']],
    ['(?:very )+early', ['early']],
    ['(?<!for )(?:record)(?! of)', ['record']],
    ['\\bhome\\b', ['home']],
    ['x-?rays', ['rays']],
    ['re(?=lief)', ['re']],
    ['[Mm]ild{2,3}', ['ild']],
    ['(?<name>MRI|CT)', ['mri', 'ct']],
    ['visits{0,2}', ['visit']],
    ['(?:a|b)*', null],
    ['\\d+|visits', null],
    ['(?:visits|\\d+) x', ['x']],
    ['[abc]', null],
  ])('%s', (source, strings) => {
    expect(neededBy(source)).toEqual(strings)
  })
})

describe('a prefilter', () => {
  const patterns = [/heard/, /he\b/, /\d/, /(?:ear|ring)s/i]
  const mayMatch = (text: string) => {
    const may = prefilter(patterns)(text)
    return patterns.filter((_, number) => may[number] === 1).map(({ source }) => source)
  }

  it('rules out patterns whose strings are missing, and none that has no strings', () => {
    expect(mayMatch('nothing')).toEqual(['\\d'])
    expect(mayMatch('he')).toEqual(['he\\b', '\\d'])
  })

  it('finds strings within and behind others, in any case', () => {
    expect(mayMatch('I HEARD')).toEqual(['heard', 'he\\b', '\\d', '(?:ear|ring)s'])
    expect(mayMatch('hearing')).toEqual(['he\\b', '\\d', '(?:ear|ring)s'])
  })

  it('never rules out what matches', () => {
    const all = [...RULES.upheld, ...RULES.overturned, ...GROUPS].map(({ pattern }) => pattern)
    const mayMatch = prefilter(all)
    const { fitted, learned, kept } = inventedClauses()
    const matches = [...fitted, ...learned, ...kept].flatMap(({ words }) => {
      const may = mayMatch(words)
      return all.flatMap((pattern, number) => (words.toLowerCase().search(pattern) >= 0 ? [may[number]] : []))
    })
    expect(matches.length).toBeGreaterThan(1000)
    expect(matches).not.toContain(0)
  })
})
