import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { ingest, type Progress } from '../../workers/index.ts'
import { openRedis } from '../../workers/queue/redis.ts'
import { runWorker } from '../../workers/queue/run-worker.ts'
import { below, FAKE_STAGES, folder, privateRedis, results, runs, startIngest, until, write } from './support.ts'

const LETTERS = 40

/** Slow enough to be interrupted in the middle; some letters are rejected. */
const TEXTS = Array.from({ length: LETTERS }, (_, number) => [
  `in/${number}.txt`,
  number % 8 === 0 ? `refuse ${number}` : `slow ${number}`,
])

let inputs: string
/** What an undisturbed run gives. */
let expected: Record<string, string>

beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'imr-chaos-'))
  inputs = join(root, 'in')
  await write(root, Object.fromEntries(TEXTS))
  const out = join(root, 'out')
  await ingest({ inputs: [inputs], out, queue: false, stages: FAKE_STAGES })
  expected = await results(out)
  return () => rm(root, { recursive: true, force: true })
})

const begun = (output: string): boolean => /"done":[1-9]/.test(output)

test('workers that are killed in the middle cost nothing but time', async () => {
  const out = await folder()
  const run = startIngest({ inputs: [inputs], out, stages: FAKE_STAGES })
  await until(() => begun(run.output()))
  for (const pid of below('worker-main', run.child.pid)) process.kill(pid, 'SIGKILL')
  await run.exit
  expect(run.child.exitCode).toBe(0)
  expect(await results(out)).toEqual(expected)
})

test('a queue that is emptied, and a server that is killed, in the middle', async () => {
  const out = await folder()
  const run = startIngest({ inputs: [inputs], out, stages: FAKE_STAGES })
  await until(() => begun(run.output()))
  for (const pid of below('redis-server', run.child.pid)) process.kill(pid, 'SIGKILL')
  await run.exit
  expect(run.child.exitCode).toBe(0)
  expect(await results(out)).toEqual(expected)
})

test('an ingest that is killed takes its processes along, and the next one resumes it', async () => {
  const out = await folder()
  const run = startIngest({ inputs: [inputs], out, stages: FAKE_STAGES })
  await until(() => begun(run.output()))
  const pids = below('', run.child.pid)
  expect(pids.length).toBeGreaterThan(3)
  run.child.kill('SIGKILL')
  await run.exit
  await until(() => !pids.some(runs))
  const next = await ingest({ inputs: [inputs], out, stages: FAKE_STAGES })
  expect(next.reused).toBeGreaterThan(0)
  expect(next.reused + next.processed).toBe(LETTERS)
  expect(await results(out)).toEqual(expected)
})

test('a worker that joins does the work, and stops when told, after its job', async () => {
  const server = await privateRedis()
  const out = await folder()
  const stop = new AbortController()
  const work = runWorker({ url: server.address, stages: FAKE_STAGES, signal: stop.signal })
  const result = await ingest({ inputs: [inputs], out, redisUrl: server.address, workers: 0, stages: FAKE_STAGES })
  expect(result).toMatchObject({ runner: 'redis', processed: LETTERS })
  stop.abort()
  await work
  expect(below('stage-main')).toEqual([])
  expect(await results(out)).toEqual(expected)
})

test('jobs that a killed ingest left on a server do not stop the next one, nor a worker that starts', async () => {
  const server = await privateRedis()
  const client = new Redis(server.address)
  const out = await folder()
  const options = { inputs: [inputs], out, redisUrl: server.address, workers: 0, stages: FAKE_STAGES }
  const killed = startIngest(options)
  await until(async () => (await client.keys('*:parse-*')).length > 0)
  killed.child.kill('SIGKILL')
  await killed.exit
  const stop = new AbortController()
  const work = runWorker({ url: server.address, stages: FAKE_STAGES, signal: stop.signal })
  const result = await ingest(options)
  expect(result).toMatchObject({ processed: LETTERS })
  stop.abort()
  await work
  expect(await results(out)).toEqual(expected)
  client.disconnect()
})

test('jobs that vanish are sent again; the server is left empty', async () => {
  const server = await privateRedis()
  const client = new Redis(server.address)
  const out = await folder()
  const flushed: Promise<unknown>[] = []
  const onProgress = ({ done }: Progress) => {
    if (done > 0 && flushed.length === 0) flushed.push(client.flushall())
  }
  await ingest({ inputs: [inputs], out, redisUrl: server.address, stages: FAKE_STAGES, onProgress })
  expect(await flushed[0]).toBe('OK')
  expect(await results(out)).toEqual(expected)
  const jobs = (await client.keys('*')).filter(key => /:(parse|extract)-/.test(key))
  expect(jobs).toEqual([])
  client.disconnect()
})

test('a disk that refuses ends the run on a queue too, and is no rejection', async () => {
  const out = await folder()
  await write(out, { '.imr/parsed': 'a file where a folder is needed' })
  await expect(ingest({ inputs: [inputs], out, stages: FAKE_STAGES })).rejects.toThrow('ENOTDIR')
})

test('a given server that dies for good ends the run with a message; the work is not lost', async () => {
  const socket = join(await folder(), 'redis.sock')
  const server = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--save', ''], { stdio: 'ignore' })
  onTestFinished(() => void server.kill('SIGKILL'))
  await until(() => openRedis({ url: socket }).then(Boolean, () => false))
  const out = await folder()
  const onProgress = ({ done }: Progress) => done > 0 && server.kill('SIGKILL')
  const failing = ingest({ inputs: [inputs], out, redisUrl: socket, stages: FAKE_STAGES, onProgress })
  await expect(failing).rejects.toThrow('is gone')
  const next = await ingest({ inputs: [inputs], out, queue: false, stages: FAKE_STAGES })
  expect(next.reused).toBeGreaterThan(0)
  expect(await results(out)).toEqual(expected)
})
