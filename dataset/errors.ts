import { UsageError } from '../workers/index.ts'

/** Why a dataset could not be written, before anything of it was put in its place. */
export type ExportCode =
  /** The folder holds no results of an ingest. */
  | 'E_NO_INGEST'
  /** An ingest into the folder is going on. */
  | 'E_INGEST_RUNNING'
  /** The results are torn, or not what their summary says. */
  | 'E_INGEST_BROKEN'
  /** What stands at the target is no dataset of ours. */
  | 'E_TARGET'
  /** What was named as the earlier dataset is none. */
  | 'E_SINCE'

export class ExportError extends UsageError {
  readonly code: ExportCode

  constructor(code: ExportCode, reason: string) {
    super(`${code}: ${reason}`)
    this.code = code
  }
}
