import { expect, it } from 'vitest'
import { reasons } from '../../../extractors/reasons/index.ts'
import { inventedClauses } from '../../../training/examples.ts'
import { plain } from '../items/plain.ts'

const { fitted, learned, kept } = inventedClauses()

const codesOf = (words: string, decision: 'upheld' | 'overturned'): readonly string[] => {
  const conclusion = `The request is ${decision === 'upheld' ? 'not ' : ''}medically necessary.`
  const about = { ordinal: 1, decision, heading: 'Some service', items: [] }
  const { reasons: found } = plain(
    reasons.extract(`The MTUS recommends this for some conditions. ${words} ${conclusion}`, about),
  ) as { reasons: readonly { code: string }[] }
  return found.map(({ code }) => code)
}

it('every clause is written once', () => {
  const words = [...fitted, ...learned, ...kept].map(({ decision, words }) => `${decision}: ${words}`)
  expect(words.filter((one, at) => words.indexOf(one) !== at)).toEqual([])
})

it('of clauses that nobody fitted anything to, seven in ten are read', () => {
  const stating = kept.filter(({ codes: [code] }) => code !== 'unexplained')
  const read = stating.filter(({ words, decision, codes: [code] }) => codesOf(words, decision).includes(code!))
  expect(stating.length).toBeGreaterThan(250)
  expect(read.length / stating.length).toBeGreaterThan(0.7)
})
