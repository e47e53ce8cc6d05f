import type { Command } from 'commander'
import { readStatus, type Status } from '../../workers/index.ts'
import { duration } from '../progress.ts'

export const statusCommand = (command: Command): Command =>
  command.option('--json', 'the same for programs').action((dir: string, { json }: { json?: boolean }) => {
    const status = readStatus(dir)
    process.stdout.write(json ? `${JSON.stringify(status)}\n` : statusText(status))
  })

/** For people. */
export function statusText(status: Status): string {
  const { inputs, duplicates, total, done, partial, rejected, rejectionCodes, error } = status
  const lines = [
    `${status.state}${pace(status)}`,
    `  began ${status.began}, ${status.ended === null ? `last heard of ${status.updated}` : `ended ${status.ended}`}`,
    ...(error === null ? [] : [`  ${error}`]),
    inputs === null ? '  inputs are being listed' : `  ${inputs} inputs, ${duplicates} duplicates among them`,
    `  ${done} of ${total} done: ${done - rejected} gave records (${partial} partial), ${rejected} rejected`,
    ...Object.entries(rejectionCodes).map(([code, count]) => `    ${code}  ${count}`),
    `  ${total - done} left${REMEDY[status.state] ?? ''}`,
  ]
  return `${lines.join('\n')}\n`
}

const REMEDY: Partial<Record<Status['state'], string>> = {
  'cut off': '; the same ingest goes on from here',
  interrupted: '; the same ingest goes on from here',
  failed: '; mend what it says and run the same ingest again',
}

const pace = ({ state, perSecond, secondsLeft }: Status): string =>
  state === 'reading' && secondsLeft !== null
    ? `, ${perSecond.toFixed(1)} letters a second, ${duration(secondsLeft)} left`
    : ''
