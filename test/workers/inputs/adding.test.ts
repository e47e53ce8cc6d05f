import { readFile, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type IngestOptions, ingest } from '../../../workers/index.ts'
import { SILENT } from '../../../workers/monitoring/log.ts'
import { FAKE_STAGES, folder, lines, results, startIngest, until, write } from '../support.ts'

const run = (options: Omit<IngestOptions, 'stages'>) => ingest({ queue: false, ...options, stages: FAKE_STAGES })

async function known(out: string): Promise<readonly Record<string, unknown>[]> {
  return lines(await readFile(join(out, 'inputs.ndjson'), 'utf8')) as Record<string, unknown>[]
}

const names = async (out: string): Promise<string[]> =>
  (await known(out)).map(({ path }) => (path as string).split('/').slice(-2).join('/'))

async function twoFolders() {
  const root = await folder()
  await write(root, { 'a/1.txt': 'one', 'a/2.txt': 'two', 'b/3.txt': 'three', 'b/4.txt': 'refuse' })
  return { root, a: join(root, 'a'), b: join(root, 'b'), out: await folder() }
}

describe('a run into a folder with results', () => {
  test('adds to them: chunks of inputs, in any order, give what a single run gives', async () => {
    const { root, a, b, out } = await twoFolders()
    await run({ inputs: [b], out })
    const { summary } = await run({ inputs: [a], out })
    expect(summary).toMatchObject({ inputs: 4, records: 3, rejections: 1 })
    expect(await names(out)).toEqual(['a/1.txt', 'a/2.txt', 'b/3.txt', 'b/4.txt'])
    const whole = await folder()
    await run({ inputs: [root], out: whole })
    expect(await results(out)).toEqual(await results(whole))
  })

  test('drops what is not named only when told to, and counts it', async () => {
    const { a, b, out } = await twoFolders()
    await run({ inputs: [a, b], out })
    expect(await run({ inputs: [a], out })).toMatchObject({ pruned: 0, summary: { inputs: 4 } })
    expect(await run({ inputs: [a], out, prune: true })).toMatchObject({ pruned: 2, summary: { inputs: 2 } })
    expect(await names(out)).toEqual(['a/1.txt', 'a/2.txt'])
  })

  test('keeps the record of a file that is gone, and says so', async () => {
    const { a, b, out } = await twoFolders()
    await run({ inputs: [a, b], out })
    await rm(join(a, '1.txt'))
    expect(await run({ inputs: [a], out })).toMatchObject({ gone: 1, processed: 0, summary: { inputs: 4, records: 3 } })
  })

  test('recognizes a file that has moved', async () => {
    const { a, b, out } = await twoFolders()
    await run({ inputs: [a, b], out })
    await rename(join(a, '1.txt'), join(b, '1.txt'))
    expect(await run({ inputs: [a, b], out })).toMatchObject({ gone: 0, processed: 0, summary: { duplicates: 0 } })
    expect(await names(out)).toEqual(['a/2.txt', 'b/1.txt', 'b/3.txt', 'b/4.txt'])
  })

  test('an input that is named twice counts once', async () => {
    const { a, out } = await twoFolders()
    const { summary } = await run({ inputs: [a, join(a, '1.txt'), a], out })
    expect(summary).toMatchObject({ inputs: 2, duplicates: 0 })
  })

  test('a damaged catalogue is reported, with the remedy', async () => {
    const { a, out } = await twoFolders()
    await run({ inputs: [a], out })
    await write(out, { '.imr/inputs.sqlite': 'this is no database, and long enough to be seen as none'.repeat(20) })
    await expect(run({ inputs: [a], out })).rejects.toThrow('is damaged: remove it')
  })
})

