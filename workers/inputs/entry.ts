import { MAX_BYTES, Rejected } from '../../document/index.ts'

/** A file that was found, or an error in its place. */
export interface InputEntry {
  /** Absolute path, or the URL of an object; for a member of an archive as in `/data/2016.zip!/march/a.pdf`. */
  readonly path: string
  /** Base name. */
  readonly name: string
  /** Path relative to the folder that was named, with `/`; the base name if the file itself was named. */
  readonly relative: string
  /** Size as listed; null if there are no bytes to read. */
  readonly bytes: number | null
  /** The bytes, if they cannot be read again: a member of an archive, a pipe. */
  readonly content?: Uint8Array
  /** Reads the bytes, if they have been asked for already. */
  readonly read?: () => Promise<Uint8Array>
  readonly problem?: Rejected
}

/** Why files were skipped; they do not count as inputs. */
export type SkipReason = 'hidden' | 'results' | 'excluded'

/** Wrong use of the command: nothing was read or written. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Why a file of this size cannot be a letter, if so. */
export function problemOfSize(bytes: number): Rejected | undefined {
  if (bytes > MAX_BYTES) return new Rejected('E_TOO_LARGE', 'list')
  return bytes === 0 ? new Rejected('E_EMPTY', 'list') : undefined
}
