import { beforeAll, describe, expect, it } from 'vitest'
import { corpusFiles } from '../bench/mutations/corpus.ts'
import { type Counts, mutations } from '../bench/mutations/mutations.ts'
import { BYTE_MUTATIONS } from '../bench/mutations/pdf.ts'
import { TEXT_MUTATIONS } from '../bench/mutations/text.ts'

/** What no reader of the letter can tell, or not always: `docs/limits.md` says why. */
const UNTOLD = [
  'outcome: the contrary',
  'item: removed',
  'item: another letter’s last behind it',
  'rationale: cut behind a sentence, not the last',
  'closing: not negated',
  'head: a day lost',
  'a line lost',
  'two lines the wrong way round',
]

/** The whole is `npm run mutations`. */
describe('damaged letters of the corpus', () => {
  let counts: Counts
  beforeAll(async () => {
    const files = (await corpusFiles()).filter((_, at) => at % 3 === 0)
    counts = await mutations(files, { each: 1, seed: 1 })
  }, 120_000)

  const kinds = [...BYTE_MUTATIONS, ...TEXT_MUTATIONS].map(({ name }) => name)

  it.each(kinds.filter(kind => !UNTOLD.includes(kind)))('are never silently wrong: %s', kind => {
    expect(counts.get(kind)?.silent ?? 0).toBe(0)
  })

  it('come to harm', () => {
    const told = [...counts.values()].reduce((sum, row) => sum + row.told, 0)
    expect(told).toBeGreaterThan(150)
  })

  it.each(UNTOLD)('are a kind of damage that is drawn: %s', kind => {
    expect(kinds).toContain(kind)
  })
})
