import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { chances } from '../../../bench/mutations/chance.ts'
import type { CaseRecord, SourceDocument } from '../../../document/index.ts'
import { extractRecord, extractRecords, readLetter } from '../../../pipeline/index.ts'
import { evidenceFaults } from '../../evidence.ts'
import { sourceOf } from '../../letters.ts'
import { samples } from '../../samples.ts'
import { REWRITINGS } from './rewrite.ts'

const LETTERS = join(import.meta.dirname, '..', '..', '..', 'corpus', 'letters')

/** All of a record except which file it is from and where in it. */
function essence({ id: _, source, evidence, ...rest }: CaseRecord) {
  return {
    ...rest,
    form: source.form,
    rules: Object.entries(evidence).map(([pointer, [first]]) => [pointer, first?.rule]),
  }
}

const fromText = async (text: string): Promise<SourceDocument> =>
  readLetter({ bytes: new TextEncoder().encode(text), name: 'letter.txt' })

describe('a letter reads the same', () => {
  const letters: SourceDocument[] = []

  beforeAll(async () => {
    for (const name of readdirSync(LETTERS)) {
      const read = await readLetter({ bytes: readFileSync(join(LETTERS, name)), name }).catch(() => null)
      if (read) letters.push(sourceOf(read.text))
    }
  })

  it.each(Object.entries(REWRITINGS))('with %s', async (_how, rewriting) => {
    const letter = fc.integer({ min: 0, max: letters.length - 1 })
    await fc.assert(
      fc.asyncProperty(letter, fc.integer({ min: 40, max: 120 }), fc.nat(), async (at, width, seed) => {
        const source = await fromText(rewriting(letters[at]!, width, chances(seed)))
        const record = extractRecord(source)
        expect(essence(record)).toEqual(essence(extractRecord(letters[at]!)))
        expect(evidenceFaults(source, record)).toEqual([])
      }),
      samples(60),
    )
  })

  it.each([['\n\n'], ['\n'], ['\f']])('with another letter before or after it, joined by %j', between => {
    const letter = fc.integer({ min: 0, max: letters.length - 1 })
    fc.assert(
      fc.property(letter, letter, (one, other) => {
        // A letter that occurs twice in a file counts once.
        fc.pre(one !== other)
        const both = [letters[one]!, letters[other]!]
        const joined = sourceOf(both.map(({ text }) => text.trimEnd()).join(between))
        expect(extractRecords(joined).map(essence)).toEqual(both.map(each => essence(extractRecord(each))))
      }),
      samples(60),
    )
  })
})
