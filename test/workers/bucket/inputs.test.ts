import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DeleteObjectCommand } from '@aws-sdk/client-s3'
import { beforeAll, expect, test } from 'vitest'
import { addressOf } from '../../../workers/bucket/address.ts'
import { listObjects } from '../../../workers/bucket/objects.ts'
import { type IngestOptions, ingest } from '../../../workers/index.ts'
import { runWorker } from '../../../workers/queue/run-worker.ts'
import { zipOf } from '../inputs/zip.ts'
import { letter } from '../letters.ts'
import { FAKE_STAGES, folder, lines, privateRedis, results, startIngest, write } from '../support.ts'
import { type BucketServer, startBuckets } from './server.ts'

let server: BucketServer
beforeAll(async () => {
  server = await startBuckets()
  return server.close
}, 120_000)

/** Letters with most of what can happen to an input. */
const FILES = {
  'a/1.txt': letter(1),
  'a/again.txt': letter(1),
  'a/2.txt': letter(2),
  'b/é 3.txt': letter(3),
  'b/lorem.txt': 'Nothing that anyone would call a determination.',
  'b/empty.txt': '',
  'c.zip': zipOf({ 'm/4.txt': letter(4), '.hidden.txt': letter(9) }),
  'damaged.zip': zipOf({ '8.txt': letter(8) }).subarray(0, 400),
  'not-a.zip': 'no archive at all',
  '.hidden/5.txt': letter(5),
  'old/.imr/run': 'results of an earlier run',
  'old/records.ndjson': '{}',
  'z.txt': letter(6),
}

const run = (options: Omit<IngestOptions, 'stages'>) => ingest({ queue: false, ...options, stages: FAKE_STAGES })

test('a listing goes through all pages, in the order of the keys', async () => {
  const url = await server.bucket()
  const names = Array.from({ length: 7 }, (_, number) => `${number}`)
  await server.put(`${url}/p`, Object.fromEntries(names.map(name => [name, 'x'])))
  await server.put(url, { q: 'x' })
  const found: string[] = []
  for await (const { key } of listObjects({ ...addressOf(url), key: 'p/' }, 3)) found.push(key)
  expect(found).toEqual(names.map(name => `p/${name}`))
})

test('letters in a bucket give the same bytes as in a folder', async () => {
  const [inputs, url] = [await folder(), await server.bucket()]
  await write(inputs, FILES)
  await server.put(`${url}/in`, FILES)
  const outs = { folder: await folder(), bucket: await folder() }
  const expected = await ingest({ inputs: [inputs], out: outs.folder, queue: false })
  const got = await ingest({ inputs: [`${url}/in`], out: outs.bucket, queue: false })
  expect(expected.summary).toMatchObject({ inputs: 10, records: 5, rejections: 4, duplicates: 1 })
  expect(got.skipped).toEqual(expected.skipped)
  expect(await results(outs.bucket)).toEqual(await results(outs.folder))
  const listed = await readFile(join(outs.folder, 'inputs.ndjson'), 'utf8')
  expect(await readFile(join(outs.bucket, 'inputs.ndjson'), 'utf8')).toBe(listed.replaceAll(inputs, `${url}/in`))
})

test('workers on a queue fetch letters by reference; a second run reads nothing again', async () => {
  const [url, out, redis] = [await server.bucket(), await folder(), await privateRedis()]
  await server.put(
    url,
    Object.fromEntries(Array.from({ length: 20 }, (_, number) => [`${number}.txt`, `one ${number}`])),
  )
  const stop = new AbortController()
  const work = runWorker({ url: redis.address, stages: FAKE_STAGES, signal: stop.signal })
  const options = { inputs: [url], out, redisUrl: redis.address, queue: true, workers: 0 }
  expect(await run(options)).toMatchObject({ runner: 'redis', processed: 20 })
  expect(await run(options)).toMatchObject({ runner: 'none', reused: 20 })
  stop.abort()
  await work
})

