/**
 * Runs the pipeline over many files: the only room that deals with processes, Redis and BullMQ.
 *
 * - *input*, *entry*: a file as it was listed, or an error in its place
 * - *bucket*: objects in S3-compatible storage, named by URLs such as `s3://bucket/prefix`
 * - *ref*: a letter by hash, path and name; the queue holds nothing else of it
 * - *outcome*: the records or the rejection in which an input ends
 * - *store*: the outcomes on disk, the truth of a run
 * - *batch*: letters that make one job
 * - *sandbox*: a long-lived child process in which letters are read under limits of time and memory
 * - *producer*: puts batches into the queue and follows them until the store has their outcomes
 * - *supervisor*: keeps worker processes running
 * - *processor*: what a worker does with a batch; one for each stage
 */
import type { Recognizer } from '../pipeline/index.ts'
import type { IngestOptions, IngestResult } from './ingest/options.ts'
import type { WorkOptions } from './queue/run-worker.ts'

/** Loaded on the first call, since it brings in BullMQ. See `ingest/`. */
export const ingest = async (options: IngestOptions): Promise<IngestResult> =>
  (await import('./ingest/ingest.ts')).ingest(options)

/** Likewise, since it brings in the pipeline. See `sandbox/recognizer.ts`. */
export const demandRecognizer = async (): Promise<Recognizer> =>
  (await import('./sandbox/recognizer.ts')).demandRecognizer()

/** Likewise. See `queue/run-worker.ts`. */
export const runWorker = async (options: WorkOptions): Promise<void> =>
  (await import('./queue/run-worker.ts')).runWorker(options)

export type { IngestOptions, IngestResult, Runner } from './ingest/options.ts'
export { type InputEntry, type SkipReason, UsageError } from './inputs/entry.ts'
export { demandInputs, demandLetter, findInputs, foundAt, inputsAt, STDIN } from './inputs/find.ts'
export { typedPath } from './inputs/paths.ts'
export { inspect, readInput } from './inputs/read.ts'
export type { FindOptions } from './inputs/wanted.ts'
export { type AddRoutes, type LocalServer, serveLocally } from './monitoring/local-server.ts'
export type { Fields, Log } from './monitoring/log.ts'
export type { Progress, RejectedInput } from './monitoring/progress.ts'
export { isRunning, readStatus, type Status } from './monitoring/status.ts'
export type { WorkOptions } from './queue/run-worker.ts'
export { chapterOf } from './results/guideline-chapters.ts'
export { type InputLine, listedLetters } from './results/input-line.ts'
export type { Summary } from './results/summary.ts'
export { processOne } from './sandbox/process-one.ts'
export { below, bytesOf, type Process } from './sandbox/process-tree.ts'
export { openSandbox, type Sandbox } from './sandbox/sandbox.ts'
export { OCR_PIPELINE, type Stages } from './sandbox/stages.ts'
export { type Origin, type Outcome, rejectionOf } from './store/outcome.ts'
export { keptText, stateFolder } from './store/store.ts'
