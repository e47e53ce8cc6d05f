import { createHash } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { checkedReader, type Read } from '../../../../pipeline/read/pdf/self-check.ts'
import type { ReadText } from '../../../../pipeline/read/read-text.ts'

const saying = (text: string): ReadText => ({ text, pages: [], runs: [] })

/** Files whose hash puts them into the sample, or not. */
const files = (sampled: boolean): Uint8Array[] =>
  Array.from({ length: 2000 }, (_, at) => Buffer.from(`file ${at}`)).filter(
    bytes => (createHash('sha256').update(bytes).digest()[3] === 0) === sampled,
  )
const [SAMPLED] = files(true)
const [FIRST, SECOND, THIRD] = files(false)

/** Reads a file that is plain, and says by which of the readers: here they differ. */
const by = async (read: Read, bytes: Uint8Array, library: () => Promise<ReadText>): Promise<string> =>
  (await read(bytes, { plain: () => saying('plain'), library })).text

it('files that are not plain are read by pdf.js, and count for nothing', async () => {
  const warn = vi.fn()
  const read = checkedReader(warn)
  for (const bytes of [FIRST, SECOND, THIRD])
    expect(await read(bytes!, { plain: () => null, library: async () => saying('library') })).toEqual(saying('library'))
  expect(warn).not.toHaveBeenCalled()
})

it('the second plain file and a sample by hash are read twice', async () => {
  const warn = vi.fn()
  const library = vi.fn(async () => saying('plain'))
  const read = checkedReader(warn)
  const counts = []
  for (const bytes of [FIRST, SECOND, THIRD, SAMPLED, FIRST]) {
    expect(await by(read, bytes!, library)).toBe('plain')
    counts.push(library.mock.calls.length)
  }
  expect(counts).toEqual([0, 1, 1, 2, 2])
  expect(warn).not.toHaveBeenCalled()
})

it('if the two differ, pdf.js reads that file and all others', async () => {
  const warn = vi.fn()
  const read = checkedReader(warn)
  const library = async () => saying('library')
  expect(await by(read, FIRST!, library)).toBe('plain')
  for (const bytes of [SECOND, THIRD, FIRST]) expect(await by(read, bytes!, library)).toBe('library')
  expect(warn).toHaveBeenCalledTimes(1)
})

it('if only pdf.js refuses a file, it is refused', async () => {
  const warn = vi.fn()
  const read = checkedReader(warn)
  const refusal = new Error('refused')
  await expect(by(read, SAMPLED!, () => Promise.reject(refusal))).rejects.toBe(refusal)
  expect(warn).toHaveBeenCalledTimes(1)
})
