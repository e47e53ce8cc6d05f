import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ended, imr, inFolder, print } from '../command.ts'
import { writeLetters } from '../letters.ts'
import { damage, damageOfLines, NONE, type Results, readResults } from './damage.ts'
import { harass, type Strikes } from './harass.ts'
import { randomFrom } from './random.ts'
import { SETTINGS, type SettingName } from './setting.ts'

/**
 * Kills processes at random while letters are ingested, and compares the results with those of an undisturbed run:
 *
 *     npm run chaos -- --letters 2000 --kills 200
 *
 * Workers, their children, the command and Redis are killed with SIGKILL; the command is then run again, as a user
 * would. Runs alternate between settings until the kills are used up: a private Redis, a given one, and two hosts
 * (network namespaces, which need the rights of root) whose link is cut, too. Finally the same is done to a program
 * that appends to its results: that must fail, or the kills prove nothing.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    settings: { type: 'string', default: Object.keys(SETTINGS).join() },
  },
})
const CONTROL_KILLS = 20

const random = randomFrom(Number(values.seed))

await inFolder(async root => {
  const inputs = join(root, 'letters')
  writeLetters(inputs, Number(values.letters))
  const expected = await undisturbed(inputs, join(root, 'undisturbed'))
  const settings = values.settings.split(',') as SettingName[]
  const strikes: Strikes = {
    left: Number(values.kills),
    counts: { worker: 0, child: 0, redis: 0, command: 0, link: 0 },
    random,
  }
  let bad = 0
  for (let run = 1; strikes.left > 0; run++) {
    const before = strikes.left
    const setting = settings[(run + Number(values.seed)) % settings.length]!
    const found = await disturbed(inputs, join(root, `run-${run}`), setting, strikes)
    const harm = damage(expected, found)
    bad += Number(harm !== NONE)
    print(`run ${run}, ${setting}, ${before - strikes.left} kills and cuts: ${harm}`)
  }
  print(`struck: ${JSON.stringify(strikes.counts)}`)
  const control = await appended(inputs, root, expected['records.ndjson']!)
  print(`control, a program that appends: ${control}`)
  if (bad > 0 || control === NONE) process.exitCode = 1
})

async function undisturbed(inputs: string, out: string): Promise<Results> {
  const { code, said } = await ended(imr(['ingest', inputs, '--out', out]))
  if (code !== 3) throw new Error(`the undisturbed run ended with ${code}: ${said}`)
  return readResults(out)
}

/** Ingests to the end, with strikes on the way. */
async function disturbed(inputs: string, out: string, name: SettingName, strikes: Strikes): Promise<Results> {
  const setting = await SETTINGS[name](`${out}-setting`)
  try {
    for (;;) {
      const child = setting.ingest(inputs, out)
      const end = ended(child)
      await harass(child, end, out, setting, strikes)
      const { code, said } = await end
      if (code === 0 || code === 3) return readResults(out)
      if (code !== null && code !== 1) throw new Error(`the command ended with ${code}: ${said}`)
      if (code === 1) print(`  the command gave up and is run again: ${said.trim().split('\n').at(-1)}`)
    }
  } finally {
    setting.stop()
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
