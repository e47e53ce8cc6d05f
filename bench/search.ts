import { statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { indexRun } from '../dataset/index.ts'
import { startView } from '../viewer/index.ts'
import { inFolder, print } from './command.ts'
import { writeGeneratedRun } from './generated.ts'

/**
 * Size and time of a search index, and how long `imr view` takes to answer:
 *
 *     npm run bench:search -- --records 100000
 *
 * The records are assembled from sentences, items and diagnoses of the corpus. Each query is repeated, and the medians
 * are reported: time, CPU, and the ratio to the CPU of an empty request. The limits are on CPU, since time on a busy
 * machine depends on other processes.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: join(import.meta.dirname, '..', 'corpus', 'letters') },
    records: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '7' },
  },
})
const count = Number(values.records)
const ALLOWED_MS = 100

const QUESTIONS = {
  'rare words': 'q=platelet',
  'a few words': 'q=lumbar+radiculopathy+epidural',
  'words of the item': 'q=epidural&in=item',
  'a phrase': 'q=%22epidural+steroid+injection%22',
  'a common word': 'q=pain',
  'the beginning of a word': 'q=acupunct*',
  'a word and a facet': 'q=therapy&f.decision=overturned',
  'two facets, newest first': 'f.category=Pharmaceuticals&f.decision=overturned&sort=newest',
  everything: '',
  'everything, most doubtful first': 'sort=doubtful',
} as const

await inFolder(async root => {
  const folder = join(root, 'ingest')
  await writeGeneratedRun(folder, count, values.letters)
  const [before, began] = [process.cpuUsage(), performance.now()]
  const { path } = await indexRun({ from: folder })
  const { user, system } = process.cpuUsage(before)
  const seconds = (performance.now() - began) / 1000
  const kilobytes = statSync(path).size / 1000 / count
  print(
    `${count} records: ${((user + system) / 1000 / count).toFixed(2)} ms of CPU and ${kilobytes.toFixed(1)} kB each`,
  )
  print(
    `${seconds.toFixed(0)} s in all; two million: ${((kilobytes * 2e6) / 1e6).toFixed(0)} GB, ${(((seconds / count) * 2e6) / 60).toFixed(0)} min`,
  )
  await askAll(folder)
})

async function askAll(folder: string): Promise<void> {
  const opening = performance.now()
  const { url, close } = await startView({ folder, port: 0 })
  await fetch(`${url}/api/search?`).then(response => response.text())
  print(`open: ${((performance.now() - opening) / 1000).toFixed(1)} s`)
  const nothing = await medianOf(`${url}/icon.svg`)
  const medians: number[] = []
  for (const [name, query] of Object.entries(QUESTIONS)) {
    const median = await medianOf(`${url}/api/search?${query}`)
    medians.push(median.cpu)
    print(
      `${name.padEnd(34)}${median.wall.toFixed(0).padStart(5)} ms, CPU ${median.cpu.toFixed(0).padStart(4)} ms${(median.cpu / nothing.cpu).toFixed(0).padStart(6)} times a request for nothing`,
    )
  }
  const all = medians.sort((a, b) => a - b)[Math.floor(medians.length / 2)]!
  print(`${'median of all'.padEnd(34)}CPU ${all.toFixed(0).padStart(4)} ms`)
  if (all > ALLOWED_MS) process.exitCode = 1
  await close()
}

/** Milliseconds; the CPU is that of the whole process, client and server. */
async function medianOf(url: string): Promise<{ readonly wall: number; readonly cpu: number }> {
  const [wall, cpu]: [number[], number[]] = [[], []]
  for (let round = 0; round < Number(values.rounds); round++) {
    const [before, began] = [process.cpuUsage(), performance.now()]
    await fetch(url).then(response => response.text())
    const { user, system } = process.cpuUsage(before)
    wall.push(performance.now() - began)
    cpu.push((user + system) / 1000)
  }
  return { wall: middle(wall), cpu: middle(cpu) }
}

function middle(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}