describe('a run that did not end', () => {
  const wrong = (content: (at: number) => string) =>
    Object.fromEntries(Array.from({ length: 210 }, (_, at) => [`wrong/${at}.txt`, content(at)]))
  const refused = (at: number) => `refuse ${at}`
  const killed = async ({ inputs, out }: Pick<IngestOptions, 'out'> & { inputs: string[] }) => {
    const started = startIngest({ inputs, out, queue: false, stages: FAKE_STAGES })
    await until(() => /"done":[1-9]/.test(started.output()))
    started.child.kill('SIGKILL')
    await started.exit
    throw new Error('killed')
  }

  test.each([
    ['was stopped at its rejections', refused, run, 'stopped'],
    [
      'never started',
      refused,
      (of: IngestOptions) => run({ ...of, queue: true, redisUrl: 'redis://127.0.0.1:1' }),
      'no Redis',
    ],
    ['was killed', (at: number) => `slow ${at}`, killed, 'killed'],
  ] as const)('leaves the inputs as they were: one that %s', async (_how, content, fail, message) => {
    const { root, a, b, out } = await twoFolders()
    await run({ inputs: [b], out })
    await write(root, wrong(content))
    const inputs = [join(root, 'wrong')]
    await expect(fail({ inputs, out, prune: true })).rejects.toThrow(message)
    const said: string[] = []
    const log = { ...SILENT, warn: (text: string) => void said.push(text) }
    expect(await run({ inputs: [a], out, log })).toMatchObject({ pruned: 0, summary: { inputs: 4 } })
    expect(await names(out)).toEqual(['a/1.txt', 'a/2.txt', 'b/3.txt', 'b/4.txt'])
    expect(said).toEqual([expect.stringMatching(/^the last run did not end/)])
    await run({ inputs: [a], out, log })
    expect(said).toHaveLength(1)
  })

  test('is done by the same command, which keeps what it read', async () => {
    const { root, out } = await twoFolders()
    await write(root, wrong(refused))
    await expect(run({ inputs: [root], out, maxRejections: 0.5 })).rejects.toThrow('stopped')
    const again = await run({ inputs: [root], out, maxRejections: 1 })
    expect(again).toMatchObject({ summary: { inputs: 214 } })
    expect(again.reused).toBeGreaterThanOrEqual(200)
  })
})

test('inputs.ndjson says what became of each input by its path', async () => {
  const root = await folder()
  const out = await folder()
  await write(root, { 'x/a.txt': 'one', 'y/a.txt': 'refuse', 'z/a.txt': 'one', 'e.txt': '', 'p.txt': 'partial' })
  await run({ inputs: [root], out })
  const at = (name: string) => join(root, name)
  expect(await known(out)).toMatchObject([
    { path: at('e.txt'), state: 'rejected', code: 'E_EMPTY', caseNumbers: [] },
    { path: at('p.txt'), state: 'partial', code: null },
    { path: at('x/a.txt'), state: 'record', code: null, duplicateOf: null },
    { path: at('y/a.txt'), state: 'rejected', code: 'E_NOT_A_LETTER' },
    { path: at('z/a.txt'), state: 'duplicate', duplicateOf: at('x/a.txt') },
  ])
})

test('inputs.ndjson has the path of each rejection, also of an input that was not read', async () => {
  const root = await folder()
  const out = await folder()
  await write(root, { 'a.txt': 'refuse', 'b.zip': 'PK\u0003\u0004' })
  await symlink('a.txt', join(root, 'c.txt'))
  await run({ inputs: [root], out })
  const rejections = lines(await readFile(join(out, 'rejections.ndjson'), 'utf8')) as Record<string, unknown>[]
  const paths = new Map((await known(out)).map(({ id, path }) => [id, path]))
  expect(rejections.map(({ id, code }) => [code, paths.get(id)])).toEqual([
    ['E_NOT_A_LETTER', join(root, 'a.txt')],
    ['E_ARCHIVE', join(root, 'b.zip')],
    ['E_SYMLINK', join(root, 'c.txt')],
  ])
})

describe('inputs that are probably the wrong ones', () => {
  const files = (count: number, content: (at: number) => string) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.txt`, content(at)]))

  test('stop the run if the first 200 are all rejected', async () => {
    const inputs = await folder()
    await write(
      inputs,
      files(210, at => `refuse ${at}`),
    )
    const out = await folder()
    await expect(run({ inputs: [inputs], out })).rejects.toThrow(/200 of the first 200 inputs were rejected, .*E_NOT/)
    expect(await run({ inputs: [inputs], out, maxRejections: 1 })).toMatchObject({ summary: { rejections: 210 } })
  })

  test('stop it at a given share', async () => {
    const inputs = await folder()
    await write(
      inputs,
      files(210, at => (at % 2 ? `refuse ${at}` : `letter ${at}`)),
    )
    await expect(run({ inputs: [inputs], out: await folder(), maxRejections: 0.4 })).rejects.toThrow('stopped')
    expect(await run({ inputs: [inputs], out: await folder() })).toMatchObject({ summary: { rejections: 105 } })
  })
})

test('no workers and no server would wait forever, and are wrong usage', async () => {
  const { a, out } = await twoFolders()
  await expect(run({ inputs: [a], out, workers: 0 })).rejects.toThrow('needs --redis')
})

test('a place that cannot hold results is wrong usage', async () => {
  const { a } = await twoFolders()
  await expect(run({ inputs: [a], out: '/proc/imr-results' })).rejects.toThrow('cannot create a folder')
  await expect(run({ inputs: [a], out: join(a, '1.txt') })).rejects.toThrow('is a file')
})
