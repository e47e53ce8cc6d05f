import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { CaseRecord, Rejection } from '../../document/index.ts'
import type { LetterSource } from '../letter.ts'
import { sources } from '../make.ts'
import { differences } from './differences.ts'
import { PRINTERS, type Printer } from './printers.ts'
import { missing } from './tools.ts'

/**
 * Prints the letters of the corpus with other programs, and compares their records with those of the corpus files:
 *
 *     npm run pages -- [--keep FOLDER] [--scans COUNT] [WORDS of a program's name]
 *
 * Values must be equal; places may differ. Prints a table, and exits with 1 if a letter with a text layer differs.
 * Scans take seconds per page, and the engine misreads some words, so only a few letters are scanned, and their
 * differences are merely shown. If a program is missing, it says how to install it.
 */
const { values, positionals } = parseArgs({
  options: { keep: { type: 'string' }, scans: { type: 'string', default: '8' } },
  allowPositionals: true,
})

const MAIN = join(import.meta.dirname, '..', '..', 'cli', 'main.ts')

/** The records of a folder's PDFs and texts by base name, and the results for the other files. */
interface Reading {
  readonly records: ReadonlyMap<string, CaseRecord>
  readonly codes: ReadonlyMap<string, string>
}

const baseName = (name: string): string => name.replace(/\.\w+$/, '')

function readAll(folder: string, options: readonly string[] = []): Reading {
  const args = ['--disable-warning=ExperimentalWarning', MAIN, 'extract', ...options, folder]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const lines = (text: string) => text.split('\n').filter(line => line.startsWith('{'))
  const records = lines(stdout).map((line): CaseRecord => JSON.parse(line))
  const rejections = lines(stderr).map((line): Rejection => JSON.parse(line))
  return {
    records: new Map(records.map(record => [baseName(record.source.name), record])),
    codes: new Map(rejections.map(({ source, code }) => [baseName(source.name), code])),
  }
}

/** The results for one program's letters. */
interface Row {
  readonly scans: boolean
  readonly letters: number
  readonly pages: number
  readonly same: number
  readonly different: readonly string[]
}

async function rowOf(printer: Printer, letters: readonly LetterSource[], own: Reading, root: string): Promise<Row> {
  const folder = join(root, printer.name.replace(/[^\w]+/g, '-'))
  mkdirSync(folder, { recursive: true })
  await printer.print(letters, folder)
  const { records, codes } = readAll(folder, [
    '--include',
    '*.pdf',
    '--exclude',
    '*/*',
    ...(printer.scans ? ['--ocr'] : []),
  ])
  const found = letters.map(({ name }): readonly string[] => {
    const record = records.get(name)
    return record ? differences(own.records.get(name)!, record) : [codes.get(name) ?? 'no record']
  })
  return {
    scans: printer.scans === true,
    letters: letters.length,
    pages: [...records.values()].reduce((sum, { source }) => sum + source.pages, 0),
    same: found.filter(fields => fields.length === 0).length,
    different: found.flatMap((fields, at) => (fields.length > 0 ? [`${letters[at]!.name}: ${fields.join(', ')}`] : [])),
  }
}

async function printAll(root: string): Promise<number> {
  const letters = await sources()
  const own = readAll(join(import.meta.dirname, '..', 'letters'))
  const printers = PRINTERS.filter(({ name }) =>
    positionals.every(word => name.toLowerCase().includes(word.toLowerCase())),
  )
  const install = missing(printers.flatMap(({ needs }) => needs))
  if (install !== null) say(`programs are missing, and left out: ${install}`)
  say(`${'program'.padEnd(28)}${['letters', 'pages', 'same', 'different'].map(cell).join('')}`)
  const rows: Row[] = []
  for (const printer of printers.filter(({ needs }) => missing(needs) === null)) {
    const row = await rowOf(printer, printer.scans ? letters.slice(0, Number(values.scans)) : letters, own, root)
    rows.push(row)
    say(`${printer.name.padEnd(28)}${[row.letters, row.pages, row.same, row.different.length].map(cell).join('')}`)
    for (const line of row.different) say(`    ${line}`)
  }
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0)
  say(
    `${'all'.padEnd(28)}${[sum(row => row.letters), sum(row => row.pages), sum(row => row.same), sum(row => row.different.length)].map(cell).join('')}`,
  )
  const isSame = rows.every(({ scans, different }) => scans || different.length === 0)
  return install === null && isSame && rows.length > 0 ? 0 : 1
}

const cell = (value: string | number): string => String(value).padStart(10)
const say = (line: string): boolean => process.stdout.write(`${line}\n`)

const root = values.keep ?? mkdtempSync(join(tmpdir(), 'imr-pages-'))
try {
  process.exitCode = await printAll(root)
} finally {
  if (values.keep === undefined) rmSync(root, { recursive: true, force: true })
}
