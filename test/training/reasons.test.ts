import { describe, expect, it } from 'vitest'
import { classifierOf } from '../../extractors/reasons/classifier.ts'
import { wordsOf } from '../../extractors/reasons/statements.ts'
import { logisticWeights } from '../../training/logistic.ts'
import { modelOf } from '../../training/model.ts'

describe('logistic regression', () => {
  const rows = [
    { features: [0, 2], positive: true, weight: 1 },
    { features: [0, 3], positive: true, weight: 1 },
    { features: [1, 2], positive: false, weight: 1 },
    { features: [1, 3], positive: false, weight: 1 },
  ]

  it('finds what tells the classes apart, and nothing in what does not', () => {
    const [for0, against1, both2, both3] = logisticWeights(rows, 4)
    expect(for0).toBeGreaterThan(1)
    expect(against1).toBeLessThan(-1)
    for (const weight of [both2, both3]) expect(Math.abs(weight!)).toBeLessThan(for0! / 2)
  })

  it('gives the same weights each time', () => {
    expect(logisticWeights(rows, 4)).toEqual(logisticWeights(rows, 4))
  })

  it('what counts for nothing teaches nothing', () => {
    expect([...logisticWeights([{ features: [0], positive: true, weight: 0 }], 1)]).toEqual([0])
  })
})

describe('the classifier of clauses', () => {
  const words = ['relief', 'weakness']
  const codes = { upheld: ['no-functional-improvement', 'findings-do-not-support'], overturned: ['criteria-met'] }
  const example = (word: string, at: number) => ({
    decision: 'upheld' as const,
    words: `There was no ${word} in week ${at}.`,
    codes: [codes.upheld[words.indexOf(word)]!],
    weight: 1,
  })
  const examples = words.flatMap(word => [1, 2, 3, 4, 5].map(at => example(word, at)))

  it('learns which words go with which code', () => {
    const classify = classifierOf(modelOf(examples, codes))
    const judged = classify(wordsOf('No relief was seen.'), 'upheld')
    expect(judged.get('no-functional-improvement')).toBeGreaterThan(0.6)
    expect(judged.get('findings-do-not-support')).toBeLessThan(0.4)
  })

  it('knows nothing of a decision that it has not seen', () => {
    expect(
      classifierOf(modelOf(examples, codes))(wordsOf('No relief was seen.'), 'overturned').get('criteria-met'),
    ).toBe(0.5)
  })
})
