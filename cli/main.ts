import { type Command, CommanderError, program } from 'commander'
import packageFile from '../package.json' with { type: 'json' }

interface Loader {
  readonly description: string
  readonly arguments?: Readonly<Record<string, string>>
  /** Adds the options of a command, and what it does. */
  readonly load: () => Promise<(command: Command) => Command>
}

/** Only commands that the command line names are loaded: each takes much along that the others do without. */
const COMMANDS: Readonly<Record<string, Loader>> = {
  extract: {
    description: 'read letters and print one case record a line; rejections go to stderr',
    arguments: {
      '[path...]': 'letters (PDF or text), folders or archives (zip, tar, tgz) of them; - is standard input',
    },
    load: async () => (await import('./commands/extract.ts')).extractCommand,
  },
  text: {
    description: 'print the canonical text of one letter, in which offsets of evidence count',
    arguments: { '<file>': 'PDF or text file' },
    load: async () => (await import('./commands/text.ts')).textCommand,
  },
  ingest: {
    description: 'read any number of letters through the queue, resumable, into a folder of results',
    arguments: {
      '[path...]': 'letters (PDF or text), folders or archives (zip, tar, tgz) of them; - is standard input',
    },
    load: async () => (await import('./commands/ingest.ts')).ingestCommand,
  },
  work: {
    description: 'join the workers of a Redis server, until interrupted; inputs and results lie in shared folders',
    load: async () => (await import('./commands/work.ts')).workCommand,
  },
  status: {
    description: 'tell where the last ingest into a folder stands, while it runs or after',
    arguments: { '<dir>': 'the folder that was given as --out' },
    load: async () => (await import('./commands/status.ts')).statusCommand,
  },
  export: {
    description: 'write a published dataset from the folder of an ingest: tables, whole records, descriptors, report',
    arguments: { '<dir>': 'the folder that was given to ingest as --out' },
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  index: {
    description: 'write imr.sqlite into the folder of an ingest: its tables and a search over them',
    arguments: { '<dir>': 'the folder that was given to ingest as --out' },
    load: async () => (await import('./commands/search-index.ts')).indexCommand,
  },
  view: {
    description: 'search the decisions of a run, look at letters, check values and correct them, in a browser',
    arguments: { '<dir>': 'the folder that was given to ingest as --out' },
    load: async () => (await import('./commands/view.ts')).viewCommand,
  },
  page: {
    description: 'write one letter with its values as one HTML file, to mail or attach',
    arguments: { '<file>': 'PDF or text file' },
    load: async () => (await import('./commands/page.ts')).pageCommand,
  },
  show: {
    description: 'print a value of a case with its line in the letter',
    arguments: { '<case>': 'a case number, or a letter', '[pointer]': 'JSON Pointer into the record: /diagnoses/0' },
    load: async () => (await import('./commands/show.ts')).showCommand,
  },
  corrections: {
    description: 'make gold of what people corrected with imr view, or exchange it with Label Studio',
    arguments: { '<dir>': 'the folder that was given to ingest as --out' },
    load: async () => (await import('./commands/corrections.ts')).correctionsCommand,
  },
  evaluate: {
    description: 'score the records of letters against gold of the same base name',
    load: async () => (await import('./commands/evaluate.ts')).evaluateCommand,
  },
}

/** 0: every input became a record; 2: wrong usage; 3: some inputs were rejected; 1: a fault. */
async function main(): Promise<void> {
  program
    .name(packageFile.name)
    .description("Case records from California's independent medical review letters")
    .version(packageFile.version)
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
  try {
    await addCommands()
    await program.parseAsync()
  } catch (error) {
    process.exitCode = exitCodeOf(error)
  }
}

async function addCommands(): Promise<void> {
  for (const [name, { description, arguments: args = {}, load }] of Object.entries(COMMANDS)) {
    const command = program.command(name).description(description)
    for (const [argument, meaning] of Object.entries(args)) command.argument(argument, meaning)
    if (process.argv.includes(name)) (await load())(command)
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  process.stderr.write(`imr: ${message}\n`)
  return name === 'UsageError' ? 2 : 1
}

// A reader that has seen enough ("imr extract … | head") is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

await main()
