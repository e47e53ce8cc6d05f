import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { below } from '../workers/index.ts'
import { ended, imr, inFolder, print, RESULTS } from './command.ts'
import { writeLetters } from './letters.ts'

/**
 * Kills processes at random while letters are ingested, and compares the results with those of an undisturbed run:
 *
 *     npm run chaos -- --letters 2000 --kills 200
 *
 * Workers, their children, the command and Redis are killed with SIGKILL; the command is then run again, as a user
 * would. Runs alternate between a private and a given Redis until the kills are used up. Finally the same is done to a
 * program that appends to its results: that must fail, or the kills prove nothing.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
})
const VICTIMS = { worker: 'worker-main', child: 'stage-main', redis: 'redis-server', command: '' } as const
type Victim = keyof typeof VICTIMS
const PAUSE_MS = { least: 50, more: 1000 }
const HASTE = 0.1
const CONTROL_KILLS = 20
const NONE = '0 lost, 0 duplicated, 0 torn, same bytes'

let seed = Number(values.seed)
/** The same kills for the same seed, as far as the machine allows. */
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
  return seed / 2 ** 31
}

await inFolder(async root => {
  const inputs = join(root, 'letters')
  writeLetters(inputs, Number(values.letters))
  const expected = await undisturbed(inputs, join(root, 'undisturbed'))
  const kills: Record<Victim, number> = { worker: 0, child: 0, redis: 0, command: 0 }
  let left = Number(values.kills)
  let bad = 0
  for (let run = 1; left > 0; run++) {
    const before = left
    left = await disturbed(inputs, join(root, `run-${run}`), left, kills, (run + Number(values.seed)) % 2 === 1)
    const damage = compare(expected, join(root, `run-${run}`))
    bad += Number(damage !== NONE)
    print(
      `run ${run}, ${(run + Number(values.seed)) % 2 ? 'given' : 'private'} Redis, ${before - left} kills: ${damage}`,
    )
  }
  print(`killed: ${JSON.stringify(kills)}`)
  const control = await appended(inputs, root, expected['records.ndjson'])
  print(`control, a program that appends: ${control}`)
  if (bad > 0 || control === NONE) process.exitCode = 1
})

async function undisturbed(inputs: string, out: string): Promise<Record<string, string>> {
  const { code, said } = await ended(imr(['ingest', inputs, '--out', out]))
  if (code !== 3) throw new Error(`the undisturbed run ended with ${code}: ${said}`)
  return readResults(out)
}

/** Ingests to the end, killing on the way; returns the remaining kills. */
async function disturbed(
  inputs: string,
  out: string,
  kills: number,
  counts: Record<Victim, number>,
  given: boolean,
): Promise<number> {
  const server = given ? await startServer(`${out}-redis`) : undefined
  const args = ['ingest', inputs, '--out', out, ...(server ? ['--redis', server.socket] : [])]
  let left = kills
  try {
    for (;;) {
      const child = imr(args)
      const end = ended(child)
      left = await harass(child, end, out, left, counts, server)
      const { code, said } = await end
      if (code === 0 || code === 3) return left
      if (code !== null && code !== 1) throw new Error(`the command ended with ${code}: ${said}`)
      if (code === 1) print(`  the command gave up and is run again: ${said.trim().split('\n').at(-1)}`)
    }
  } finally {
    server?.stop()
  }
}

/** Kills processes of a command until it ends or the kills are used up. */
async function harass(
  child: ChildProcess,
  end: Promise<unknown>,
  out: string,
  kills: number,
  counts: Record<Victim, number>,
  server: Server | undefined,
): Promise<number> {
  let left = kills
  let over = false
  let before = outcomesIn(out)
  const ending = end.then(() => {
    over = true
  })
  while (left > 0) {
    await Promise.race([ending, sleep(PAUSE_MS.least + random() * PAUSE_MS.more)])
    if (over) break
    const done = outcomesIn(out)
    // Now and then during a start, otherwise not before another letter is done: or nothing would ever finish.
    if (done === before && random() > HASTE) continue
    const victim = strike(child.pid!, server)
    if (!victim) continue
    before = done
    counts[victim]++
    left--
  }
  return left
}

/** How many letters have an outcome. */
function outcomesIn(out: string): number {
  const folder = join(out, '.imr', 'outcomes')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter(name => /zst$/.test(String(name))).length
    : 0
}

/** Kills a process of a random kind among those that are running. */
function strike(command: number, server: Server | undefined): Victim | undefined {
  const kinds = Object.keys(VICTIMS) as Victim[]
  const victim = kinds[Math.floor(random() * kinds.length)]!
  const all = below(command)
  if (victim === 'redis' && server) {
    server.kill()
    return victim
  }
  const found = all.filter(one => one.command.includes(VICTIMS[victim]))
  const pid = victim === 'command' ? command : found[Math.floor(random() * found.length)]?.pid
  if (pid === undefined) return undefined
  try {
    process.kill(pid, 'SIGKILL')
    return victim
  } catch {
    return undefined
  }
}

interface Server {
  readonly socket: string
  kill(): void
  stop(): void
}

/** A server with an append-only file that is restarted whenever it is killed. */
async function startServer(folder: string): Promise<Server> {
  await mkdir(folder)
  const socket = join(folder, 'redis.sock')
  let child: ChildProcess
  let stopped = false
  const start = () => {
    if (stopped) return
    const flags = ['--port', '0', '--unixsocket', socket, '--dir', folder, '--appendonly', 'yes', '--save', '']
    child = spawn('redis-server', flags, { stdio: 'ignore' }).once('exit', start)
  }
  start()
  await sleep(500)
  const stop = () => {
    stopped = true
    child.kill('SIGKILL')
  }
  return { socket, kill: () => void child.kill('SIGKILL'), stop }
}

function readResults(out: string): Record<string, string> {
  return Object.fromEntries(RESULTS.map(name => [name, readFileSync(join(out, name), 'utf8')]))
}

function compare(expected: Record<string, string>, out: string): string {
  const found = readResults(out)
  const same = RESULTS.every(name => sha(found[name]!) === sha(expected[name]!))
  const lines = (results: Record<string, string>) => `${results['records.ndjson']}${results['rejections.ndjson']}`
  return damageOf(lines(expected), lines(found), same)
}

function damageOf(expected: string, found: string, same: boolean): string {
  const wanted = new Set(idsOf(expected))
  const ids = idsOf(found)
  const torn = ids.filter(id => id === null).length
  const whole = new Set(ids)
  const lost = [...wanted].filter(id => !whole.has(id)).length
  const duplicated = ids.length - torn - [...whole].filter(id => id !== null).length
  return `${lost} lost, ${duplicated} duplicated, ${torn} torn, ${same ? 'same' : 'other'} bytes`
}

function idsOf(ndjson: string): (string | null)[] {
  return ndjson.split('\n').filter(Boolean).map(idOf)
}

function idOf(line: string): string | null {
  try {
    return JSON.parse(line).id
  } catch {
    return null
  }
}

function sha(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The negative control, killed until it completes or the kills are used up. */
async function appended(inputs: string, root: string, expected: string | undefined): Promise<string> {
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
  return damageOf(expected ?? '', found, found === expected)
}
