import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Site } from '../../document/index.ts'
import { conceptOf, findSites, specificCode } from '../../terminology/index.ts'

/** Conditions of our own wording, one a line, each with the code and the title that its words come to. */
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

it('takes sides that only a list says', () => {
  expect(specificCode('M25.56', 'knee pain', [{ part: 'knee', side: 'left' }]).code).toBe('M25.562')
})

it('keeps the code above where the sides are two', () => {
  const places: Site[] = [
    { part: 'knee', side: 'left' },
    { part: 'hip', side: 'right' },
  ]
  expect(specificCode('M25.5', 'left knee and right hip pain', places).code).toBe('M25.5')
})
