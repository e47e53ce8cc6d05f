import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { below, bytesOf } from '../workers/index.ts'

const MAIN = join(import.meta.dirname, '..', 'imr.js')

/**
 * The command line in this Node as the launcher starts it, as a program and its arguments. Like any start but the first it
 * finds compiled modules.
 */
export const imrCommand = (args: readonly string[]): string[] => [
  process.execPath,
  '--no-regexp-tier-up',
  MAIN,
  ...args,
]

/** The command line in a process of its own. */
export const imr = (args: readonly string[], output: 'ignore' | number = 'ignore'): ChildProcess =>
  start(imrCommand(args), output)

function start([program, ...args]: readonly string[], output: 'ignore' | number = 'ignore'): ChildProcess {
  const { REDIS_URL: _, ...env } = process.env
  return spawn(program!, args, { env, stdio: ['ignore', output, 'pipe'] })
}

/**
 * CPU milliseconds of a command and all its child processes, added up by a shell. Its output goes to the file `output`,
 * its messages to a file next to it.
 */
export async function cpuOf(command: readonly string[], output: string): Promise<number> {
  const script = `"$@" >'${output}' 2>'${output}.said'; c=$?; times >&2; exit $c`
  const { code, said } = await ended(start(['bash', '-c', script, 'bash', ...command]))
  const times = /\n(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(said)?.slice(1).map(Number)
  if (code !== 0 || !times)
    throw new Error(`${command.at(-1)} ended with ${code}: ${readFileSync(`${output}.said`, 'utf8')}`)
  const [userMinutes, user, systemMinutes, system] = times as [number, number, number, number]
  return ((userMinutes + systemMinutes) * 60 + user + system) * 1000
}

/** What a command and all its processes take. */
export interface Cost {
  readonly cpuMilliseconds: number
  /** Peak resident memory of its largest process, MB, as seen every 50 ms. */
  readonly peakMegabytes: number
}

/** The cost of a command; see `cpuOf` for its output. */
export async function costOf(command: readonly string[], output: string): Promise<Cost> {
  let peak = 0
  const watch = setInterval(() => {
    for (const { pid, command: line } of below(process.pid))
      if (!line.startsWith('bash\0')) peak = Math.max(peak, peakMegabytes(pid))
  }, 50)
  try {
    const cpuMilliseconds = await cpuOf(command, output)
    return { cpuMilliseconds, peakMegabytes: peak }
  } finally {
    clearInterval(watch)
  }
}

/** The exit code of a command and the end of its output. */
export function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', text => {
    said = `${said}${text}`.slice(-2000)
  })
  return new Promise(resolve => child.once('close', code => resolve({ code, said })))
}

/** Resident memory in MB. */
export const residentMegabytes = (pid: number): number => (bytesOf(pid, 'VmRSS') || 0) / 2 ** 20

/** Peak resident memory of a process in MB. */
export const peakMegabytes = (pid: number): number => (bytesOf(pid, 'VmHWM') || 0) / 2 ** 20

/** Runs a function with a temporary folder. */
export async function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'imr-bench-'))
  try {
    await act(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export const RESULTS = ['records.ndjson', 'rejections.ndjson', 'summary.json'] as const

export const print = (text: string): void => void process.stdout.write(`${text}\n`)

/** The middle one, or the upper of the middle two. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1]!
}
