import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { conceptOf, findSites, namesCondition } from '../../terminology/index.ts'

/** Common conditions, one per line, each with its ICD-10-CM category. */
const rows = readFileSync(new URL('./wordings/conditions.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => line.split(' => ') as [phrase: string, category: string])

it.each(rows)('%s', (phrase, category) => {
  const parts = findSites(phrase).map(({ part }) => part.value)
  expect(conceptOf(phrase, parts)?.code?.slice(0, 3)).toBe(category)
  expect(namesCondition(phrase)).toBe(true)
})

it.each(['trichoblastoma', 'cervical vertebritis', 'dacryocele'])('%s is a condition by its ending', phrase => {
  expect(namesCondition(phrase)).toBe(true)
})

it.each(['the diagnosis', 'a healthy lifestyle', 'naturopathy'])('%s is not a condition', phrase => {
  expect(namesCondition(phrase)).toBe(false)
})
