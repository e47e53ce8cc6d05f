import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Cost, costOf, imrCommand, inFolder, print } from './command.ts'
import { copyLetters } from './letters.ts'

/**
 * What a letter costs from PDF to dataset, by runner, number of workers and number of letters, in one run:
 *
 *     npm run bench:scale -- --letters FOLDER --copies 10 --more 200
 *
 * Rates are of the whole command, its start included. With `--more` so many copies are ingested, too, to see whether
 * the cost of a letter stays the same.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: join(import.meta.dirname, '..', 'corpus', 'letters') },
    copies: { type: 'string', default: '10' },
    more: { type: 'string', default: '0' },
  },
})

/** Flags of the runners. */
const RUNNERS = { queue: [], pool: ['--no-queue'] } as const

/** The two rates that others are compared with. */
interface Base {
  readonly cpu: number
  readonly rate: number
}

interface TimedCost extends Cost {
  readonly seconds: number
}

await inFolder(async root => {
  const letters = join(root, 'letters')
  const count = copyLetters(values.letters, letters, Number(values.copies))
  print(`${count} letters, Node ${process.version}`)
  print(`${''.padEnd(38)}${['CPU ms', 'ratio', 'letters/s', 'ratio', 'MB'].map(cell).join('')}`)
  const measure = (command: readonly string[]) => timed(imrCommand(command), join(root, 'output'))
  const extracted = await measure(['extract', letters])
  const base = { cpu: extracted.cpuMilliseconds / count, rate: count / extracted.seconds }
  print(row('extract', extracted, count, base))
  for (const [name, flags] of Object.entries(RUNNERS))
    for (const workers of ['1', '2']) {
      const out = join(root, `${name}-${workers}`)
      const args = ['ingest', letters, '--out', out, '--quiet', '--workers', workers, ...flags]
      print(row(`ingest, ${name}, ${plural(workers)}`, await measure(args), count, base))
    }
  const out = join(root, 'pool-1')
  forgetRecords(out)
  const again = ['ingest', letters, '--out', out, '--quiet', '--workers', '1', '--no-queue']
  print(row('extracted again from texts, 1 worker', await measure(again), count, base))
  print(row('export', await measure(['export', out, '--to', join(root, 'dataset')]), count, base))
  if (Number(values.more) > 0) await manyLetters(root, base)
})

async function manyLetters(root: string, base: Base): Promise<void> {
  const letters = join(root, 'many')
  const count = copyLetters(values.letters, letters, Number(values.more))
  const args = ['ingest', letters, '--out', join(root, 'many-results'), '--quiet', '--workers', '2']
  print(row(`ingest, queue, 2 workers, ${count}`, await timed(imrCommand(args), join(root, 'output')), count, base))
}

/** Removes what was extracted and keeps the texts, as a change of the rules does. */
function forgetRecords(out: string): void {
  for (const name of readdirSync(join(out, '.imr', 'outcomes')))
    rmSync(join(out, '.imr', 'outcomes', name), { recursive: true })
}

async function timed(command: readonly string[], output: string): Promise<TimedCost> {
  const began = performance.now()
  const cost = await costOf(command, output)
  return { ...cost, seconds: (performance.now() - began) / 1000 }
}

function row(name: string, { cpuMilliseconds, peakMegabytes, seconds }: TimedCost, count: number, base: Base): string {
  const [cpu, rate] = [cpuMilliseconds / count, count / seconds]
  const cells = [cpu.toFixed(2), (cpu / base.cpu).toFixed(2), rate.toFixed(1), (rate / base.rate).toFixed(2)]
  return `${name.padEnd(38)}${[...cells, peakMegabytes.toFixed(0)].map(cell).join('')}`
}

function cell(text: string): string {
  return text.padStart(11)
}

function plural(workers: string): string {
  return workers === '1' ? '1 worker' : `${workers} workers`
}
