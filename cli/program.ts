import { type Command, program } from 'commander'
import packageFile from '../package.json' with { type: 'json' }
import { folderHere } from './folder.ts'
import { COMPLETE, printScript, SHELLS } from './help/completion.ts'
import { helpBehind } from './help/help.ts'

interface Loader {
  readonly description: string
  readonly arguments?: Readonly<Record<string, string>>
  /** Adds the options of a command and its action. */
  readonly load: () => Promise<(command: Command) => Command>
}

/** Only the commands on the command line are loaded, since each brings in modules that the others do not need. */
const COMMANDS: Readonly<Record<string, Loader>> = {
  extract: {
    description:
      'read letters and print one case record per line; rejections and messages go to stderr. Letters are read in this process without ' +
      'limits on time and memory; use ingest for limits',
    arguments: {
      '[path...]':
        'letters (PDF or text), or folders, archives (zip, tar, tgz) or buckets (s3://…) of letters; - is standard input',
    },
    load: async () => (await import('./commands/extract.ts')).extractCommand,
  },
  text: {
    description: 'print the canonical text of a letter, to which the offsets in evidence refer',
    arguments: { '<file>': 'PDF or text file; - is standard input' },
    load: async () => (await import('./commands/text.ts')).textCommand,
  },
  ingest: {
    description: 'read any number of letters through the queue, resumable, into a folder or bucket of results',
    arguments: {
      '[path...]':
        'letters (PDF or text), or folders, archives (zip, tar, tgz) or buckets (s3://…) of letters; - is standard input',
    },
    load: async () => (await import('./commands/ingest.ts')).ingestCommand,
  },
  work: {
    description:
      'work for the ingests of a Redis server until interrupted; inputs and results must be in shared folders or buckets',
    load: async () => (await import('./commands/work.ts')).workCommand,
  },
  status: {
    description: 'show the progress of an ingest, or the result of the last one',
    arguments: { '<dir>': 'the --out folder of an ingest' },
    load: async () => (await import('./commands/status.ts')).statusCommand,
  },
  export: {
    description: 'write a dataset from the results of an ingest: tables, whole records, descriptors, report',
    arguments: { '<dir>': 'the --out folder of an ingest' },
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  index: {
    description: 'write imr.sqlite into the folder of an ingest: tables with full-text search',
    arguments: { '<dir>': 'the --out folder of an ingest' },
    load: async () => (await import('./commands/search-index.ts')).indexCommand,
  },
  view: {
    description: 'search decisions, read letters, and check and correct values in a browser',
    arguments: { '<dir>': 'the --out folder of an ingest' },
    load: async () => (await import('./commands/view.ts')).viewCommand,
  },
  page: {
    description: 'write a letter with its values as a single HTML file, to mail or attach',
    arguments: { '<file>': 'PDF or text file; - is standard input' },
    load: async () => (await import('./commands/page.ts')).pageCommand,
  },
  show: {
    description: 'print a value of a case and the line of the letter where it was found',
    arguments: {
      '<case>': 'a case number, or a letter; - is a letter on standard input',
      '[pointer]': 'JSON Pointer into the record: /diagnoses/0',
    },
    load: async () => (await import('./commands/show.ts')).showCommand,
  },
  corrections: {
    description: 'turn corrections made in imr view into gold, or exchange them with Label Studio',
    arguments: { '<dir>': 'the --out folder of an ingest' },
    load: async () => (await import('./commands/corrections.ts')).correctionsCommand,
  },
  evaluate: {
    description: 'score the records of letters against gold of the same base name',
    load: async () => (await import('./commands/evaluate.ts')).evaluateCommand,
  },
  [COMPLETE]: {
    description: 'print the script that lets a shell complete the commands and options of imr',
    arguments: { '<shell>': 'name of the shell' },
    load: async () => command => {
      command.registeredArguments[0]!.choices(SHELLS)
      return command.action((shell: (typeof SHELLS)[number]) => printScript(packageFile.name, shell))
    },
  },
}

/** What commander says about wrong usage, in the style of all other errors. */
const ownWords = (text: string): string =>
  text
    .replace(/^error: /, 'imr: ')
    .replace(/command-argument value ('.*') is invalid for argument '(.*?)'/s, '$1 is invalid as <$2>')

/** The command line with the commands for which `isWanted` holds; of the others only names and descriptions. */
export async function programWith(isWanted: (name: string) => boolean): Promise<Command> {
  program
    .name(packageFile.name)
    .description("Case records from California's independent medical review letters")
    .version(packageFile.version)
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
    .configureOutput({ outputError: (text, write) => write(ownWords(text)) })
    .addHelpText('after', ({ command }) => helpBehind(command, null))
  for (const [name, { description, arguments: args = {}, load }] of Object.entries(COMMANDS)) {
    const command = program
      .command(name)
      .description(description)
      .addHelpText('after', ({ command }) => helpBehind(command, name))
    for (const [argument, meaning] of Object.entries(args))
      if (argument === '<dir>') command.argument(argument, meaning, folderHere)
      else command.argument(argument, meaning)
    if (isWanted(name)) (await load())(command)
  }
  return program
}
