import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { below } from '../workers/index.ts'
import { cpuOf, ended, imr, inFolder, median, peakMegabytes, print } from './command.ts'

/**
 * Start-up cost: CPU of `imr --version` and of `imr extract` on one letter, measured alternately with bare Node in one
 * run, and the peak memory of a process that reads letters for a worker, compared with bare Node:
 *
 *     npm run bench:startup -- --letters FOLDER --rounds 9
 *
 * The first round fills the cache of compiled modules and does not count.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: join(import.meta.dirname, '..', 'corpus', 'letters') },
    rounds: { type: 'string', default: '9' },
  },
})
const rounds = Number(values.rounds)
const letters = readdirSync(values.letters).filter(name => name.endsWith('.pdf'))
const LAUNCHER = join(import.meta.dirname, '..', 'imr')
const BARE = 'node -e 0'
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  [BARE]: [process.execPath, '-e', '0'],
  'imr --version': [LAUNCHER, '--version'],
  'imr extract, one letter': [LAUNCHER, 'extract', join(values.letters, letters[0]!)],
}

await inFolder(async root => {
  const times = new Map(Object.keys(COMMANDS).map(name => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round++)
    for (const [name, command] of Object.entries(COMMANDS)) {
      const taken = await cpuOf(command, join(root, 'output'))
      if (round > 0) times.get(name)!.push(taken)
    }
  const bare = median(times.get(BARE)!)
  print(`CPU, median of ${rounds} rounds`)
  for (const [name, taken] of times)
    print(row(name, `${median(taken).toFixed(0)} ms`, median(taken) / bare, `${spread(taken)} ms`))

  const inputs = join(root, 'letters')
  mkdirSync(inputs)
  for (const name of letters) copyFileSync(join(values.letters, name), join(inputs, name))
  const alone = peakMegabytes(process.pid)
  const child = await peakOfChild(inputs, join(root, 'results'))
  print(`\npeak memory over ${letters.length} letters`)
  print(row('this process, which reads none', `${alone.toFixed(0)} MB`, 1))
  print(row("a worker's child", `${child.toFixed(0)} MB`, child / alone))
})

/** Peak memory of the process that reads the letters of an ingest with one worker. */
async function peakOfChild(inputs: string, out: string): Promise<number> {
  const command = imr(['ingest', inputs, '--out', out, '--workers', '1', '--no-queue'])
  let peak = 0
  let over = false
  const end = ended(command).finally(() => {
    over = true
  })
  while (!over) {
    for (const { pid, command: line } of below(command.pid!))
      if (line.includes('stage-main')) peak = Math.max(peak, peakMegabytes(pid))
    await Promise.race([end, sleep(50)])
  }
  const { code, said } = await end
  if (code !== 0) throw new Error(`the ingest ended with ${code}: ${said}`)
  return peak
}

function spread(values: readonly number[]): string {
  return `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`
}

function row(name: string, value: string, ratio: number, range = ''): string {
  return `${name.padEnd(32)}${value.padStart(10)}${ratio.toFixed(2).padStart(8)} times  ${range}`
}
