import { UsageError } from '../workers/index.ts'

/** Why a dataset could not be written; nothing was put in place. */
export type ExportCode =
  /** The folder holds no results of an ingest. */
  | 'E_NO_INGEST'
  /** An ingest into the folder is in progress. */
  | 'E_INGEST_RUNNING'
  /** The results are torn, or do not match their summary. */
  | 'E_INGEST_BROKEN'
  /** The target is something other than a dataset of this program. */
  | 'E_TARGET'
  /** The earlier dataset that was named is not one. */
  | 'E_SINCE'

/** Thrown if a dataset cannot be written; `code` says why. */
export class ExportError extends UsageError {
  readonly code: ExportCode

  constructor(code: ExportCode, reason: string) {
    super(`${code}: ${reason}`)
    this.code = code
  }
}
