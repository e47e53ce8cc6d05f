import type { Command } from 'commander'
import { readStatus, type Status } from '../../workers/index.ts'
import { duration } from '../progress.ts'

export const statusCommand = (command: Command): Command =>
  command.option('--json', 'print JSON').action((dir: string, { json }: { json?: boolean }) => {
    const status = readStatus(dir)
    process.stdout.write(json ? `${JSON.stringify(status)}\n` : statusText(status))
  })

/** The status as text for people. */
export function statusText(status: Status): string {
  const { inputs, duplicates, total, done, partial, rejected, rejectionCodes, error } = status
  const lines = [
    `${status.state}${pace(status)}`,
    `  started ${status.began}, ${status.ended === null ? `last update ${status.updated}` : `ended ${status.ended}`}`,
    ...(error === null ? [] : [`  ${error}`]),
    inputs === null ? '  inputs are being listed' : `  ${inputs} inputs, including ${duplicates} duplicates`,
    `  ${done} of ${total} done: ${done - rejected} gave records (${partial} partial), ${rejected} rejected`,
    ...Object.entries(rejectionCodes).map(([code, count]) => `    ${code}  ${count}`),
    `  ${total - done} left${REMEDY[status.state] ?? ''}`,
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
