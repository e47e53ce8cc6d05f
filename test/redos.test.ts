import { expect, it } from 'vitest'
import { keyOf, patterns } from './redos/patterns.ts'
import { faults, judge, known, type Verdict } from './redos/verdicts.ts'

/**
 * At most this many new patterns are checked here; `npm run redos` checks all, with more patience, and records the
 * verdicts.
 */
const MOST = 20
const MILLISECONDS = 1000

it('no regular expression takes exponential time, or unbounded polynomial time', {
  timeout: 120_000,
}, async () => {
  const all = await patterns()
  expect(all.length).toBeGreaterThan(200)
  const { verdicts, bounds } = known()
  const fresh = all.filter(pattern => !(keyOf(pattern) in verdicts)).slice(0, MOST)
  const judged = Object.fromEntries(
    fresh.map((pattern): [string, Verdict] => [keyOf(pattern), judge(pattern, MILLISECONDS)]),
  )
  expect(faults(all, { verdicts, bounds })).toEqual([])
  expect(Object.values(judged)).not.toContain('exponential')
})

it('would find one', () => {
  expect(judge({ source: '(a+)+$', flags: '' }, MILLISECONDS)).toBe('exponential')
})
