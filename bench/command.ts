import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bytesOf } from '../workers/index.ts'

const MAIN = join(import.meta.dirname, '..', 'cli', 'main.ts')

interface ImrOptions {
  readonly output?: 'ignore' | number
  /** Script of a shell that runs the command, which is its `"$@"`. */
  readonly shell?: string
}

/** The command line in a process of its own. */
export function imr(args: readonly string[], { output = 'ignore', shell }: ImrOptions = {}): ChildProcess {
  const { REDIS_URL: _, ...env } = process.env
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', MAIN, ...args]
  const [program, ...rest] = shell === undefined ? command : ['sh', '-c', shell, 'sh', ...command]
  return spawn(program!, rest, { env, stdio: ['ignore', output, 'pipe'] })
}

/** The exit code of a command and the last of what it said. */
export function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', text => {
    said = `${said}${text}`.slice(-2000)
  })
  return new Promise(resolve => child.once('close', code => resolve({ code, said })))
}

/** Memory in use, in MB. */
export const residentMegabytes = (pid: number): number => (bytesOf(pid, 'VmRSS') || 0) / 2 ** 20

/** Does something in a folder that is gone afterwards. */
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
