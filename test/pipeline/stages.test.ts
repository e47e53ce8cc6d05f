import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { disguised, odd } from '../../corpus/hostile/encodings.ts'
import { repairablePdf } from '../../corpus/hostile/must-succeed.ts'
import { words } from '../../corpus/hostile/names.ts'
import { otherDocuments } from '../../corpus/hostile/other-documents/index.ts'
import { letterParts, severalLetters } from '../../corpus/hostile/parts.ts'
import { type CaseRecord, Rejected } from '../../document/index.ts'
import { annotate, extractRecords, type LetterInput, normalize, readLetter, segment } from '../../pipeline/index.ts'

/** Through JSON and back, since a user may store what is passed between stages. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/** Each stage separately. */
async function byStages(input: LetterInput): Promise<CaseRecord[]> {
  const source = stored(await readLetter(input))
  return stored(segment(source)).map(letter => normalize(stored(annotate(letter))))
}

const atOnce = async (input: LetterInput): Promise<CaseRecord[]> => extractRecords(await readLetter(input))

async function endOf(records: Promise<CaseRecord[]>): Promise<string> {
  try {
    return JSON.stringify(await records)
  } catch (error) {
    if (error instanceof Rejected) return JSON.stringify([error.code, error.stage, error.message])
    throw error
  }
}

const ROOT = join(import.meta.dirname, '..', '..')
const FOLDERS = [
  ['corpus', join(ROOT, 'corpus', 'letters')],
  ['posted letters, where they are', join(ROOT, '..', 'shared', 'letters')],
].filter(([, folder]) => existsSync(folder!)) as [string, string][]

it('what is passed between stages is plain data', async () => {
  for (const name of readdirSync(FOLDERS[0]![1])) {
    const source = await readLetter({ name, bytes: new Uint8Array(readFileSync(join(FOLDERS[0]![1], name))) })
    expect(stored(source)).toEqual(source)
    for (const letter of segment(source)) {
      expect(stored(letter)).toEqual(letter)
      expect(stored(annotate(letter))).toEqual(annotate(letter))
    }
  }
})

describe('separate stages with stored data between them give the same records', () => {
  it.each(FOLDERS)('of %s', async (_name, folder) => {
    for (const name of readdirSync(folder)) {
      const input = { name, bytes: new Uint8Array(readFileSync(join(folder, name))) }
      expect(await endOf(byStages(input)), name).toBe(await endOf(atOnce(input)))
    }
  })

  it.each(
    [...otherDocuments, ...letterParts, ...severalLetters, ...disguised, ...odd, ...repairablePdf, ...words].filter(
      entry => entry.bytes && !entry.heavy,
    ),
  )('or the code of what it is: $name', async ({ file, bytes }) => {
    const input = { name: file, bytes: await bytes!() }
    expect(await endOf(byStages(input))).toBe(await endOf(atOnce(input)))
  })
})
