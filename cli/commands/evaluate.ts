import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { type CaseRecord, Rejected } from '../../document/index.ts'
import {
  calibrationTable,
  changesText,
  compare,
  evaluate,
  type Gold,
  loadGold,
  missesOf,
  selectionTable,
  sheetOf,
  tableOf,
} from '../../evaluation/index.ts'
import { EXTRACTOR, extractRecord, type Recognizer, readLetter } from '../../pipeline/index.ts'
import { demandRecognizer, UsageError } from '../../workers/index.ts'
import { recordsOf } from '../records.ts'

const CORPUS = join(import.meta.dirname, '..', '..', 'corpus')

interface Options {
  gold: string
  letters: string
  byLetter: boolean
  json: boolean
  half?: 'odd' | 'even'
  before?: string
  after?: string
  ocr?: boolean
}

/** `imr evaluate`: scores records against gold. */
export const evaluateCommand = (command: Command): Command =>
  command
    .addOption(new Option('--gold <dir>', 'folder of gold files').default(join(CORPUS, 'gold'), 'the sample letters'))
    .addOption(
      new Option('--letters <dir>', 'folder of letters').default(join(CORPUS, 'letters'), 'the sample letters'),
    )
    .option('--by-letter', 'list the errors of each letter', false)
    .option('--json', 'print the scores as JSON', false)
    .addOption(new Option('--half <which>', 'only every second letter, sorted by name').choices(['odd', 'even']))
    .option('--ocr', 'also read scans')
    .option('--before <records>', 'compare with a file of records, the results of an ingest or a git revision instead')
    .option('--after <records>', 'the other side of the comparison (default: the current program)')
    .action(run)

async function run(options: Options): Promise<void> {
  if (options.after !== undefined && options.before === undefined) throw new UsageError('--after needs --before')
  const recognizer = options.ocr ? await demandRecognizer() : undefined
  try {
    if (options.before === undefined) await score(options, recognizer)
    else await comparison(options, options.before, recognizer)
  } finally {
    await recognizer?.close()
  }
}

async function score({ gold, letters, byLetter, json, half }: Options, recognizer?: Recognizer): Promise<void> {
  for (const folder of [gold, letters]) if (!existsSync(folder)) throw new UsageError(`no such folder: ${folder}`)
  const golds = halfOf(loadGold(gold), half)
  if (golds.size === 0) throw new UsageError(`no gold files in ${gold}`)
  const records = new Map<string, CaseRecord | null>()
  const texts = new Map<string, string>()
  for (const name of golds.keys()) {
    const read = await readOf(letters, name, recognizer)
    records.set(name, read?.record ?? null)
    if (read) texts.set(name, read.text)
  }
  const evaluation = evaluate(golds, records, texts)
  const figures = { extractor: EXTRACTOR, ...sheetOf(evaluation) }
  const tables = [tableOf(evaluation), calibrationTable(evaluation), selectionTable(evaluation)]
  if (byLetter) tables.unshift(missesOf(evaluation))
  process.stdout.write(`${json ? JSON.stringify(figures, null, 2) : tables.join('\n\n')}\n`)
}

/** With gold, changes are marked as better or worse; the comparison itself only needs records. */
async function comparison(
  { gold, letters, half, after }: Options,
  before: string,
  recognizer?: Recognizer,
): Promise<void> {
  const golds = existsSync(gold) ? halfOf(loadGold(gold), half) : new Map<string, Gold>()
  const earlier = recordsOf(before, letters)
  const later =
    after === undefined ? await recordsNow(letters, [...earlier.keys()], recognizer) : recordsOf(after, letters)
  const inHalf = (name: string) => half === undefined || golds.has(name)
  const only = (records: Map<string, CaseRecord>) => new Map([...records].filter(([name]) => inHalf(name)))
  process.stdout.write(`${changesText(compare(only(earlier), only(later), golds))}\n`)
}

async function recordsNow(
  letters: string,
  names: readonly string[],
  recognizer?: Recognizer,
): Promise<Map<string, CaseRecord>> {
  const records = new Map<string, CaseRecord>()
  for (const name of names) {
    const read = await readOf(letters, name, recognizer)
    if (read) records.set(name, read.record)
  }
  return records
}

const halfOf = (golds: Map<string, Gold>, half: Options['half']): Map<string, Gold> =>
  new Map([...golds].filter((_, at) => half === undefined || (half === 'odd') === (at % 2 === 0)))

/** A rejected letter counts as one in which nothing was found. */
async function readOf(
  folder: string,
  name: string,
  recognizer?: Recognizer,
): Promise<{ record: CaseRecord; text: string } | null> {
  const path = ['pdf', 'txt'].map(ending => join(folder, `${name}.${ending}`)).find(existsSync)
  if (!path) throw new UsageError(`no letter ${name}.pdf or ${name}.txt in ${folder}: name their folder with --letters`)
  try {
    const source = await readLetter({ bytes: await readFile(path), name: path.split('/').at(-1)!, recognizer })
    return { record: extractRecord(source), text: source.text }
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    process.stderr.write(`${name}: ${error.code} ${error.message}\n`)
    return null
  }
}
