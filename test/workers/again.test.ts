import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type IngestResult, ingest, readStatus } from '../../workers/index.ts'
import { FAKE_STAGES, folder, lines, privateRedis, results, startIngest, until, write } from './support.ts'

/** The same stages under other versions: the reader comes after the plus sign. */
const fake = (version: string): string => `${FAKE_STAGES}?version=${encodeURIComponent(version)}`

test('a change of the rules reads no letter again; a change of the reader reads all', async () => {
  const inputs = await folder()
  const out = await folder()
  await write(inputs, { 'a.txt': 'one', 'b.txt': 'two' })
  const run = async (version: string): Promise<IngestResult> => {
    const started = startIngest({ inputs: [inputs], out, queue: false, stages: fake(version) })
    await started.exit
    return JSON.parse(started.output().split('\n').at(-1) ?? '')
  }
  await run('rules-1+reader-1')
  expect(await readdir(join(out, '.imr', 'parsed'))).toEqual(['reader-1'])
  await markTexts(join(out, '.imr', 'parsed', 'reader-1'))
  const extracted = await run('rules-2+reader-1')
  expect(extracted).toMatchObject({ processed: 2, reused: 0, summary: { records: 2 } })
  expect(lines((await results(out))['records.ndjson']!)).toMatchObject([{ readBy: 'marked' }, { readBy: 'marked' }])
  expect(await readdir(join(out, '.imr', 'parsed'))).toEqual(['reader-1'])
  await run('rules-2+reader-2')
  expect(lines((await results(out))['records.ndjson']!)).toMatchObject([{ readBy: 'reader-2' }, { readBy: 'reader-2' }])
})

/** Makes stored texts recognizable. */
async function markTexts(root: string): Promise<void> {
  for (const name of await readdir(root, { recursive: true })) {
    if (!name.endsWith('.json.zst')) continue
    const text = zstdDecompressSync(await readFile(join(root, name))).toString()
    await writeFile(join(root, name), zstdCompressSync(text.replace('"readBy":"reader-1"', '"readBy":"marked"')))
  }
}

test('rejections with a named code are retried, and no others', async () => {
  const inputs = await folder()
  const out = await folder()
  await write(inputs, { 'a.txt': 'refuse', 'b.txt': 'two', 'c.txt': '' })
  const run = (retry: 'E_NOT_A_LETTER' | 'E_TIMEOUT') =>
    ingest({ inputs: [inputs], out, queue: false, stages: FAKE_STAGES, retry: [retry] })
  expect(await run('E_TIMEOUT')).toMatchObject({ processed: 2 })
  const first = await results(out)
  expect(await run('E_TIMEOUT')).toMatchObject({ processed: 0, reused: 2 })
  expect(await run('E_NOT_A_LETTER')).toMatchObject({ processed: 1, reused: 1 })
  expect(await results(out)).toEqual(first)
})

test.each([
  ['a pool', false],
  ['a queue', true],
])('a run on %s that is asked to end does so after the letters in hand', async (_runner, queue) => {
  const inputs = await folder()
  const out = await folder()
  await write(inputs, Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`${at}.txt`, `slow ${at}`])))
  const server = queue ? await privateRedis() : undefined
  const run = startIngest({ inputs: [inputs], out, queue, redisUrl: server?.address, stages: FAKE_STAGES })
  await until(() => /"done":[1-9]/.test(run.output()))
  run.child.kill('SIGTERM')
  await run.exit
  expect(run.output()).toContain('interrupted')
  const { state, done } = readStatus(out)
  expect(state).toBe('interrupted')
  expect(done).toBeLessThan(80)
  const next = await ingest({ inputs: [inputs], out, queue: false, stages: FAKE_STAGES })
  expect(next.reused).toBeGreaterThanOrEqual(done)
  expect(next.reused + next.processed).toBe(80)
  expect(readStatus(out).state).toBe('done')
})
