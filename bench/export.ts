import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { exportDataset, USUAL_FORMATS } from '../dataset/index.ts'
import { EXTRACTOR } from '../pipeline/index.ts'
import { inFolder, print } from './command.ts'
import { writeGeneratedRun } from './generated.ts'

/**
 * Memory and rate of an export, in one process and one run:
 *
 *     npm run bench:export -- --records 100000 --partition
 *
 * The records are made from sentences, items and diagnoses of the corpus. Resident memory is mostly uncollected garbage
 * and what the reader of letters left behind, so the live heap is measured too, after a collection. It may grow by at
 * most 64 MB from the first tenth of the records to the end.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: join(import.meta.dirname, '..', 'corpus', 'letters') },
    records: { type: 'string', default: '100000' },
    partition: { type: 'boolean', default: false },
  },
})
const count = Number(values.records)
const ALLOWED_MB = 64

interface Sample {
  readonly done: number
  readonly seconds: number
  readonly megabytes: number
  /** MB after a collection, if there was one. */
  readonly alive: number | undefined
}

await inFolder(async root => {
  const from = join(root, 'ingest')
  const bytes = await writeGeneratedRun(from, count, values.letters)
  print(
    `${count} records, ${(bytes / 1e6).toFixed(0)} MB${values.partition ? ', by year' : ''}, Node ${process.version}`,
  )
  const samples: Sample[] = []
  const began = performance.now()
  const sample = (done: number) => {
    const megabytes = process.memoryUsage.rss() / 2 ** 20
    const alive = done === Math.ceil(count / 10) || done === count ? aliveMegabytes() : undefined
    samples.push({ done, seconds: (performance.now() - began) / 1000, megabytes, alive })
  }
  const before = process.cpuUsage()
  const result = await exportDataset({
    from,
    to: join(root, 'dataset'),
    formats: USUAL_FORMATS,
    partition: values.partition ? 'year' : null,
    compression: 'zstd',
    keepIdentifiers: false,
    program: EXTRACTOR,
    onProgress: done => {
      if (done % Math.ceil(count / 1000) === 0 || done === Math.ceil(count / 10)) sample(done)
    },
  })
  if (samples.at(-1)?.done !== count) sample(count)
  const { user, system } = process.cpuUsage(before)
  print(
    `${result.files} files, ${(result.bytes / 1e6).toFixed(0)} MB, CPU ${((user + system) / 1000 / count).toFixed(2)} ms a record`,
  )
  judge(samples)
})

function judge(samples: readonly Sample[]): void {
  const [early, late] = [
    samples.filter(({ done }) => done <= 0.1 * count),
    samples.filter(({ done }) => done >= 0.9 * count),
  ]
  const [first, last, all] = [early, late, samples].map(rateOf)
  const [most, mostLate, mostOfAll] = [early, late, samples].map(mostOf)
  print(`${''.padEnd(24)}${['first tenth', 'last tenth', 'all'].map(name => name.padStart(12)).join('')}`)
  print(line('records a second', first!, last!, all!))
  print(line('MB resident at most', most!, mostLate!, mostOfAll!))
  const [alive, aliveAtEnd] = samples.flatMap(sample => sample.alive ?? [])
  print(line('MB alive at the end', alive!, aliveAtEnd!, aliveAtEnd!))
  if (aliveAtEnd! - alive! > ALLOWED_MB) process.exitCode = 1
}

function aliveMegabytes(): number {
  if (globalThis.gc === undefined) throw new Error('run it by npm, which lets it collect garbage')
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 2 ** 20
}

function mostOf(samples: readonly Sample[]): number {
  return Math.max(...samples.map(({ megabytes }) => megabytes))
}

function rateOf(samples: readonly Sample[]): number {
  const [from, to] = [samples[0]!, samples.at(-1)!]
  return (to.done - from.done) / (to.seconds - from.seconds)
}

function line(name: string, ...figures: number[]): string {
  return `${name.padEnd(24)}${figures.map(figure => figure.toFixed(0).padStart(12)).join('')}`
}