test('a run adds: an object that is gone keeps its record', async () => {
  const [url, out] = [await server.bucket(), await folder()]
  await server.put(url, { 'a/1.txt': 'one', 'b/2.txt': 'two' })
  await run({ inputs: [`${url}/a`], out })
  await server.client.send(new DeleteObjectCommand({ Bucket: addressOf(url).bucket, Key: 'a/1.txt' }))
  expect(await run({ inputs: [`${url}/b/2.txt`], out })).toMatchObject({ gone: 1, summary: { records: 2 } })
  expect(await run({ inputs: [`${url}/b`], out, prune: true })).toMatchObject({ pruned: 1, summary: { records: 1 } })
})

test('include and exclude apply to keys', async () => {
  const [url, out] = [await server.bucket(), await folder()]
  await server.put(url, { 'a/1.txt': 'one', 'a/2.doc': 'two', 'b/3.txt': 'three' })
  const { skipped, summary } = await run({ inputs: [url], out, include: ['*.txt'], exclude: ['b/**'] })
  expect([summary.records, skipped.excluded]).toEqual([1, 2])
})

test('objects that vanish or change before they are read are rejected as such, and read by the next run', async () => {
  const [url, out] = [await server.bucket(), await folder()]
  const texts = Array.from({ length: 16 }, (_, number) => [`${String(number).padStart(2, '0')}.txt`, `slow ${number}`])
  await server.put(url, Object.fromEntries(texts))
  let disturbed: Promise<unknown> | undefined
  const onProgress = ({ done }: { readonly done: number }) => {
    if (done > 0)
      disturbed ??= Promise.all([
        server.put(url, { '14.txt': 'one, changed' }),
        server.client.send(new DeleteObjectCommand({ Bucket: addressOf(url).bucket, Key: '15.txt' })),
      ])
  }
  const first = await run({ inputs: [url], out, workers: 1, onProgress })
  await disturbed
  expect(first.summary).toMatchObject({ records: 14, rejectionCodes: { E_CHANGED: 2 } })
  await server.put(url, { '15.txt': 'slow 15' })
  expect((await run({ inputs: [url], out })).summary).toMatchObject({ records: 16, rejections: 0 })
})

test('a prefix without objects is an input that cannot be read', async () => {
  const [url, out] = [await server.bucket(), await folder()]
  const { summary } = await run({ inputs: [`${url}/nothing`], out })
  expect(summary.rejectionCodes).toEqual({ E_UNREADABLE: 1 })
})

test('what is not the address of a bucket is refused, without repeating it', async () => {
  const failing = run({ inputs: ['s3://key:secret@letters/in'], out: await folder() })
  await expect(failing).rejects.toThrow(/^not the address of a bucket: it looks like s3:\/\/bucket\/prefix$/)
})

test.each([
  ['a missing bucket', 's3://no-such-bucket/in', {}, 'NoSuchBucket'],
  ['a wrong key', 's3://letters-1/p', { AWS_SECRET_ACCESS_KEY: 'sorry-wrong' }, 'AccessDenied'],
  [
    'a server that does not answer',
    's3://letters-1/p',
    { AWS_ENDPOINT_URL: 'http://me:sorry-wrong@127.0.0.1:9' },
    'NoAnswer',
  ],
  [
    'no credentials',
    's3://letters-1/p',
    { AWS_ACCESS_KEY_ID: '', AWS_EC2_METADATA_DISABLED: 'true' },
    'AWS_ACCESS_KEY_ID',
  ],
])('%s ends the run with a message, and no secret', async (_name, url, env, message) => {
  const out = await folder()
  const started = startIngest({ inputs: [url], out, queue: false, stages: FAKE_STAGES }, env)
  await started.exit
  expect(started.child.exitCode).toBe(1)
  expect(started.output()).toContain(message)
  const kept = await readFile(join(out, '.imr', 'status.json'), 'utf8')
  for (const secret of ['sorry-wrong', server.env.AWS_SECRET_ACCESS_KEY!, 'tester'])
    expect(started.output() + kept).not.toContain(secret)
  expect(lines(kept)).toMatchObject([{ state: 'failed' }])
})
