import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { caseNumbersMeant, openIngest } from '../../dataset/index.ts'
import type { CaseRecord } from '../../document/index.ts'
import { extractRecords } from '../../pipeline/index.ts'
import { STDIN, UsageError } from '../../workers/index.ts'
import { folderHere } from '../folder.ts'
import { firstOf, letterAt } from '../letter.ts'

interface Options {
  in: string
  ocr?: boolean
}

/** `imr show`: prints a record with the lines of the letter from which its values were read. */
export const showCommand = (command: Command): Command =>
  command
    .option('--in <dir>', 'folder of the ingest to search for a case number', folderHere, 'imr-out')
    .option('--ocr', 'also read scans')
    .action(run)

interface Letter {
  readonly record: CaseRecord
  readonly text: string | undefined
}

async function run(name: string, pointer: string | undefined, options: Options): Promise<void> {
  const { record, text } = isPath(name) ? await letterIn(name, options) : await caseIn(options.in, name)
  const wanted = pointer?.replace(/\/$/, '').replace(/^(?=[^/])/, '/') ?? ''
  const found = Object.entries(record.evidence).filter(([at]) => at === wanted || at.startsWith(`${wanted}/`))
  const value = valueAt(record, wanted)
  if (value === undefined) throw new UsageError(`no such value in ${record.caseNumber ?? record.id}: ${pointer}`)
  if (found.length === 0)
    process.stdout.write(`${wanted} = ${JSON.stringify(value)}\n  not taken from the letter's words\n`)
  for (const [at, places] of found) {
    process.stdout.write(`${at} = ${JSON.stringify(valueAt(record, at))}\n`)
    for (const place of places) process.stdout.write(`  page ${place.page}, ${place.rule}${quoted(text, place)}\n`)
  }
}

/** A mistyped path is reported as a file that is not there, not as a case. */
const isPath = (name: string): boolean => name === STDIN || existsSync(name) || /[/\\]|\.(?:pdf|txt)$/i.test(name)

async function letterIn(path: string, options: Options): Promise<Letter> {
  const { source } = await letterAt(path, options)
  return { record: firstOf(extractRecords(source), path), text: source.text }
}

async function caseIn(folder: string, name: string): Promise<Letter> {
  if (!statSync(join(folder, 'records.ndjson'), { throwIfNoEntry: false }))
    throw new UsageError(`no letter ${name}, and no results in ${folder}: name their folder with --in`)
  const ingest = openIngest(folder)
  const numbers = caseNumbersMeant(name)
  for await (const record of ingest.records())
    if (record.id === name || (record.caseNumber !== null && numbers.includes(record.caseNumber)))
      return { record, text: ingest.textOf(record.id) }
  throw new UsageError(`no such case in ${folder}: ${name}`)
}

const [BOLD, PLAIN] = process.stdout.isTTY ? ['\u001B[1m', '\u001B[22m'] : ['[', ']']

/** The line of the letter that contains a value, with the value marked. */
function quoted(text: string | undefined, { start, end }: { start: number; end: number }): string {
  if (text === undefined) return ''
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end)
  const line = [
    printed(text.slice(from, start)),
    BOLD,
    printed(text.slice(start, end)),
    PLAIN,
    printed(text.slice(end, to < 0 ? undefined : to)),
  ]
  return `\n    ${line.join('').trim().replaceAll('\n', '\n    ')}`
}

/** A letter may contain control characters that a terminal would obey. */
const printed = (text: string): string => text.replace(/\p{Cc}/gu, character => (character === '\n' ? character : ' '))

function valueAt(root: unknown, pointer: string): unknown {
  let value = root
  for (const step of pointer.split('/').slice(1)) value = (value as Record<string, unknown> | null | undefined)?.[step]
  return value
}
