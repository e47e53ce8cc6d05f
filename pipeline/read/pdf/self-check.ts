import { createHash } from 'node:crypto'
import type { ReadText } from '../read-text.ts'

/** The code of the warning that the two readers differ on a file. */
export const READERS_DIFFER = 'IMR_READERS_DIFFER'

/** The two ways to read one file: null if it is not plain. */
export interface TwoReaders {
  readonly plain: () => ReadText | null
  readonly library: () => Promise<ReadText>
}

/** Reads a file in one of the two ways. */
export type Read = (bytes: Uint8Array, readers: TwoReaders) => Promise<ReadText>

/** One file in so many is checked, by its hash, so that the same files are checked in each run. */
const SAMPLE = 256

/**
 * Reads plain files with the plain reader, and a sample of them with pdf.js, too: by hash, and the second file that a
 * process reads. (With the first, `imr extract` would load pdf.js for a single letter.) If the two ever differ, `warn`
 * is called, and pdf.js reads everything from then on, beginning with that file.
 */
export function checkedReader(warn: () => void): Read {
  let count = 0
  let isTrusted = true
  return async (bytes, { plain, library }) => {
    const read = isTrusted ? plain() : null
    if (read === null) return library()
    count++
    if (count !== 2 && !isSample(bytes)) return read
    const reference = await library().catch((error: unknown) => ({ error }))
    if (JSON.stringify(read) === JSON.stringify(reference)) return read
    isTrusted = false
    warn()
    if ('error' in reference) throw reference.error
    return reference
  }
}

const isSample = (bytes: Uint8Array): boolean =>
  createHash('sha256').update(bytes).digest().readUInt32BE() % SAMPLE === 0
