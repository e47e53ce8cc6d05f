import { type Command, CommanderError } from 'commander'
import type { Rejected } from '../document/index.ts'
import { answerOf, COMPLETE } from './help/completion.ts'
import { offersFor } from './help/offers.ts'
import { programWith } from './program.ts'

/** Exit codes: 0, every input became a record; 1, a fault; 2, wrong usage; 3, some inputs were rejected. */
async function main(): Promise<void> {
  try {
    const typed = process.argv.slice(2)
    const program = await programWith(command => typed.includes(command))
    const [name, mark, ...words] = typed
    if (name === COMPLETE && mark === '--') return void process.stdout.write(answerOf(offersFor(program, words)))
    await program.parseAsync(withoutHelp(typed, program), { from: 'user' })
  } catch (error) {
    process.exitCode = await exitCodeOf(error)
  }
}

/** Help on an unknown command would be that of the whole program: without the wish for help, it is an error. */
function withoutHelp(typed: readonly string[], { commands }: Command): readonly string[] {
  const [name = '', ...rest] = typed[0] === 'help' ? typed.slice(1) : typed
  const isKnown = ['', 'help'].includes(name) || name.startsWith('-') || commands.some(one => one.name() === name)
  return isKnown ? typed : [name, ...rest.filter(one => one !== '-h' && one !== '--help')]
}

async function exitCodeOf(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const { messageOf } = await import('../disk/index.ts')
  const { name, message } =
    error instanceof Error ? { name: error.name, message: messageOf(error) } : { name: '', message: String(error) }
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
