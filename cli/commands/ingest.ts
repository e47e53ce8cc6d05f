import { type Command, InvalidArgumentError } from 'commander'
import { type RejectionCode, rejection } from '../../document/index.ts'
import { ingest, OCR_PIPELINE } from '../../workers/index.ts'
import { onInterrupt } from '../interrupt.ts'
import { openLog } from '../log.ts'
import { progressLine } from '../progress.ts'
import { report } from '../report.ts'

interface Options {
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
}

export const ingestCommand = (command: Command): Command =>
  command
    .requiredOption('--out <dir>', 'folder for records.ndjson, rejections.ndjson and summary.json')
    .option('--redis <url>', 'run on this Redis server (default: $REDIS_URL, else a private one where installed)')
    .option('--durable', 'refuse a given Redis server that keeps no append-only file')
    .option('--no-queue', 'run on a pool in this machine even where a Redis server could be started')
    .option('--workers <n>', 'letters read at a time (default: one a core, at most 2)', wholeNumber)
    .option('--retry <code...>', 'try letters again that were rejected with these codes', codes)
    .option('--ocr', 'read scans too')
    .option('--board [port]', 'show the queues on a page of this machine', wholeNumber)
    .option('--metrics <port>', 'serve figures for Prometheus on this machine', wholeNumber)
    .option('--log <file>', 'add a structured log to this file; - is stderr')
    .action(run)

async function run(paths: string[], options: Options): Promise<void> {
  const { out, redis, durable, queue, workers, retry, board, metrics, ocr } = options
  const line = progressLine(process.stderr)
  const log = await openLog({ file: options.log, say: line.log })
  const interrupt = onInterrupt(line.log)
  try {
    const result = await ingest({
      inputs: paths,
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
    process.stderr.write(report(result, out))
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

export function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('not a whole number')
  return number
}
