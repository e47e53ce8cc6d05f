import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { below } from '../workers/index.ts'
import { ended, imr, inFolder, print, residentMegabytes } from './command.ts'
import { writeLetters } from './letters.ts'

/**
 * Watches the memory and the rate of a long ingest, in one run:
 *
 *     npm run soak -- --letters 20000
 *
 * Memory may grow by at most 64 MB from the 1,000th letter to the end, in every kind of process; the last tenth of the
 * letters must reach at least 95 % of the rate of the first tenth.
 */
const { values } = parseArgs({ options: { letters: { type: 'string', default: '20000' } } })
const letters = Number(values.letters)
const EARLY = 1000
const ALLOWED_MB = 64
const LEAST_RATE = 0.95
const KINDS = { worker: 'worker-main', child: 'stage-main', redis: 'redis-server' } as const

interface Sample {
  readonly at: number
  readonly done: number
  /** MB, the largest process of each kind. */
  readonly memory: Readonly<Record<string, number>>
}

await inFolder(async root => {
  writeLetters(join(root, 'letters'), letters)
  const out = join(root, 'out')
  const child = imr(['ingest', join(root, 'letters'), '--out', out])
  const samples: Sample[] = []
  let over = false
  const end = ended(child).finally(() => {
    over = true
  })
  while (!over) {
    const done = doneIn(out)
    if (done > 0 && done !== samples.at(-1)?.done)
      samples.push({ at: performance.now(), done, memory: memoryOf(child.pid!) })
    await Promise.race([end, sleep(250)])
  }
  const { code, said } = await end
  if (code !== 3) throw new Error(`the ingest ended with ${code}: ${said}`)
  judge(samples)
})

function doneIn(out: string): number {
  try {
    const status = JSON.parse(readFileSync(join(out, '.imr', 'status.json'), 'utf8'))
    return status.state === 'reading' ? status.done : 0
  } catch {
    return 0
  }
}

function memoryOf(command: number): Record<string, number> {
  const found = below(command)
  const largest = (word: string) =>
    Math.max(0, ...found.filter(one => one.command.includes(word)).map(one => residentMegabytes(one.pid)))
  const others = Object.entries(KINDS).map(([kind, word]) => [kind, largest(word)])
  return { command: residentMegabytes(command), ...Object.fromEntries(others) }
}

function judge(samples: readonly Sample[]): void {
  print(`${letters} letters in ${((samples.at(-1)!.at - samples[0]!.at) / 1000).toFixed(0)} s`)
  let good = true
  for (const kind of ['command', ...Object.keys(KINDS)]) {
    const early = around(samples, EARLY, kind)
    const late = around(samples, letters, kind)
    good &&= late - early <= ALLOWED_MB
    print(`${kind.padEnd(8)} ${early.toFixed(0)} MB after ${EARLY} letters, ${late.toFixed(0)} MB at the end`)
  }
  const ratio = rate(samples, 0.9, 1) / rate(samples, 0, 0.1)
  print(`rate of the last tenth / of the first: ${ratio.toFixed(3)}`)
  if (!good || ratio < LEAST_RATE) process.exitCode = 1
}

/** Median of the samples nearest to a count: a single one may precede or follow a garbage collection. */
function around(samples: readonly Sample[], done: number, kind: string): number {
  const near = [...samples].sort((a, b) => Math.abs(a.done - done) - Math.abs(b.done - done)).slice(0, 15)
  const sorted = near.map(({ memory }) => memory[kind] ?? 0).sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** Letters per second between two points of the run, from the first finished letter on. */
function rate(samples: readonly Sample[], from: number, to: number): number {
  const first = samples[0]!.done
  const at = (part: number) => samples.find(({ done }) => done >= first + part * (letters - first)) ?? samples.at(-1)!
  const [a, b] = [at(from), at(to)]
  return (b.done - a.done) / ((b.at - a.at) / 1000)
}
