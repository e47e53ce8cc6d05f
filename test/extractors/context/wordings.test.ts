import { describe, expect, it } from 'vitest'
import { wordingFinder } from '../../../extractors/context/automaton.ts'
import { parseTemplate } from '../../../extractors/context/templates.ts'

const CLASSES = new Map([['have', 'has|have|had']])

const read = (literals: readonly string[], sentence: string): string[] =>
  wordingFinder(literals.map(literal => [parseTemplate(literal, CLASSES), literal] as const))(sentence).map(
    ({ start, end, of }) => `${sentence.slice(start, end)} <${of}>`,
  )

describe('wordings', () => {
  it.each([
    ['words, blind to case and commas', 'not given', 'Not, given', ['Not, given <not given>']],
    ['hyphens and slashes', 's/p', 'S/P left', ['S/P <s/p>']],
    ['no part of a word', 'no', 'a node, none', []],
    ['not over a semicolon', 'not given', 'not; given', []],
    ['a choice', '(is|was) given', 'was given', ['was given <(is|was) given>']],
    [
      'what may be left out, the longest way',
      'was [not] [yet] given [to]',
      'was yet given to',
      ['was yet given to <was [not] [yet] given [to]>'],
    ],
    ['a class', '<have> had', 'She has had it', ['has had <<have> had>']],
    ['words of any kind', 'seen by ..2 for', 'seen by a dentist for', ['seen by a dentist for <seen by ..2 for>']],
    ['no more of them', 'seen by ..1 for', 'seen by a dentist for', []],
    ['the beginning', '^ possible', 'possible and possible', ['possible <^ possible>']],
    ['a colon', 'plan :', 'The plan: rest', ['plan: <plan :>']],
  ])('%s', (_, literal, sentence, expected) => {
    expect(read([literal], sentence)).toEqual(expected)
  })

  it('finds the longest at each word, and of equal ones the first', () => {
    expect(read(['no', 'no longer', '(no|not) longer'], 'no longer')).toEqual(['no longer <no longer>'])
  })

  it.each([['(a|b'], ['a]'], ['<unknown>']])('refuses %s', literal => {
    expect(() => parseTemplate(literal, CLASSES)).toThrow()
  })

  it('finishes on a hostile sentence', () => {
    expect(read(['a ..9 b'], 'a '.repeat(20_000))).toEqual([])
  })
})
