import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { SectionedDocument, SourceDocument } from '../document/index.ts'
import { allExtractors } from '../extractors/index.ts'
import { annotate, normalize, readLetter, segment } from '../pipeline/index.ts'

/**
 * CPU milliseconds per letter for each stage, on PDF and on text, in one process and one run:
 *
 *     npm run bench -- --letters FOLDER --rounds 5
 *
 * Every stage runs over all letters before the next one; the result is the median round, the first being warm-up.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: join(import.meta.dirname, '..', 'corpus', 'letters') },
    rounds: { type: 'string', default: '5' },
  },
})
const rounds = Number(values.rounds)
const pdfs = readdirSync(values.letters)
  .filter(name => name.endsWith('.pdf'))
  .map(name => ({ name, bytes: new Uint8Array(readFileSync(join(values.letters, name))) }))

const fromPdf: SourceDocument[] = []
for (const pdf of pdfs) fromPdf.push(await readLetter(pdf))
const texts = fromPdf.map(({ name, text }) => ({
  name: name.replace(/pdf$/, 'txt'),
  bytes: new TextEncoder().encode(text),
}))
const fromText: SourceDocument[] = []
for (const text of texts) fromText.push(await readLetter(text))

const characters = Math.round(fromPdf.reduce((sum, source) => sum + source.text.length, 0) / pdfs.length)
print(`${pdfs.length} letters, ${characters} characters on average, ${rounds} rounds, Node ${process.version}`)
print(`${'CPU ms a letter'.padEnd(34)}${'PDF'.padStart(9)}${'text'.padStart(9)}${'PDF/text'.padStart(10)}`)

const totals = [0, 0]
await row('reading', [() => all(pdfs, readLetter), () => all(texts, readLetter)], false)
await row(
  'segmenting',
  bySource(sources => all(sources, segment)),
)
const sectioned = [fromPdf.map(source => segment(source)[0]!), fromText.map(source => segment(source)[0]!)] as const
for (const extractor of allExtractors.ofCase) {
  const run = (document: SectionedDocument) => {
    const section = document.sections.find(({ kind }) => kind === extractor.reads)
    if (section) extractor.extract(document.folded.text.slice(section.body.start, section.body.end))
  }
  await row(`extractor ${extractor.name}`, [() => all(sectioned[0], run), () => all(sectioned[1], run)])
}
for (const extractor of allExtractors.ofItem) {
  const run = ({ items, folded }: SectionedDocument) => {
    for (const item of items) {
      const part = item[extractor.reads]
      if (part) extractor.extract(folded.text.slice(part.start, part.end))
    }
  }
  await row(`item extractor ${extractor.name}`, [() => all(sectioned[0], run), () => all(sectioned[1], run)])
}
const annotated = [sectioned[0].map(letter => annotate(letter)), sectioned[1].map(letter => annotate(letter))] as const
await row('normalizing and checking', [() => all(annotated[0], normalize), () => all(annotated[1], normalize)])
const records = [annotated[0].map(normalize), annotated[1].map(normalize)] as const
await row('writing JSON', [() => all(records[0], JSON.stringify), () => all(records[1], JSON.stringify)])
print(line('everything but reading', totals[0]!, totals[1]!))

function bySource(run: (sources: readonly SourceDocument[]) => unknown): [() => unknown, () => unknown] {
  return [() => run(fromPdf), () => run(fromText)]
}

async function all<T>(inputs: readonly T[], run: (input: T) => unknown): Promise<void> {
  for (const input of inputs) await run(input)
}

async function row(name: string, [pdf, text]: readonly [() => unknown, () => unknown], counts = true): Promise<void> {
  const cost = [await cpu(pdf), await cpu(text)] as const
  if (counts) for (const at of [0, 1] as const) totals[at] = totals[at]! + cost[at]
  print(line(name, cost[0], cost[1]))
}

/** Median CPU milliseconds per letter. */
async function cpu(run: () => unknown): Promise<number> {
  const costs: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const before = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(before)
    if (round > 0) costs.push((user + system) / 1000 / pdfs.length)
  }
  return costs.sort((a, b) => a - b)[costs.length >> 1]!
}

function line(name: string, pdf: number, text: number): string {
  const ratio = text > 0 ? (pdf / text).toFixed(2) : '-'
  return `${name.padEnd(34)}${pdf.toFixed(3).padStart(9)}${text.toFixed(3).padStart(9)}${ratio.padStart(10)}`
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
