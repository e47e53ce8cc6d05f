import { beforeAll, describe, expect, it } from 'vitest'
import { corpusFiles } from '../bench/mutations/corpus.ts'
import { type Counts, mutations } from '../bench/mutations/mutations.ts'
import { BYTE_MUTATIONS } from '../bench/mutations/pdf.ts'
import { TEXT_MUTATIONS } from '../bench/mutations/text.ts'

/** What no reader of the letter can notice, or not always: `docs/limits.md` says why. */
const UNNOTICED = [
  'outcome: changed to the opposite',
  'item: removed',
  'item: an item of another letter appended',
  'rationale: cut after a sentence, not the last',
  'closing: not negated',
  'head: the day of a date missing',
  'a line missing',
  'two lines swapped',
]

/** The whole is `npm run mutations`. */
describe('damaged letters of the corpus', () => {
  let counts: Counts
  beforeAll(async () => {
    const files = (await corpusFiles()).filter((_, at) => at % 3 === 0)
    counts = await mutations(files, { each: 1, seed: 1 })
  }, 120_000)

  const kinds = [...BYTE_MUTATIONS, ...TEXT_MUTATIONS].map(({ name }) => name)

  it.each(kinds.filter(kind => !UNNOTICED.includes(kind)))('are never silently wrong: %s', kind => {
    expect(counts.get(kind)?.silent ?? 0).toBe(0)
  })

  it('come to harm', () => {
    const noticed = [...counts.values()].reduce((sum, row) => sum + row.noticed, 0)
    expect(noticed).toBeGreaterThan(150)
  })

  it.each(UNNOTICED)('are a kind of damage that is drawn: %s', kind => {
    expect(kinds).toContain(kind)
  })
})
