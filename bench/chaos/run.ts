import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ended, imr, inFolder, print } from '../command.ts'
import { writeLetters } from '../letters.ts'
import { damage, damageOfLines, NONE, type ResultFiles, readResults } from './damage.ts'
import { harass, type Strikes } from './harass.ts'
import { randomFrom } from './random.ts'
import { SETUPS, type SetupName } from './setup.ts'

/**
 * Kills processes at random while letters are ingested, and compares the results with those of an undisturbed run:
 *
 *     npm run chaos -- --letters 2000 --kills 200
 *
 * Workers, their children, the command and Redis are killed with SIGKILL; the command is then run again, as a user
 * would. Runs alternate between setups until the kills are used up: a private Redis, a given one, and two hosts
 * (network namespaces, which need the rights of root) whose link is cut, too. Finally the same is done to a program
 * that appends to its results: that must fail, or the kills prove nothing.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    setups: { type: 'string', default: Object.keys(SETUPS).join() },
  },
})
const CONTROL_KILLS = 20

const random = randomFrom(Number(values.seed))

await inFolder(async root => {
  const inputs = join(root, 'letters')
  writeLetters(inputs, Number(values.letters))
  const expected = await undisturbed(inputs, join(root, 'undisturbed'))
  const setups = values.setups.split(',') as SetupName[]
  const strikes: Strikes = {
    left: Number(values.kills),
    counts: { worker: 0, child: 0, redis: 0, command: 0, link: 0 },
    random,
  }
  let bad = 0
  for (let run = 1; strikes.left > 0; run++) {
    const before = strikes.left
    const setup = setups[(run + Number(values.seed)) % setups.length]!
    const found = await disturbed(inputs, join(root, `run-${run}`), setup, strikes)
    const harm = damage(expected, found)
    bad += Number(harm !== NONE)
    print(`run ${run}, ${setup}, ${before - strikes.left} kills and cuts: ${harm}`)
  }
  print(`struck: ${JSON.stringify(strikes.counts)}`)
  const control = await appended(inputs, root, expected['records.ndjson']!)
  print(`control, a program that appends: ${control}`)
  if (bad > 0 || control === NONE) process.exitCode = 1
})

async function undisturbed(inputs: string, out: string): Promise<ResultFiles> {
  const { code, said } = await ended(imr(['ingest', inputs, '--out', out]))
  if (code !== 3) throw new Error(`the undisturbed run ended with ${code}: ${said}`)
  return readResults(out)
}

/** Ingests to the end, with strikes on the way. */
async function disturbed(inputs: string, out: string, name: SetupName, strikes: Strikes): Promise<ResultFiles> {
  const setup = await SETUPS[name](`${out}-setup`)
  try {
    for (;;) {
      const child = setup.ingest(inputs, out)
      const end = ended(child)
      await harass(child, end, out, setup, strikes)
      const { code, said } = await end
      if (code === 0 || code === 3) return readResults(out)
      if (code !== null && code !== 1) throw new Error(`the command ended with ${code}: ${said}`)
      if (code === 1) print(`  the command gave up and is run again: ${said.trim().split('\n').at(-1)}`)
    }
  } finally {
    setup.stop()
  }
}

/** The negative control, killed until it completes or the kills are used up. */
async function appended(inputs: string, root: string, expected: string): Promise<string> {
  const target = join(root, 'appended.ndjson')
  for (let kill = 0; ; kill++) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'append.ts'), inputs, target], { stdio: 'ignore' })
    const end = new Promise<number | null>(resolve => child.once('close', resolve))
    const struck = sleep(1000 + random() * 1500).then(() => kill < CONTROL_KILLS && child.kill('SIGKILL'))
    const code = await end
    await struck
    if (code === 0) break
  }
  const found = readFileSync(target, 'utf8')
  return damageOfLines(expected, found, found === expected)
}
