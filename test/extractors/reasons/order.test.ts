import { expect, it } from 'vitest'
import { ordered } from '../../../extractors/reasons/order.ts'
import type { StatedReason } from '../../../extractors/reasons/stated.ts'

const reason = (code: string, order: number, likelihood: number, before = false): StatedReason => {
  const clause = { part: 'case', before }
  const lead = { clause, order, at: 0, rule: { stock: false } }
  return { code, likelihood, lead, statements: [lead] } as unknown as StatedReason
}

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
  expect(ordered([one, other])[0]!.code).toBe(first)
})
