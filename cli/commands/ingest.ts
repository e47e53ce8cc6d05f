import { type Command, InvalidArgumentError } from 'commander'
import { type RejectionCode, rejection } from '../../document/index.ts'
import { ingest, OCR_PIPELINE } from '../../workers/index.ts'
import { onInterrupt } from '../interrupt.ts'
import { openLog } from '../log.ts'
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
  json?: boolean
}

export const ingestCommand = (command: Command): Command =>
  withPathOptions(command)
    .requiredOption('--out <dir>', 'folder for records.ndjson, rejections.ndjson and summary.json')
    .option('--redis <url>', 'run on this Redis server (default: $REDIS_URL, else a private one where installed)')
    .option('--durable', 'refuse a given Redis server that keeps no append-only file')
    .option('--no-queue', 'run on a pool in this machine even where a Redis server could be started')
    .option('--workers <n>', 'letters read at a time (default: one a core, one core left free)', wholeNumber)
    .option('--retry <codes>', 'try letters again that were rejected with these codes, as in E_TIMEOUT,E_MEMORY', codes)
    .option('--prune', 'leave out inputs of earlier runs that this one does not name')
    .option(
      '--max-rejections <share>',
      'stop when more than this share is rejected (default: when the first 200 are)',
      share,
    )
    .option('--ocr', 'read scans too')
    .option('--board [port]', 'show the queues on a page of this machine', port)
    .option('--metrics <port>', 'serve figures for Prometheus on this machine', port)
    .option('--log <file>', 'add a structured log to this file; - is stderr')
    .option('--quiet', 'say nothing but errors')
    .option('--json', 'print what the run came to as JSON on stdout')
    .action(run)

async function run(paths: string[], options: Options): Promise<void> {
  const { out, redis, durable, queue, workers, retry, board, metrics, ocr, prune, maxRejections } = options
  const line = options.quiet ? SILENT_LINE : progressLine(process.stderr)
  const log = await openLog({ file: options.log, say: line.log })
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
      noRedis: !queue,
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
    process.stderr.write('interrupted; the same command goes on from here\n')
    process.exitCode = interrupt.exitCode()
  } finally {
    line.end()
  }
}

function codes(value: string, earlier: RejectionCode[] = []): RejectionCode[] {
  const known: readonly string[] = rejection.shape.code.options
  const given = value.split(',').map(code => {
    if (!known.includes(code)) throw new InvalidArgumentError(`no such code: ${code}; there are ${known.join(', ')}`)
    return code as RejectionCode
  })
  return [...earlier, ...given]
}

function share(value: string): number {
  const number = Number(value)
  if (!(number >= 0 && number <= 1)) throw new InvalidArgumentError('not a share between 0 and 1')
  return number
}

export function port(value: string): number {
  const number = wholeNumber(value)
  if (number > 65_535) throw new InvalidArgumentError('not a port: they end at 65535')
  return number
}

export function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('not a whole number')
  return number
}
