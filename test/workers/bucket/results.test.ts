import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { addressOf } from '../../../workers/bucket/address.ts'
import { lockBucket } from '../../../workers/bucket/lock.ts'
import {
  createObject,
  hasObject,
  listObjects,
  putObject,
  readObject,
  uploadObject,
} from '../../../workers/bucket/objects.ts'
import { type IngestOptions, ingest } from '../../../workers/index.ts'
import { runWorker } from '../../../workers/queue/run-worker.ts'
import { thisHolder } from '../../../workers/store/lock.ts'
import { zipOf } from '../inputs/zip.ts'
import { letter } from '../letters.ts'
import {
  below,
  FAKE_STAGES,
  folder,
  privateRedis,
  RESULTS,
  results,
  runs,
  startIngest,
  until,
  write,
} from '../support.ts'
import { type BucketServer, startBuckets } from './server.ts'

const LETTERS = 24

let server: BucketServer
beforeAll(async () => {
  server = await startBuckets()
  return server.close
})

const run = (options: Omit<IngestOptions, 'stages'>) => ingest({ queue: false, ...options, stages: FAKE_STAGES })

const textAt = async (url: string): Promise<string> => Buffer.from((await readObject(url)) ?? []).toString()

async function resultsAt(url: string): Promise<Record<string, string>> {
  const texts = await Promise.all(RESULTS.map(async name => [name, await textAt(`${url}/${name}`)] as const))
  return Object.fromEntries(texts)
}

async function namesAt(url: string): Promise<string[]> {
  const names: string[] = []
  for await (const { key } of listObjects(addressOf(`${url}/`))) names.push(key)
  return names
}

/** Slow enough to be interrupted in the middle; some letters are rejected. */
async function slowInputs(): Promise<{ readonly url: string; readonly expected: Record<string, string> }> {
  const texts = Array.from({ length: LETTERS }, (_, number) => [
    `${number}.txt`,
    number % 8 === 0 ? `refuse ${number}` : `slow ${number}`,
  ])
  const [root, out, bucket] = [await folder(), await folder(), await server.bucket()]
  await write(root, Object.fromEntries(texts))
  await server.put(`${bucket}/in`, Object.fromEntries(texts))
  await run({ inputs: [root], out })
  return { url: bucket, expected: await results(out) }
}

const begun = (output: string): boolean => /"done":[1-9]/.test(output)

test('results in a bucket have the same bytes as in a folder, and a copy of them is a results folder', async () => {
  const [inputs, out, url] = [await folder(), await folder(), await server.bucket()]
  await write(inputs, {
    ...Object.fromEntries(Array.from({ length: 6 }, (_, number) => [`${number}.txt`, letter(number)])),
    'again.txt': letter(1),
    'lorem.txt': 'Nothing that anyone would call a determination.',
    'all.zip': zipOf({ '7.txt': letter(7) }),
  })
  await ingest({ inputs: [inputs], out, queue: false })
  await ingest({ inputs: [inputs], out: `${url}/results/`, queue: false })
  expect(await resultsAt(`${url}/results`)).toEqual(await results(out))

  const copy = await folder()
  for (const name of await namesAt(url))
    await write(copy, { [name.slice('results/'.length)]: (await readObject(`${url}/${name}`)) ?? '' })
  const next = await ingest({ inputs: [inputs], out: copy, queue: false })
  expect(next).toMatchObject({ processed: 0, reused: 8 })
  expect(await results(copy)).toEqual(await results(out))
})

test('only outcomes, texts and results remain', async () => {
  const url = await server.bucket()
  await server.put(url, { 'in/1.txt': 'one' })
  await run({ inputs: [`${url}/in`], out: `${url}/out` })
  const names = await namesAt(`${url}/out`)
  expect(names.map(name => name.replace(/[0-9a-f]{2}\/[0-9a-f]{64}/, 'HASH'))).toEqual([
    'out/.imr/inputs.sqlite',
    'out/.imr/outcomes/fake-1/HASH.json.zst',
    'out/.imr/parsed/fake-1/HASH.json.zst',
    'out/.imr/status.json',
    ...['inputs.ndjson', 'records.ndjson', 'rejections.ndjson', 'summary.json'].map(name => `out/${name}`),
  ])
})

test('a run adds to what the bucket has, and does not read its own results', async () => {
  const url = await server.bucket()
  await server.put(url, { '1.txt': 'one', '2.txt': 'refuse' })
  await run({ inputs: [url], out: `${url}/out` })
  await server.put(url, { '3.txt': 'three' })
  const second = await run({ inputs: [url], out: `${url}/out`, retry: ['E_NOT_A_LETTER'] })
  expect(second).toMatchObject({ processed: 2, reused: 1, summary: { inputs: 3, records: 2, rejections: 1 } })
})

