import { Command } from 'commander'
import { runWorker, UsageError } from '../workers/index.ts'
import { wholeNumber } from './ingest.ts'

export const workCommand = (): Command =>
  new Command('work')
    .description('join the workers of a Redis server, until interrupted; inputs and results lie in shared folders')
    .option('--redis <url>', 'the server (default: $REDIS_URL)')
    .option('--workers <n>', 'letters read at a time (default: one a core, at most 2)', wholeNumber)
    .action(work)

async function work({ redis, workers }: { redis?: string; workers?: number }): Promise<void> {
  const url = redis ?? process.env.REDIS_URL
  if (!url) throw new UsageError('imr work needs --redis URL or REDIS_URL')
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  process.stderr.write('working; an interrupt ends it after the letters in hand\n')
  const log = (line: string) => process.stderr.write(`${line}\n`)
  await runWorker({ url, signal: stop.signal, log, ...(workers && { workers }) })
}
