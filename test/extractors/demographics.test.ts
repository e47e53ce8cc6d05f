import { expect, it } from 'vitest'
import { demographics } from '../../extractors/demographics.ts'

const ageIn = (text: string): unknown => {
  const [draft] = [demographics.extract(text, [])]
  return (draft as { worker: { age: { value: number } | null } }).worker.age?.value ?? null
}

it.each([
  ['The injured worker is a 41 year old female.', 41],
  ['This case involves a now 43-year-old male.', 43],
  ['A 61 y/o woman was hurt.', 61],
  ['A male, age 34, was hurt.', 34],
  ['This case involves a now 8-year-old male.', null],
  ['She was hurt in a 2 year old accident.', null],
])('%s', (text, age) => {
  expect(ageIn(text)).toBe(age)
})
