import { describe, expect, it } from 'vitest'
import { classifierOf } from '../../extractors/reasons/learned/classifier.ts'
import { weigherOf } from '../../extractors/reasons/stated.ts'
import { wordsOf } from '../../extractors/reasons/words.ts'
import { logisticWeights } from '../../training/logistic.ts'
import { modelOf } from '../../training/model.ts'
import { weighingOf } from '../../training/weighing.ts'

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
    const judged = new Map(classify(wordsOf('No relief was seen.'), 'upheld'))
    expect(judged.get('no-functional-improvement')).toBeGreaterThan(0.6)
    expect(judged.get('findings-do-not-support')).toBeLessThan(0.4)
  })

  it('knows nothing of a decision that it has not seen', () => {
    const judged = classifierOf(modelOf(examples, codes))(wordsOf('No relief was seen.'), 'overturned')
    expect(judged).toEqual([['criteria-met', 0.5]])
  })
})

describe('the weighing of candidates', () => {
  const judged = (code: 'safety' | 'criteria-met', traits: Record<string, number | boolean>, right: boolean) => ({
    candidate: { code, traits },
    right,
  })
  const rows = [1, 2, 3, 4, 5, 6].flatMap(at => [
    judged('safety', { rule: true, likelihood: 1 }, true),
    judged('safety', { rule: false, likelihood: -1 }, false),
    judged('criteria-met', { rule: true, likelihood: -1 }, at > 1),
    judged('criteria-met', { rule: false, likelihood: 1 }, at > 3),
  ])
  const weighing = weighingOf(rows)
  const weigh = weigherOf(weighing)

  it('is as sure, all in all, as the candidates are right', () => {
    const sum = rows.reduce((all, { candidate }) => all + weigh(candidate), 0)
    expect(sum / rows.length).toBeCloseTo(rows.filter(({ right }) => right).length / rows.length, 1)
  })

  it('trusts what the right ones have', () => {
    expect(weigh({ code: 'safety', traits: { rule: true, likelihood: 1 } })).toBeGreaterThan(0.8)
    expect(weigh({ code: 'safety', traits: { rule: false, likelihood: -1 } })).toBeLessThan(0.4)
  })

  it('does not know of a trait that it never saw', () => {
    const known = { rule: true, likelihood: 0 }
    expect(weigh({ code: 'safety', traits: { ...known, silent: true } })).toBe(weigh({ code: 'safety', traits: known }))
  })

  it('is the same for the same letters', () => {
    expect(weighingOf(rows)).toEqual(weighing)
  })
})