test('a fleet that shares no folder does the work', async () => {
  const { url, expected } = await slowInputs()
  const redis = await privateRedis()
  const stop = new AbortController()
  const work = [1, 2].map(() => runWorker({ url: redis.address, workers: 1, stages: FAKE_STAGES, signal: stop.signal }))
  const options = { inputs: [`${url}/in`], out: `${url}/out`, redisUrl: redis.address, queue: true, workers: 0 }
  expect(await run(options)).toMatchObject({ runner: 'redis', processed: LETTERS })
  expect(await resultsAt(`${url}/out`)).toEqual(expected)
  stop.abort()
  await Promise.all(work)
})

test('workers that are killed in the middle cost nothing but time', async () => {
  const { url, expected } = await slowInputs()
  const started = startIngest({ inputs: [`${url}/in`], out: `${url}/out`, stages: FAKE_STAGES })
  await until(() => begun(started.output()))
  for (const pid of below('worker-main', started.child.pid)) process.kill(pid, 'SIGKILL')
  await started.exit
  expect(started.child.exitCode).toBe(0)
  expect(await resultsAt(`${url}/out`)).toEqual(expected)
})

test('an ingest that is killed is resumed by the next one; its readers have no keys', async () => {
  const { url, expected } = await slowInputs()
  const started = startIngest({ inputs: [`${url}/in`], out: `${url}/out`, stages: FAKE_STAGES })
  await until(() => begun(started.output()))
  const pids = below('', started.child.pid)
  const readers = below('stage-main', started.child.pid)
  expect(readers.length).toBeGreaterThan(0)
  for (const pid of readers) expect(await readFile(`/proc/${pid}/environ`, 'utf8')).not.toContain('AWS_')
  started.child.kill('SIGKILL')
  await started.exit
  await until(() => !pids.some(runs))
  expect(await hasObject(`${url}/out/.imr/lock`)).toBe(true)
  expect(await hasObject(`${url}/out/summary.json`)).toBe(false)
  const next = await run({ inputs: [`${url}/in`], out: `${url}/out`, queue: true })
  expect(next.reused).toBeGreaterThan(0)
  expect(next.reused + next.processed).toBe(LETTERS)
  expect(await resultsAt(`${url}/out`)).toEqual(expected)
  expect(await hasObject(`${url}/out/.imr/lock`)).toBe(false)
})

test('a server that stops answering for a while costs nothing but time', async () => {
  const { url, expected } = await slowInputs()
  let paused = false
  const onProgress = ({ done }: { readonly done: number }) => {
    if (done === 0 || paused) return
    paused = true
    server.pause()
    setTimeout(server.resume, 3000)
  }
  await run({ inputs: [`${url}/in`], out: `${url}/out`, queue: true, onProgress })
  expect(paused).toBe(true)
  expect(await resultsAt(`${url}/out`)).toEqual(expected)
})

test('an object is created once, whoever comes first', async () => {
  const url = `${await server.bucket()}/once`
  const won = await Promise.all(Array.from({ length: 20 }, (_, number) => createObject(url, `${number}`)))
  expect(won.filter(Boolean)).toEqual([true])
  expect(await textAt(url)).toBe(`${won.indexOf(true)}`)
})

test('a file of several parts arrives whole', async () => {
  const [root, url] = [await folder(), await server.bucket()]
  const content = Buffer.alloc(12 * 1024 * 1024, 'many parts ')
  await write(root, { big: content })
  await uploadObject(`${url}/big`, `${root}/big`)
  expect((await readFile(`${root}/big`)).equals((await readObject(`${url}/big`))!)).toBe(true)
})

test('two runs into one place are refused; a lock whose process is gone is void', async () => {
  const url = await server.bucket()
  const unlock = await lockBucket(url)
  await expect(run({ inputs: [`${url}/in`], out: url })).rejects.toThrow('another ingest')
  await unlock()
  await putObject(`${url}/.imr/lock`, JSON.stringify({ ...thisHolder(), started: '1' }))
  await (await lockBucket(url))()
  await putObject(`${url}/.imr/lock`, JSON.stringify({ ...thisHolder(), machine: 'another' }))
  await expect(lockBucket(url)).rejects.toThrow(`if it is gone, remove ${url}/.imr/lock`)
})
