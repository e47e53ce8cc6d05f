import { Command, CommanderError } from 'commander'
import { EXTRACTOR } from '../pipeline/index.ts'
import { UsageError } from '../workers/index.ts'
import { evaluateCommand } from './commands/evaluate.ts'
import { exportCommand } from './commands/export.ts'
import { extractCommand } from './commands/extract.ts'
import { ingestCommand } from './commands/ingest.ts'
import { indexCommand } from './commands/search-index.ts'
import { statusCommand } from './commands/status.ts'
import { textCommand } from './commands/text.ts'
import { workCommand } from './commands/work.ts'

/** 0: every input became a record; 2: wrong usage; 3: some inputs were rejected; 1: a fault. */
async function main(): Promise<void> {
  const program = new Command()
    .name('imr')
    .description("Case records from California's independent medical review letters")
    .version(EXTRACTOR.version)
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
  for (const command of [
    extractCommand,
    textCommand,
    ingestCommand,
    workCommand,
    statusCommand,
    exportCommand,
    indexCommand,
    evaluateCommand,
  ])
    program.addCommand(command().exitOverride())
  try {
    await program.parseAsync()
  } catch (error) {
    process.exitCode = exitCodeOf(error)
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`imr: ${message}\n`)
  return error instanceof UsageError ? 2 : 1
}

// A reader that has seen enough ("imr extract … | head") is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

await main()
