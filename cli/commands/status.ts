import { setTimeout } from 'node:timers/promises'
import type { Command } from 'commander'
import { counted, duration, plural } from '../../document/index.ts'
import { readStatus, type Status } from '../../workers/index.ts'

interface Options {
  json?: boolean
  watch?: boolean
}

/** `imr status`: prints the state of a run. */
export const statusCommand = (command: Command): Command =>
  command
    .option('--json', 'print JSON')
    .option('--watch', 'print it again each second until the ingest ends')
    .action(run)

const EACH_MS = 1000

async function run(folder: string, { json = false, watch = false }: Options): Promise<void> {
  const stream = process.stdout
  let lines = 0
  for (;;) {
    const status = readStatus(folder)
    const text = json ? `${JSON.stringify(status)}\n` : statusText(status)
    // On a terminal the text overwrites the previous one.
    if (stream.isTTY && lines > 0) stream.write(`\x1b[${lines}A\x1b[J`)
    stream.write(text)
    lines = text.split('\n').length - 1
    if (!watch || status.ended !== null || status.state === 'cut off') return
    await setTimeout(EACH_MS)
  }
}

/** The status as text for people. */
export function statusText(status: Status): string {
  const { inputs, duplicates, total, done, partial, rejected, rejectionCodes, error } = status
  const lines = [
    `${status.state}${pace(status)}`,
    `  started ${status.began}, ${status.ended === null ? `last update ${status.updated}` : `ended ${status.ended}`}`,
    ...(error === null ? [] : [`  ${error}`]),
    inputs === null
      ? '  inputs are being listed'
      : `  ${plural(inputs, 'input')}, including ${plural(duplicates, 'duplicate')}`,
    `  ${counted(done)} of ${counted(total)} done: ${counted(done - rejected)} with a record (${counted(partial)} partial), ${counted(rejected)} rejected`,
    ...Object.entries(rejectionCodes).map(([code, count]) => `    ${code}  ${counted(count)}`),
    `  ${counted(total - done)} left${REMEDY[status.state] ?? ''}`,
  ]
  return `${lines.join('\n')}\n`
}

const REMEDY: Partial<Record<Status['state'], string>> = {
  'cut off': '; run the same ingest again to continue',
  interrupted: '; run the same ingest again to continue',
  failed: '; fix the problem and run the same ingest again',
}

const pace = ({ state, perSecond, secondsLeft }: Status): string =>
  state === 'reading' && secondsLeft !== null
    ? `, ${perSecond.toFixed(1)} letters per second, ${duration(secondsLeft)} left`
    : ''
