import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import {
  addCorrection,
  fromLabelStudio,
  goldOf,
  LABEL_STUDIO_CONFIG,
  labelStudioExport,
  labelStudioTask,
  readCorrections,
} from '../../corrections/index.ts'
import { openIngest } from '../../dataset/index.ts'
import { plural } from '../../document/index.ts'
import { UsageError } from '../../workers/index.ts'
import { shellWord } from '../shell-word.ts'

interface Options {
  gold?: string
  toLabelStudio?: string
  fromLabelStudio?: string
}

/** `imr corrections`: lists, imports and exports the corrections of a run. */
export const correctionsCommand = (command: Command): Command =>
  command
    .option('--gold <dir>', 'write gold for every letter with a completely checked part, for imr evaluate --gold')
    .option('--to-label-studio <dir>', 'write tasks and the labelling interface for Label Studio')
    .option('--from-label-studio <file>', 'import a JSON export of Label Studio')
    .action(run)

async function run(folder: string, options: Options): Promise<void> {
  const { gold, toLabelStudio, fromLabelStudio: file } = options
  const wishes = [gold, toLabelStudio, file].filter(wish => wish !== undefined)
  if (wishes.length !== 1)
    throw new UsageError('specify exactly one of --gold, --to-label-studio and --from-label-studio')
  if (gold !== undefined) await writeGold(folder, gold)
  else if (toLabelStudio !== undefined) await writeTasks(folder, toLabelStudio)
  else await takeIn(folder, file!)
}

const print = (text: string): void => void process.stderr.write(`${text}\n`)

async function writeGold(folder: string, to: string): Promise<void> {
  const corrections = readCorrections(folder)
  const [written, left] = [new Set<string>(), new Set<string>()]
  for await (const record of openIngest(folder).records()) {
    const gold = goldOf(record, corrections.get(record.id) ?? [])
    if (gold === null) continue
    const name = record.source.name.replace(/\.\w+$/, '')
    if (written.has(name)) left.add(name)
    else {
      mkdirSync(to, { recursive: true })
      writeFileSync(join(to, `${name}.json`), `${JSON.stringify(gold, null, 1)}\n`)
    }
    written.add(name)
  }
  if (left.size > 0) print(`only the first of several letters of the same name is in the gold: ${[...left].join(', ')}`)
  print(
    written.size === 0
      ? 'no letter has a part that was checked completely: press “All correct” or “Mark letter as checked” in imr view'
      : `${to}: gold of ${plural(written.size, 'letter')}\nnext: imr evaluate --gold ${shellWord(to)} --letters FOLDER`,
  )
}

async function writeTasks(folder: string, to: string): Promise<void> {
  const ingest = openIngest(folder)
  mkdirSync(to, { recursive: true })
  const tasks: object[] = []
  for await (const record of ingest.records()) {
    const text = ingest.textOf(record.id)
    if (text !== undefined) tasks.push(labelStudioTask(record, text))
  }
  writeFileSync(join(to, 'tasks.json'), JSON.stringify(tasks, null, 1))
  writeFileSync(join(to, 'interface.xml'), LABEL_STUDIO_CONFIG)
  print(`${to}: ${plural(tasks.length, 'task')}`)
}

/** What is no JSON is undefined: the error of the parser would quote the file. */
function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Corrections that were imported before are not imported again. */
async function takeIn(folder: string, file: string): Promise<void> {
  if (!existsSync(file)) throw new UsageError(`no such file: ${file}`)
  const parsed = labelStudioExport.safeParse(jsonIn(file))
  if (!parsed.success) throw new UsageError(`${file} is not a JSON export of Label Studio`)
  const annotations = new Map(
    parsed.data.map(({ data, annotations }) => [data.id, annotations.findLast(one => one.was_cancelled !== true)]),
  )
  const known = new Set([...readCorrections(folder).values()].flat().map(({ id }) => id))
  const ingest = openIngest(folder)
  let [taken, skipped] = [0, 0]
  for await (const record of ingest.records()) {
    const [annotation, text] = [annotations.get(record.id), ingest.textOf(record.id)]
    if (!annotation || text === undefined) continue
    const words = fromLabelStudio(record, text, annotation)
    skipped += words.skipped
    for (const one of words.corrections.filter(({ id }) => !known.has(id))) {
      addCorrection(folder, one)
      taken++
    }
  }
  print(
    `${plural(taken, 'correction')} imported${skipped === 0 ? '' : `; ${plural(skipped, 'mark')} skipped: not enough for an entry`}`,
  )
}
