import { readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CaseRecord, caseRankOf } from '../../document/index.ts'
import { extractRecord, readLetter } from '../../pipeline/index.ts'
import { findInputs, type IngestOptions, ingest, type Progress, readInput, UsageError } from '../../workers/index.ts'
import { letter } from './letters.ts'
import { FAKE_STAGES, folder, lines, privateRedis, results, write } from './support.ts'

/** Letters with most of what can happen to an input: duplicates, rejections, a link, empty files. */
async function mixedInputs(): Promise<string> {
  const root = await folder()
  const files = Array.from({ length: 12 }, (_, number) => [`${number % 3}/letter-${number}.txt`, letter(number)])
  await write(root, Object.fromEntries(files))
  await write(root, {
    '0/again.txt': letter(5),
    'z/again.txt': letter(5),
    'lorem.txt': 'Nothing that anyone would call a determination.',
    'fake.pdf': 'no PDF at all',
    'empty-1.txt': '',
    'empty-2.txt': '',
  })
  await symlink('lorem.txt', join(root, 'link.txt'))
  return root
}

const names = (ndjson: string | undefined): string[] =>
  lines(ndjson ?? '').map(line => (line as { source: { name: string } }).source.name)

const codes = (ndjson: string | undefined): string[] => lines(ndjson ?? '').map(line => (line as { code: string }).code)

describe('with the real pipeline', () => {
  test('a pool, a private Redis and a given Redis give the same bytes', async () => {
    const inputs = await mixedInputs()
    const server = await privateRedis()
    const outs = { pool: await folder(), private: await folder(), given: await folder() }
    const runs = [
      await ingest({ inputs: [inputs], out: outs.pool, queue: false }),
      await ingest({ inputs: [inputs], out: outs.private }),
      await ingest({ inputs: [inputs], out: outs.given, redisUrl: server.address, workers: 1 }),
    ]
    expect(runs.map(run => run.runner)).toEqual(['pool', 'private-redis', 'redis'])
    const expected = await results(outs.pool)
    expect(await results(outs.private)).toEqual(expected)
    expect(await results(outs.given)).toEqual(expected)
    expect(Object.values(expected).join()).not.toContain(inputs)

    const { summary } = runs[0]!
    expect(summary).toMatchObject({ inputs: 19, records: 12, rejections: 4, duplicates: 3, items: 12 })
    expect(summary.version).toMatch(/^\d+\.\d+\.\d+(?:-dev)?-[0-9a-f]{12}\+[0-9a-f]{12}$/)
    expect(summary.rejectionCodes).toEqual({ E_EMPTY: 1, E_NOT_A_LETTER: 1, E_SYMLINK: 1, E_TYPE: 1 })
    expect(names(expected['records.ndjson'])).toEqual([
      'again.txt',
      ...[0, 3, 6, 9, 1, 10, 4, 7, 11, 2, 8].map(number => `letter-${number}.txt`),
    ])
    expect(names(expected['rejections.ndjson'])).toEqual(['empty-1.txt', 'fake.pdf', 'link.txt', 'lorem.txt'])
  })
})

describe('with letters of the published form', () => {
  test('a record is byte-equal to one made in this process', async () => {
    const inputs = join(import.meta.dirname, '..', '..', 'corpus', 'letters')
    const out = await folder()
    await ingest({ inputs: [inputs], out })
    let expected = ''
    for await (const entry of findInputs([inputs])) {
      const record = extractRecord(await readLetter({ bytes: await readInput(entry), name: entry.name }))
      expected += `${JSON.stringify(record)}\n`
    }
    expect((await results(out))['records.ndjson']).toBe(expected)
  })
})

