import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readLetter } from '../pipeline/index.ts'
import { type Cost, costOf, imrCommand, inFolder, median, print } from './command.ts'
import { copyLetters } from './letters.ts'

/**
 * From PDF to record, compared with programs that only read the text, and with less than that, on the same letters in
 * one run:
 *
 *     npm run bench:readers -- --letters FOLDER --copies 4 --rounds 5 --also 'other reader=node read.mjs'
 *
 * Each round runs every command once. `--also` names further readers; the folder of letters becomes their last argument.
 * What starts a process for each letter is marked so. Debian has `pdftotext` in poppler-utils, and `qpdf`.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: join(import.meta.dirname, '..', 'corpus', 'letters') },
    copies: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '5' },
    also: { type: 'string', multiple: true, default: [] },
  },
})
/** All others are compared with it. */
const BASE = 'pdftotext -layout *'

await inFolder(async root => {
  const [letters, texts] = [join(root, 'letters'), join(root, 'texts')]
  const count = copyLetters(values.letters, letters, Number(values.copies))
  await writeTexts(letters, texts)
  const once = (command: string) => ['bash', '-c', `for f in "$0"/*; do ${command} || true; done`, letters]
  const commands = new Map<string, readonly string[]>([
    [BASE, once('pdftotext -layout "$f" - ')],
    ['qpdf, decrypts and inflates *', once('qpdf --decrypt --stream-data=uncompress "$f" -')],
    ['imr extract', imrCommand(['extract', letters])],
    ['imr extract, of text', imrCommand(['extract', texts])],
    ...values.also.map(also => readerOf(also, letters)),
  ])
  const costs = new Map([...commands.keys()].map(name => [name, [] as Cost[]]))
  for (let round = 1; round <= Number(values.rounds); round++)
    for (const [name, command] of commands) costs.get(name)!.push(await costOf(command, join(root, 'output')))
  const base = middle(costs.get(BASE)!) / count
  print(`${count} letters, ${values.rounds} rounds, Node ${process.version}; * starts a process for each letter`)
  print(`${'CPU ms a letter'.padEnd(34)}${['median', 'least', 'most', 'ratio', 'MB'].map(cell).join('')}`)
  for (const [name, taken] of costs) print(row(name, taken, count, base))
})

/** The canonical text of every letter. */
async function writeTexts(letters: string, target: string): Promise<void> {
  mkdirSync(target)
  for (const name of readdirSync(letters)) {
    const { text } = await readLetter({ bytes: readFileSync(join(letters, name)), name })
    // Copies of a letter have the same text, and the same file is read once only.
    writeFileSync(join(target, name.replace(/pdf$/, 'txt')), `${text}${' '.repeat(1 + Number(name.split('-')[0]))}`)
  }
}

function readerOf(also: string, letters: string): [name: string, command: string[]] {
  const at = also.indexOf('=')
  return [also.slice(0, at), [...also.slice(at + 1).split(' '), letters]]
}

function middle(costs: readonly Cost[]): number {
  return median(costs.map(({ cpuMilliseconds }) => cpuMilliseconds))
}

function row(name: string, costs: readonly Cost[], count: number, base: number): string {
  const each = costs.map(({ cpuMilliseconds }) => cpuMilliseconds / count)
  const peak = Math.max(...costs.map(({ peakMegabytes }) => peakMegabytes))
  const cells = [median(each).toFixed(2), Math.min(...each).toFixed(2), Math.max(...each).toFixed(2)]
  return `${name.padEnd(34)}${[...cells, (median(each) / base).toFixed(2), peak.toFixed(0)].map(cell).join('')}`
}

function cell(text: string): string {
  return text.padStart(9)
}
