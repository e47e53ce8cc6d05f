import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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

/** Processes below one, with what was asked to run in them. */
export function below(root: number): { readonly pid: number; readonly command: string }[] {
  return childrenOf(root).flatMap(pid => [{ pid, command: textOf(`/proc/${pid}/cmdline`) }, ...below(pid)])
}

/** Memory in use, in MB. */
export const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024

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

function childrenOf(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`)
    return threads.flatMap(thread =>
      textOf(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
    )
  } catch {
    return []
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
