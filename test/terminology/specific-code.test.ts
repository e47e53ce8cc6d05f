import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Site } from '../../document/index.ts'
import { conceptOf, findSites, specificCode } from '../../terminology/index.ts'

/** Invented conditions, one per line, each with the code and title that its words support. */
const rows = readFileSync(new URL('./wordings/codes.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => line.split(' => ') as [phrase: string, expected: string])

it.each(rows)('%s', (phrase, expected) => {
  const sites = findSites(phrase).map(({ part, side }): Site => ({ part: part.value, side: side?.value ?? null }))
  const concept = conceptOf(
    phrase,
    sites.map(({ part }) => part),
  )
  const { code, title } = specificCode(concept!.code!, phrase, sites)
  expect(`${code} ${title}`).toBe(expected)
})

it('uses sides that only a list gives', () => {
  expect(specificCode('M25.56', 'knee pain', [{ part: 'knee', side: 'left' }]).code).toBe('M25.562')
})

it('keeps the parent code if there are two sides', () => {
  const places: Site[] = [
    { part: 'knee', side: 'left' },
    { part: 'hip', side: 'right' },
  ]
  expect(specificCode('M25.5', 'left knee and right hip pain', places).code).toBe('M25.5')
})
