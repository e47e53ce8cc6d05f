import { CommanderError } from 'commander'
import type { Rejected } from '../document/index.ts'
import { programWith } from './program.ts'

const COMPLETE = 'complete'

/** Exit codes: 0, every input became a record; 1, a fault; 2, wrong usage; 3, some inputs were rejected. */
async function main(): Promise<void> {
  try {
    const isCompletion = process.argv[2] === COMPLETE
    const program = await programWith(name => isCompletion || process.argv.includes(name))
    if (isCompletion) (await import('@bomb.sh/tab/commander')).default(program)
    else
      program
        .command(`${COMPLETE} <shell>`)
        .description('print the completion script for zsh, bash, fish or powershell')
    await program.parseAsync()
  } catch (error) {
    process.exitCode = exitCodeOf(error)
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  const isRejection = name === 'Rejected'
  process.stderr.write(`imr: ${isRejection ? `${(error as Rejected).code}: ` : ''}${message}\n`)
  if (isRejection) return 3
  return name === 'UsageError' ? 2 : 1
}

// A reader that closes the pipe early ("imr extract … | head") is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

await main()
