import type { ChildProcess } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { below } from '../../workers/index.ts'
import type { Setup } from './setup.ts'

/** What is struck. A link is cut for some seconds; all others are killed. */
export type Victim = 'worker' | 'child' | 'redis' | 'command' | 'link'

const PAUSE_MS = { least: 50, more: 1000 }
/** Longer than a lease in some cases, so that jobs change hands while their worker is cut off. */
const CUT_MS = { least: 500, more: 40_000 }
/** How often a strike comes before another letter is done, as happens during a start. */
const HASTE = 0.1

const WORKER = 'worker-main'
const CHILD = 'stage-main'

/** The strikes of a series of runs. */
export interface Strikes {
  left: number
  readonly counts: Record<Victim, number>
  readonly random: () => number
}

/** Strikes at processes of a command, and at the link, until the command ends or no strike is left. */
export async function harass(
  child: ChildProcess,
  end: Promise<unknown>,
  out: string,
  setup: Setup,
  strikes: Strikes,
): Promise<void> {
  const { random } = strikes
  let over = false
  let before = outcomesIn(out)
  const ending = end.then(() => {
    over = true
  })
  while (strikes.left > 0) {
    await Promise.race([ending, sleep(PAUSE_MS.least + random() * PAUSE_MS.more)])
    if (over) break
    const done = outcomesIn(out)
    // Usually not before another letter is done: or nothing would ever finish.
    if (done === before && random() > HASTE) continue
    const victim = await strike(child.pid!, setup, random)
    if (!victim) continue
    before = done
    strikes.counts[victim]++
    strikes.left--
  }
}

/** How many letters have an outcome. */
function outcomesIn(out: string): number {
  const folder = join(out, '.imr', 'outcomes')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter(name => /zst$/.test(String(name))).length
    : 0
}

/** Strikes at one of a random kind among those that there are. */
async function strike(command: number, setup: Setup, random: () => number): Promise<Victim | undefined> {
  const kinds: Victim[] = ['worker', 'child', 'redis', 'command', ...(setup.cutLink ? (['link'] as const) : [])]
  const victim = kinds[Math.floor(random() * kinds.length)]!
  if (victim === 'link') {
    setup.cutLink!()
    await sleep(CUT_MS.least + random() ** 3 * CUT_MS.more)
    setup.restoreLink!()
    return victim
  }
  if (victim === 'redis' && setup.killRedis) {
    setup.killRedis()
    return victim
  }
  const pids = candidates(victim, command, setup.workers())
  const pid = pids[Math.floor(random() * pids.length)]
  try {
    if (pid === undefined) return undefined
    process.kill(pid, 'SIGKILL')
    return victim
  } catch {
    return undefined
  }
}

function candidates(victim: Victim, command: number, workers: readonly number[]): readonly number[] {
  if (victim === 'command') return [command]
  if (victim === 'worker' && workers.length > 0) return workers
  const name = { worker: WORKER, child: CHILD, redis: 'redis-server', link: '' }[victim]
  return [command, ...workers]
    .flatMap(pid => below(pid))
    .filter(one => one.command.includes(name))
    .map(({ pid }) => pid)
}
