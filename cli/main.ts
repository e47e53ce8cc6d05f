import { CommanderError } from 'commander'
import type { Rejected } from '../document/index.ts'
import { COMPLETE, programWith, SHELLS } from './program.ts'

/** Exit codes: 0, every input became a record; 1, a fault; 2, wrong usage; 3, some inputs were rejected. */
async function main(): Promise<void> {
  try {
    const [, , name, shell = ''] = process.argv
    const completes = name === COMPLETE && ['--', ...SHELLS].includes(shell)
    const program = await programWith(command => completes || process.argv.includes(command), { completes })
    if (completes) (await import('@bomb.sh/tab/commander')).default(program)
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
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') process.stderr.write(`imr: cannot write to stdout (${code})\n`)
  process.exit(code === 'EPIPE' ? 0 : 1)
})

await main()
