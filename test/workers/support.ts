import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { type IngestOptions, below as processesBelow } from '../../workers/index.ts'
import { openRedis, type RedisServer } from '../../workers/queue/redis.ts'

/** A folder that is removed after the test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'imr-test-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

export async function write(root: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), content)
  }
}

/** Stages that read plain text and misbehave on demand. */
export const FAKE_STAGES = new URL('./fake-stages.ts', import.meta.url).href

/** A real server for the test. If none is installed the test fails rather than being skipped. */
export async function privateRedis(): Promise<RedisServer> {
  const server = await openRedis()
  if (!server) throw new Error('these tests need redis-server on the path: apt-get install redis-server')
  onTestFinished(() => server.close())
  return server
}

export const RESULTS = ['records.ndjson', 'rejections.ndjson', 'summary.json'] as const

export async function results(out: string): Promise<Record<string, string>> {
  const texts = await Promise.all(RESULTS.map(async name => [name, await readFile(join(out, name), 'utf8')] as const))
  return Object.fromEntries(texts)
}

export const lines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))

/** Descendant processes whose command line contains `word`. */
export const below = (word: string, root = process.pid): number[] =>
  processesBelow(root)
    .filter(({ command }) => command.includes(word))
    .map(({ pid }) => pid)

export const runs = (pid: number): boolean => {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
  return state !== '' && !state.startsWith('Z')
}

export async function until(claim: () => boolean | Promise<boolean>, seconds = 120): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  while (!(await claim())) {
    if (Date.now() > deadline) throw new Error(`not so within ${seconds} s`)
    await sleep(50)
  }
}

export interface Started {
  readonly child: ChildProcess
  /** All its output, of both streams. */
  readonly output: () => string
  readonly exit: Promise<unknown>
}

/** An ingest in a separate process, which ends with the test. */
export function startIngest(
  options: Omit<IngestOptions, 'log' | 'onProgress' | 'signal'>,
  env: Readonly<Record<string, string>> = {},
): Started {
  const script = fileURLToPath(new URL('./run-ingest.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (output += text))
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, output: () => output, exit: once(child, 'close') }
}
