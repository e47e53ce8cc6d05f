import { MAX_BYTES, Rejected } from '../../document/index.ts'

/** A file that was found, or something in its place that cannot be a letter. */
export interface InputEntry {
  /** Absolute path; of a member of an archive its path in there follows, as in `/data/2016.zip!/march/a.pdf`. */
  readonly path: string
  /** Base name. */
  readonly name: string
  /** Path below the folder that was asked for, with `/`; the base name of a file asked for by itself. */
  readonly relative: string
  /** Size as listed, or null where there are no bytes to read. */
  readonly bytes: number | null
  /** The bytes, where they cannot be read again: a member of an archive, a pipe. */
  readonly content?: Uint8Array
  readonly problem?: Rejected
}

/** Why files were passed over; none of them counts as an input. */
export type SkipReason = 'hidden' | 'results' | 'excluded'

/** Wrong use of the command: nothing was read or written. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Why a file of this size is no letter, if it is none. */
export function problemOfSize(bytes: number): Rejected | undefined {
  if (bytes > MAX_BYTES) return new Rejected('E_TOO_LARGE', 'list')
  return bytes === 0 ? new Rejected('E_EMPTY', 'list') : undefined
}
