import type { Command } from 'commander'

/** What follows the options in the help of a command: examples, exit codes, environment. */

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  extract: [
    'imr extract letter.pdf',
    'imr extract letters/ > records.ndjson',
    'imr extract --ocr scans/ 2> rejected.txt',
  ],
  text: ['imr text letter.pdf', 'imr text letter.pdf | cut -c 1-80'],
  ingest: [
    'imr ingest letters/ --out results',
    "find . -name '*.pdf' -print0 | imr ingest --files-from - -0 --out results",
    'imr ingest 2016.zip --out results --redis redis://host:6379 --log run.log',
    'imr ingest letters/ --out results --retry E_TIMEOUT',
    'imr ingest s3://letters/2016 --out s3://results/2016',
  ],
  work: ['imr work --redis redis://host:6379', 'REDIS_URL=redis://host:6379 imr work --workers 8'],
  status: ['imr status results', 'imr status results --watch', 'imr status results --json'],
  export: [
    'imr export results --to imr-dataset',
    'imr export results --to imr-dataset --formats parquet,sqlite --partition year',
    'imr export results --to this-month --since last-month',
  ],
  index: ['imr index results'],
  view: ['imr view results', 'imr view results --port 0'],
  page: ['imr page letter.pdf -o letter.html'],
  show: ['imr show letter.pdf /worker/age', 'imr show CM16-9000003 /diagnoses/0 --in results'],
  corrections: [
    'imr corrections results --gold gold',
    'imr corrections results --to-label-studio tasks',
    'imr corrections results --from-label-studio export.json',
  ],
  evaluate: ['imr evaluate', 'imr evaluate --gold gold --letters letters --by-letter', 'imr evaluate --before HEAD~3'],
  complete: ['source <(imr complete bash)', 'imr complete fish > ~/.config/fish/completions/imr.fish'],
}

type Row = readonly [name: string, meaning: string]

const ALWAYS: readonly Row[] = [
  ['0', 'success'],
  ['1', 'a fault, named on stderr'],
  ['2', 'wrong usage'],
]
const SOME_REJECTED: Row = ['3', 'some inputs were rejected']
const REJECTED: Row = ['3', 'the input was rejected']
const INTERRUPTED: Row = ['130, 143', 'interrupted by SIGINT or SIGTERM']

const CODES: Readonly<Record<string, readonly Row[]>> = {
  extract: [...ALWAYS, SOME_REJECTED],
  text: [...ALWAYS, REJECTED],
  page: [...ALWAYS, REJECTED],
  show: [...ALWAYS, REJECTED],
  ingest: [...ALWAYS, SOME_REJECTED, INTERRUPTED],
  export: [...ALWAYS, INTERRUPTED],
  index: [...ALWAYS, INTERRUPTED],
}

const CACHE: Row = ['XDG_CACHE_HOME', 'where compiled modules are kept (default: ~/.cache)']
const REDIS: Row = ['REDIS_URL', 'the Redis server, if --redis does not name one']

const BUCKET: readonly Row[] = [
  ['AWS_ENDPOINT_URL', 'the server of s3:// URLs, if it is not Amazon'],
  ['AWS_REGION', 'its region'],
  ['AWS_ACCESS_KEY_ID', 'the access key; a profile or a role does as well, as for the tools of AWS'],
  ['AWS_SECRET_ACCESS_KEY', 'the secret that belongs to it'],
]

const VARIABLES: Readonly<Record<string, readonly Row[]>> = {
  extract: [...BUCKET, CACHE],
  ingest: [REDIS, ...BUCKET, CACHE],
  work: [REDIS, ...BUCKET, CACHE],
}

/** A titled part of a help text. */
export interface HelpPart {
  readonly title: string
  readonly rows: readonly Row[]
}

/** Examples have no second part. `null` stands for the program as a whole. */
export function helpParts(name: string | null): readonly HelpPart[] {
  const examples =
    name === null ? ['imr extract letter.pdf', 'imr ingest letters/ --out results', 'imr view results'] : EXAMPLES[name]
  return [
    { title: 'Examples', rows: (examples ?? []).map((line): Row => [line, '']) },
    { title: 'Exit codes', rows: name === null ? [...ALWAYS, SOME_REJECTED, INTERRUPTED] : (CODES[name] ?? ALWAYS) },
    { title: 'Environment', rows: name === null ? [REDIS, CACHE] : (VARIABLES[name] ?? [CACHE]) },
  ]
}

/** The same as text behind the help of a command, as wide as that. */
export function helpBehind(command: Command, name: string | null): string {
  const help = command.createHelp()
  help.prepareContext({ helpWidth: command.configureOutput().getOutHelpWidth?.() || WIDTH })
  return helpParts(name)
    .map(({ title, rows }) => {
      const width = Math.max(...rows.map(([left]) => left.length))
      const lines = rows.map(([left, right]) =>
        right === '' ? `  ${left}` : help.formatItem(left, width, right, help),
      )
      return `\n${title}:\n${lines.join('\n')}`
    })
    .join('\n')
}

/** Where the terminal does not say how wide it is. */
const WIDTH = 80
