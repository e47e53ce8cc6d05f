import { expect } from 'vitest'
import { Rejected } from '../../../../document/index.ts'
import { LIMITS } from '../../../../pipeline/index.ts'
import { structureOf } from '../../../../pipeline/read/pdf/bytes.ts'
import { libraryReader } from '../../../../pipeline/read/pdf/load.ts'
import { readPlain } from '../../../../pipeline/read/pdf/read-plain.ts'
import type { ReadText } from '../../../../pipeline/read/read-text.ts'

/** Reads a file with the plain reader and with pdf.js, and expects the same; returns whether the file is plain. */
export async function readsAlike(bytes: Uint8Array): Promise<boolean> {
  const { files, pages } = structureOf(bytes)
  const input = { bytes, name: 'letter.pdf' }
  const read = files.length === 1 ? readPlain(input, LIMITS, pages) : null
  if (read === null) return false
  expect(read).toStrictEqual(await readByLibrary(bytes))
  return true
}

async function readByLibrary(bytes: Uint8Array): Promise<ReadText | string> {
  try {
    const { readFile } = await libraryReader()
    return await readFile({ bytes, name: 'letter.pdf' }, LIMITS, structureOf(bytes).pages)
  } catch (error) {
    if (error instanceof Rejected) return error.code
    throw error
  }
}
