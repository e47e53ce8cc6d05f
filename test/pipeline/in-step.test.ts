import { expect, test } from 'vitest'
import { inStep, type Steps } from '../../pipeline/in-step.ts'
import { extractRecords, extractTogether } from '../../pipeline/index.ts'
import { letterText, sourceOf } from '../letters.ts'

function* work(name: string, steps: number, log: string[], fails = false): Steps<string> {
  for (let step = 1; step <= steps; step++) {
    log.push(`${name}${step}`)
    yield
  }
  if (fails) throw new Error(name)
  return name
}

test('the first step of each comes before the second of any', () => {
  const log: string[] = []
  let steps = 0
  const ends = inStep([work('a', 2, log), work('b', 0, log), work('c', 3, log, true)], () => steps++)
  expect(log).toEqual(['a1', 'c1', 'a2', 'c2', 'c3'])
  expect(steps).toBe(3 + 1 + 4)
  expect(ends).toEqual([
    { status: 'fulfilled', value: 'a' },
    { status: 'fulfilled', value: 'b' },
    { status: 'rejected', reason: new Error('c') },
  ])
})

test('nothing to do is done', () => {
  expect(inStep([])).toEqual([])
})

test('files that are extracted together have the records that each has alone', () => {
  const texts = [letterText(), 'A list of things to buy.', letterText().replaceAll('knee', 'elbow'), letterText()]
  const sources = texts.map(sourceOf)
  expect(extractTogether(sources).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ])
  for (const [at, end] of extractTogether(sources).entries())
    if (end.status === 'fulfilled') expect(end.value).toEqual(extractRecords(sources[at]!))
    else expect(() => extractRecords(sources[at]!)).toThrow(end.reason)
})
