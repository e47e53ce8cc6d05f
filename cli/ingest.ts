import { Command, InvalidArgumentError } from 'commander'
import { ingest } from '../workers/index.ts'
import { progressLine } from './progress.ts'
import { report } from './report.ts'

interface Options {
  out: string
  redis?: string
  queue: boolean
  workers?: number
}

export const ingestCommand = (): Command =>
  new Command('ingest')
    .description('read any number of letters through the queue, resumable, into a folder of results')
    .argument('<path...>', 'PDF or text files, or folders of them')
    .requiredOption('--out <dir>', 'folder for records.ndjson, rejections.ndjson and summary.json')
    .option('--redis <url>', 'run on this Redis server (default: $REDIS_URL, else a private one where installed)')
    .option('--no-queue', 'run on a pool in this machine even where a Redis server could be started')
    .option('--workers <n>', 'letters read at a time (default: one a core, at most 2)', wholeNumber)
    .action(run)

async function run(paths: string[], { out, redis, queue, workers }: Options): Promise<void> {
  const line = progressLine(process.stderr)
  try {
    const result = await ingest({
      inputs: paths,
      out,
      redisUrl: queue ? (redis ?? process.env.REDIS_URL) : undefined,
      noRedis: !queue,
      workers,
      onProgress: line.show,
      log: line.log,
    })
    line.end()
    process.stderr.write(report(result, out))
    if (result.summary.rejections > 0) process.exitCode = 3
  } finally {
    line.end()
  }
}

export function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('not a whole number')
  return number
}
