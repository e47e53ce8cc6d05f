import type { Command } from 'commander'
import { OCR_PIPELINE, runWorker, UsageError } from '../../workers/index.ts'
import { onInterrupt } from '../interrupt.ts'
import { openLog } from '../log.ts'
import { wholeNumber } from '../option-values.ts'

interface Options {
  redis?: string
  durable?: boolean
  workers?: number
  log?: string
  ocr?: boolean
  verbose?: boolean
}

/** `imr work`: runs a worker on a server that is given. */
export const workCommand = (command: Command): Command =>
  command
    .option('--redis <url>', 'the Redis server (default: $REDIS_URL)')
    .option('--durable', 'require the Redis server to keep an append-only file')
    .option(
      '--workers <n>',
      'number of letters read at the same time (default: one per core, with one core left free)',
      wholeNumber,
    )
    .option('--ocr', 'work only for ingests with --ocr')
    .option('--log <file>', 'append a structured log to this file; - is stderr')
    .option('--verbose', 'print each finished job, too')
    .action(work)

async function work({ redis, durable = false, workers, ocr, verbose = false, log: file }: Options): Promise<void> {
  const url = redis ?? process.env.REDIS_URL
  if (!url) throw new UsageError('imr work needs --redis URL or REDIS_URL')
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  const { signal } = onInterrupt(say)
  const log = await openLog({ file, say, verbose })
  const onReady = () => say('working; an interrupt stops it when the current letters are done')
  const stages = ocr ? { stages: OCR_PIPELINE } : {}
  await runWorker({ url, durable, signal, log, onReady, ...(workers && { workers }), ...stages })
}
