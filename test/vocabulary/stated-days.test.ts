import { expect, test } from 'vitest'
import { statedDays } from '../../extractors/index.ts'
import stated from '../../vocabulary/wordings/stated-days.json' with { type: 'json' }

test.each(stated.wordings)('wording $id says what the date in its example is', ({ id, field, example }) => {
  const [, date] = /\{(.+)\}/.exec(example)!
  const text = example.replace(/[{}]/g, '')
  const [first] = statedDays(text)
  expect(first).toMatchObject({ field, rule: `prose/${id}` })
  expect(text.slice(first!.start, first!.end)).toBe(date)
})