describe('with any stages', () => {
  const run = (options: Omit<IngestOptions, 'stages'>) => ingest({ queue: false, ...options, stages: FAKE_STAGES })

  test('an input with several letters gives several records, and counts as one', async () => {
    const inputs = await folder()
    const out = await folder()
    await write(inputs, { 'a.txt': 'twice', 'b.txt': 'one', 'c.txt': 'refuse', 'd.txt': 'one' })
    const { summary } = await run({ inputs: [inputs], out })
    expect(summary).toMatchObject({ inputs: 4, records: 3, further: 1, rejections: 1, duplicates: 1 })
    const ids = lines((await results(out))['records.ndjson'] ?? '').map(line => (line as { id: string }).id)
    expect(ids.map(id => id.replace(/^sha256:[0-9a-f]{64}/, ''))).toEqual(['#1', '#2', ''])
    expect(await run({ inputs: [inputs], out })).toMatchObject({ processed: 0, reused: 3, summary })
  })

  test('a case in several files is marked, and its decisions count once', async () => {
    const letters = join(import.meta.dirname, '..', '..', 'corpus', 'letters')
    const [inputs, out] = [await folder(), await folder()]
    const letter = await readFile(join(letters, 'CM16-9000009.txt'), 'utf8')
    await write(inputs, { 'a.txt': letter, 'b.txt': `${letter}\n`, 'c.txt': `${letter}\n\n` })
    const { summary } = await ingest({ inputs: [inputs], out, queue: false })
    expect(summary).toMatchObject({ inputs: 3, records: 3, duplicates: 0, repeated: 2, items: 12 })
    const decisions = Object.values(summary.byCategory).reduce((sum, one) => sum + one.upheld + one.overturned, 0)
    expect(decisions).toBe(4)
    const records = lines((await results(out))['records.ndjson'] ?? '') as CaseRecord[]
    expect(records.map(caseRankOf)).toEqual([1, 2, 3])
    const marks = records.map(({ messages }) => messages.filter(({ code }) => code === 'case/duplicate').length)
    expect(marks).toEqual([0, 1, 1])
  })

  test('a second run has nothing to do and leaves the same bytes; a new input is all that the next one reads', async () => {
    const inputs = await folder()
    const out = await folder()
    await write(inputs, { 'b.txt': 'one', 'c.txt': 'refuse' })
    expect(await run({ inputs: [inputs], out })).toMatchObject({ runner: 'pool', processed: 2, reused: 0 })
    const first = await results(out)
    expect(await run({ inputs: [inputs], out })).toMatchObject({ runner: 'none', processed: 0, reused: 2 })
    expect(await results(out)).toEqual(first)
    await write(inputs, { 'a.txt': 'two' })
    expect(await run({ inputs: [inputs], out })).toMatchObject({ processed: 1, reused: 2 })
    expect(names((await results(out))['records.ndjson'])).toEqual(['a.txt', 'b.txt'])
    expect(await readdir(join(out, '.imr', 'temporary'))).toEqual([])
  })

  test('a file under a new name keeps its outcome and gets the new name', async () => {
    const inputs = await folder()
    const out = await folder()
    await write(inputs, { 'a.txt': 'one', 'b.txt': 'refuse' })
    await run({ inputs: [inputs], out })
    await rename(join(inputs, 'a.txt'), join(inputs, 'x.txt'))
    await rename(join(inputs, 'b.txt'), join(inputs, 'y.txt'))
    expect(await run({ inputs: [inputs], out })).toMatchObject({ processed: 0, reused: 2 })
    const { 'records.ndjson': records, 'rejections.ndjson': rejections } = await results(out)
    expect([names(records), names(rejections)]).toEqual([['x.txt'], ['y.txt']])
  })

  test('a name with another extension is read again, since the extension says what the content must be', async () => {
    const inputs = await folder()
    const out = await folder()
    await write(inputs, { 'a.txt': 'one' })
    await run({ inputs: [inputs], out })
    await rename(join(inputs, 'a.txt'), join(inputs, 'a.pdf'))
    expect(await run({ inputs: [inputs], out })).toMatchObject({ processed: 1, reused: 0 })
  })

  test('what an earlier run could not bring to an outcome is retried, but not forever', async () => {
    const inputs = await folder()
    const out = await folder()
    await write(inputs, { 'a.txt': 'throw up' })
    await run({ inputs: [inputs], out })
    expect(codes((await results(out))['rejections.ndjson'])).toEqual(['E_INTERNAL'])
    expect(await run({ inputs: [inputs], out })).toMatchObject({ processed: 1, reused: 0 })
    expect(await run({ inputs: [inputs], out })).toMatchObject({ processed: 1, reused: 0 })
    expect(await run({ inputs: [inputs], out })).toMatchObject({ processed: 0, reused: 1 })
    expect(await run({ inputs: [inputs], out, retry: ['E_INTERNAL'] })).toMatchObject({ processed: 1 })
  })

  test.each<[string, (whole: Buffer) => Buffer | string]>([
    ['torn', whole => whole.subarray(0, whole.length / 2)],
    ['empty', () => ''],
    ['of zeros', whole => Buffer.alloc(whole.length)],
    ['not compressed', () => '{"record":{"id":"sha2'],
  ])('an outcome that is %s is made again', async (_, damaged) => {
    const inputs = await folder()
    const out = await folder()
    await write(inputs, { 'a.txt': 'one', 'b.txt': 'two' })
    await run({ inputs: [inputs], out })
    const first = await results(out)
    const folders = join(out, '.imr', 'outcomes', 'fake-1')
    const [shard] = await readdir(folders)
    const [file] = await readdir(join(folders, shard!))
    const path = join(folders, shard!, file!)
    await writeFile(path, damaged(await readFile(path)))
    expect(await run({ inputs: [inputs], out })).toMatchObject({ processed: 1, reused: 1 })
    expect(await results(out)).toEqual(first)
  })

  test('progress runs to the number of distinct inputs', async () => {
    const inputs = await folder()
    await write(inputs, { 'a.txt': 'one', 'b.txt': 'one', 'c.txt': 'refuse', 'd.txt': '' })
    const seen: Progress[] = []
    await run({ inputs: [inputs], out: await folder(), onProgress: progress => seen.push(progress) })
    expect(seen[0]).toMatchObject({ done: 0, total: 0, listed: false })
    expect(seen.find(({ listed }) => listed)).toMatchObject({ total: 3 })
    expect(seen.at(-1)).toMatchObject({ done: 3, total: 3, rejected: 2, secondsLeft: 0 })
  })

  test('a folder without files is a run without inputs', async () => {
    const out = await folder()
    const { summary } = await run({ inputs: [await folder()], out })
    expect(summary).toMatchObject({ inputs: 0, records: 0, rejections: 0, duplicates: 0 })
    expect((await results(out))['records.ndjson']).toBe('')
  })

  test('wrong usage and a disk that refuses are errors of the command', async () => {
    const inputs = await folder()
    const out = await folder()
    await write(inputs, { 'a.txt': 'one' })
    await expect(run({ inputs: [join(inputs, 'absent')], out })).rejects.toBeInstanceOf(UsageError)
    await expect(run({ inputs: [out], out })).rejects.toBeInstanceOf(UsageError)
    await write(out, { '.imr/outcomes/fake-1': 'a file where a folder is needed' })
    await expect(run({ inputs: [inputs], out })).rejects.toMatchObject({ code: 'ENOTDIR' })
  })

  test('a server that does not answer is an error, and its password is not shown', async () => {
    const inputs = await folder()
    await write(inputs, { 'a.txt': 'one' })
    const failing = run({
      inputs: [inputs],
      out: await folder(),
      queue: true,
      redisUrl: 'redis://u:secret@127.0.0.1:1',
    })
    await expect(failing).rejects.toThrow('no Redis answers at redis://127.0.0.1:1')
  })
})
