import type { Command } from 'commander'
import { type RejectionCode, rejection } from '../../document/index.ts'
import { ingest, OCR_PIPELINE } from '../../workers/index.ts'
import { onInterrupt } from '../interrupt.ts'
import { openLog } from '../log.ts'
import { namesIn, port, share, wholeNumber } from '../option-values.ts'
import { type PathOptions, pathsOf, withPathOptions } from '../paths.ts'
import { progressLine, SILENT_LINE } from '../progress.ts'
import { report } from '../report.ts'

interface Options extends PathOptions {
  out: string
  redis?: string
  durable?: boolean
  queue: boolean
  workers?: number
  retry?: RejectionCode[]
  board?: number | true
  metrics?: number
  log?: string
  ocr?: boolean
  prune?: boolean
  maxRejections?: number
  quiet?: boolean
  verbose?: boolean
  json?: boolean
}

/** `imr ingest`: reads many letters into a results folder. */
export const ingestCommand = (command: Command): Command =>
  withPathOptions(command)
    .requiredOption(
      '--out <dir>',
      'folder, or s3:// URL, for records.ndjson, rejections.ndjson, inputs.ndjson and summary.json',
    )
    .option('--redis <url>', 'use this Redis server (default: $REDIS_URL, or else a private one if installed)')
    .option('--durable', 'require the given Redis server to keep an append-only file')
    .option('--no-queue', 'use a pool of processes on this machine even if a Redis server could be started')
    .option(
      '--workers <n>',
      'number of letters read at the same time (default: one per core, with one core left free)',
      wholeNumber,
    )
    .option('--retry <codes>', 'retry letters that were rejected with these codes, such as E_TIMEOUT,E_MEMORY', codes)
    .option('--prune', 'remove inputs of earlier runs that this one does not name')
    .option(
      '--max-rejections <share>',
      'stop when more than this share is rejected (default: when the first 200 are)',
      share,
    )
    .option('--ocr', 'also read scans')
    .option('--board [port]', 'show the queues on a local web page', port)
    .option('--metrics <port>', 'serve metrics for Prometheus on this machine', port)
    .option('--log <file>', 'append a structured log to this file; - is stderr')
    .option('--quiet', 'print only errors')
    .option('--verbose', 'print each rejection and each step, too')
    .option('--json', 'print the result of the run as JSON on stdout')
    .action(run)

async function run(paths: string[], options: Options): Promise<void> {
  const { out, redis, durable, queue, workers, retry, board, metrics, ocr, prune, maxRejections } = options
  const line = options.quiet ? SILENT_LINE : progressLine(process.stderr)
  const log = await openLog({ file: options.log, say: line.log, verbose: options.verbose ?? false })
  const interrupt = onInterrupt(line.log)
  try {
    const result = await ingest({
      inputs: options.filesFrom === undefined ? paths : pathsOf(paths, options),
      include: options.include,
      exclude: options.exclude,
      prune,
      maxRejections,
      out,
      redisUrl: queue ? (redis ?? process.env.REDIS_URL) : undefined,
      durable,
      queue,
      workers,
      retry,
      stages: ocr ? OCR_PIPELINE : undefined,
      boardPort: board === true ? 0 : board,
      metricsPort: metrics,
      signal: interrupt.signal,
      onProgress: line.show,
      log,
    })
    line.end()
    if (!options.quiet) process.stderr.write(report(result, out))
    if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`)
    if (result.summary.rejections > 0) process.exitCode = 3
  } catch (error) {
    if (!interrupt.signal.aborted) throw error
    line.end()
    process.stderr.write('interrupted; run the same command again to continue\n')
    process.exitCode = interrupt.exitCode()
  } finally {
    line.end()
  }
}

const codes = (value: string, earlier: readonly RejectionCode[] = []): RejectionCode[] => [
  ...earlier,
  ...namesIn(value, rejection.shape.code.options, 'code'),
]
