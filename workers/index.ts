/**
 * The room that knows disk, processes, Redis and BullMQ.
 *
 * - *input / entry*: a file as it was listed, or what stood in its place
 * - *ref*: a letter by hash, path and name; all that a queue ever holds of it
 * - *outcome*: the record or rejection in which an input ends
 * - *store*: the outcomes on disk, the truth of a run
 * - *slot*: a child process in which letters are read under a limit of time and memory
 * - *batch / flight*: letters that make one job / such a batch on its way through the queue
 */
export { speakOfDisk } from './disk.ts'
export { type IngestOptions, type IngestResult, ingest, type Runner } from './ingest.ts'
export { type Entry, listInputs, look, readInput, UsageError } from './inputs.ts'
export { linesIn, readLines } from './lines.ts'
export type { Fields, Log } from './log.ts'
export { type Origin, type Outcome, rejectionOf } from './outcome.ts'
export { below, bytesOf, type Process } from './processes.ts'
export type { Progress } from './progress.ts'
export { draftIn, sweep, syncFolder } from './publish.ts'
export { demandRecognizer } from './recognizer.ts'
export { runWorker, type WorkOptions } from './run-worker.ts'
export { bringToEnd } from './single.ts'
export { openSlot, type Slot } from './slot.ts'
export { OCR_PIPELINE, type Stages } from './stages.ts'
export { isRunning, readStatus, type Status } from './status.ts'
export type { Summary } from './summary.ts'
