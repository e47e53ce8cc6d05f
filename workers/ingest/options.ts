import type { RejectionCode } from '../../document/index.ts'
import type { ListingCounts } from '../inputs/listing.ts'
import type { Log } from '../monitoring/log.ts'
import type { Progress } from '../monitoring/progress.ts'
import type { Summary } from '../results/summary.ts'

/** What to ingest, and how. */
export interface IngestOptions {
  /** Files, folders and archives; `-` is standard input. Added to those of earlier runs into `out`. */
  readonly inputs: readonly string[] | AsyncIterable<string>
  /** Globs of files in folders and archives to read or to skip. */
  readonly include?: readonly string[] | undefined
  readonly exclude?: readonly string[] | undefined
  /** Drops inputs of earlier runs that this one does not name. */
  readonly prune?: boolean | undefined
  /** Stops the run if a larger share of its inputs is rejected; by default, if the first 200 all are. */
  readonly maxRejections?: number | undefined
  /** Folder, or URL in a bucket, for the results and, under `.imr`, for the state that later runs build on. */
  readonly out: string
  /** Server for the queue; without it a private one is started if `redis-server` is installed. */
  readonly redisUrl?: string | undefined
  /** Refuses a server that has no append-only file. */
  readonly durable?: boolean | undefined
  /** Worker processes; 0 leaves all work to workers elsewhere, on a server that is given. */
  readonly workers?: number | undefined
  /** If false, a pool on this machine is used even if Redis is available. */
  readonly queue?: boolean | undefined
  /** Rejections with these codes are retried. */
  readonly retry?: readonly RejectionCode[] | undefined
  /** Local port for a board of the queues; 0 for any free one. */
  readonly boardPort?: number | undefined
  /** Local port for Prometheus. */
  readonly metricsPort?: number | undefined
  /** URL of the module with the stages. */
  readonly stages?: string | undefined
  /** Ends the run after the letters in hand; it then fails with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly log?: Log | undefined
}

/** How the letters were processed. */
export type Runner = 'redis' | 'private-redis' | 'pool' | 'none'

/** The result of a run. */
export interface IngestResult {
  readonly summary: Summary
  /** Distinct inputs whose outcome an earlier run left. */
  readonly reused: number
  readonly processed: number
  readonly skipped: ListingCounts['skipped']
  /** Inputs of earlier runs whose files are gone. */
  readonly gone: number
  readonly pruned: number
  /** `none` if there was nothing left to do. */
  readonly runner: Runner
  readonly seconds: number
}
