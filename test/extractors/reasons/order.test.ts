import { describe, expect, it } from 'vitest'
import { asTold, ordered, orderOf, placeTraits } from '../../../extractors/reasons/order.ts'
import type { StatedReason } from '../../../extractors/reasons/stated.ts'
import { orderingOf } from '../../../training/order.ts'

/** Log-odds of what no recital speaks of, and of what one surely does. */
const [UNSAID, RECITED] = [-4.6, 4.6]

const reason = (code: string, order: number, likelihood: number, before = false, recital = UNSAID): StatedReason => {
  const clause = { part: 'case', before }
  const lead = { clause, order, at: 0, rule: { stock: false } }
  return { code, likelihood, lead, statements: [lead], traits: { recital } } as unknown as StatedReason
}

describe('the order of the guide', () => {
  it.each([
    ['what is told first comes first', reason('safety', 0, 0.6), reason('not-recommended', 1, 0.9), 'safety'],
    [
      'what is told before the reviewer turns to the case, and is less likely, comes last',
      reason('safety', 0, 0.6, true),
      reason('not-recommended', 1, 0.9),
      'not-recommended',
    ],
    [
      'what is likely stays first, wherever it is told',
      reason('safety', 0, 0.8, true),
      reason('not-recommended', 1, 0.9),
      'safety',
    ],
  ])('%s', (_name, one, other, first) => {
    expect(asTold([one, other])[0]!.code).toBe(first)
  })
})

describe('the learned order', () => {
  it('keeps the order of the guide where nothing speaks against it', () => {
    const told = [reason('safety', 0, 0.9), reason('not-recommended', 1, 0.9), reason('request-unclear', 2, 0.9)]
    expect(ordered(told.toReversed())).toEqual(told)
  })

  it('puts what the guideline asks for before what is unlikely', () => {
    const [unlikely, asked] = [reason('safety', 0, 0.45), reason('criteria-not-met', 1, 0.98, false, RECITED)]
    expect(ordered([unlikely, asked])).toEqual([asked, unlikely])
  })

  it('knows nothing without weights, and leaves the order of the guide', () => {
    const told = [reason('safety', 0, 0.5), reason('not-recommended', 1, 0.9)]
    expect(orderOf({ weights: [] })(told)).toEqual(told)
  })

  it('sees which reason stands behind another, in its clause and among all', () => {
    const one = reason('safety', 4, 0.5)
    const behind = { ...reason('not-recommended', 4, 0.9), lead: { ...one.lead, at: 9 } }
    const [first, second, third] = placeTraits([one, behind, reason('request-unclear', 6, 0.9)])
    expect(first).toMatchObject({ first: 1, third: 0, clause: 0, behind: 0, case: 1, likelihood: 0 })
    expect(second).toMatchObject({ first: 0, third: 0, clause: 0, behind: 1 })
    expect(third).toMatchObject({ first: 0, third: 1, clause: 1, behind: 0 })
  })
})

describe('learning it', () => {
  const item = { source: 'letters', gold: ['criteria-not-met'] }
  const stated = [reason('safety', 0, 0.9), reason('criteria-not-met', 1, 0.9, false, RECITED)]
  const weights = (read: Parameters<typeof orderingOf>[0]) =>
    new Map(orderingOf(read).weights.map(({ trait, weight }) => [trait, weight]))

  it('trusts what the decisive reasons have and others have not', () => {
    const learned = weights(Array.from({ length: 10 }, () => ({ item, stated })))
    expect(learned.get('recital')).toBeGreaterThan(0)
    expect(learned.get('first')).toBeLessThan(0)
  })

  it('learns nothing of an item whose decisive reason was not found', () => {
    expect(weights([{ item: { ...item, gold: ['not-industrial'] }, stated }]).size).toBe(0)
  })
})
