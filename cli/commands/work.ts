import type { Command } from 'commander'
import { OCR_PIPELINE, runWorker, UsageError } from '../../workers/index.ts'
import { onInterrupt } from '../interrupt.ts'
import { openLog } from '../log.ts'
import { wholeNumber } from './ingest.ts'

interface Options {
  redis?: string
  durable?: boolean
  workers?: number
  log?: string
  ocr?: boolean
}

export const workCommand = (command: Command): Command =>
  command
    .option('--redis <url>', 'the server (default: $REDIS_URL)')
    .option('--durable', 'refuse a Redis server that keeps no append-only file')
    .option('--workers <n>', 'letters read at a time (default: one a core, one core left free)', wholeNumber)
    .option('--ocr', 'work on the runs that read scans too, and on no others')
    .option('--log <file>', 'add a structured log to this file; - is stderr')
    .action(work)

async function work({ redis, durable = false, workers, ocr, log: file }: Options): Promise<void> {
  const url = redis ?? process.env.REDIS_URL
  if (!url) throw new UsageError('imr work needs --redis URL or REDIS_URL')
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  const { signal } = onInterrupt(say)
  const log = await openLog({ file, say })
  say('working; an interrupt ends it after the letters in hand')
  await runWorker({ url, durable, signal, log, ...(workers && { workers }), ...(ocr && { stages: OCR_PIPELINE }) })
}
