import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { describe, expect, test } from 'vitest'
import { type IngestOptions, ingest } from '../../../workers/index.ts'
import type { InputEntry } from '../../../workers/inputs/entry.ts'
import { findInputs } from '../../../workers/inputs/find.ts'
import { readInput } from '../../../workers/inputs/read.ts'
import type { FindOptions } from '../../../workers/inputs/wanted.ts'
import { FAKE_STAGES, folder, results, write } from '../support.ts'
import { zipOf } from './zip.ts'

async function listed(paths: string[], options: FindOptions = {}): Promise<InputEntry[]> {
  const entries: InputEntry[] = []
  for await (const entry of findInputs(paths, options)) entries.push(entry)
  return entries
}

async function tarOf(files: Readonly<Record<string, string>>, target: string): Promise<void> {
  const packing = pack()
  for (const [name, content] of Object.entries(files)) packing.entry({ name }, content)
  packing.entry({ name: 'a-link', type: 'symlink', linkname: '/etc/passwd' })
  packing.finalize()
  await pipeline(packing as unknown as NodeJS.ReadableStream, createWriteStream(target))
}

const FILES = { 'march/b.txt': 'two', './march/a.txt': 'one', 'march/.hidden': 'x', '__MACOSX/march/._a.txt': 'x' }

async function archives(): Promise<string> {
  const root = await folder()
  await tarOf(FILES, join(root, 'letters.tar'))
  const { readFile } = await import('node:fs/promises')
  await writeFile(join(root, 'letters.tgz'), gzipSync(await readFile(join(root, 'letters.tar'))))
  await writeFile(join(root, 'letters.zip'), zipOf(FILES))
  return root
}

describe.each(['letters.zip', 'letters.tar', 'letters.tgz'])('%s', name => {
  test('gives its members by their paths, without links and hidden files', async () => {
    const root = await archives()
    const skipped: string[] = []
    const found = await listed([join(root, name)], { onSkip: reason => skipped.push(reason) })
    expect(found.map(({ path }) => path).sort()).toEqual([
      join(root, `${name}!/march/a.txt`),
      join(root, `${name}!/march/b.txt`),
    ])
    const contents = await Promise.all(found.map(async entry => Buffer.from(await readInput(entry)).toString()))
    expect(contents.sort()).toEqual(['one', 'two'])
    expect(skipped).toEqual(['hidden', 'hidden'])
  })

  test('is filtered by globs, like a folder', async () => {
    const root = await archives()
    const found = await listed([root], { include: ['b.*'], exclude: ['*.tar'] })
    expect(found.map(({ relative }) => relative)).toEqual(['letters.tgz!/march/b.txt', 'letters.zip!/march/b.txt'])
  })
})

test('letters in an archive give the same records as the files', async () => {
  const root = await folder()
  const files = { 'a.txt': 'one', 'b.txt': 'refuse', 'c.txt': 'three' }
  await write(root, Object.fromEntries(Object.entries(files).map(([name, text]) => [`plain/${name}`, text])))
  await writeFile(join(root, 'packed.zip'), zipOf(files))
  const run = (options: Omit<IngestOptions, 'stages'>) => ingest({ ...options, stages: FAKE_STAGES })
  const [plain, packed] = [await folder(), await folder()]
  await run({ inputs: [join(root, 'plain')], out: plain, queue: false })
  await run({ inputs: [join(root, 'packed.zip')], out: packed, queue: false })
  expect(await results(packed)).toEqual(await results(plain))
  expect(await run({ inputs: [join(root, 'packed.zip')], out: packed, queue: false })).toMatchObject({ reused: 3 })
})

describe('a malicious archive', () => {
  test('is cut short if it expands far too much', async () => {
    const root = await folder()
    const zeros = Buffer.alloc(20 * 2 ** 20)
    const bomb = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.txt`, zeros]))
    await writeFile(join(root, 'bomb.zip'), zipOf(bomb))
    const found = await listed([join(root, 'bomb.zip')])
    expect(found.at(-1)).toMatchObject({ name: 'bomb.zip', problem: { code: 'E_ARCHIVE' } })
    expect(found.length).toBeLessThan(20)
  })

  test('is reported if it is damaged, and what came before remains valid', async () => {
    const root = await folder()
    const whole = gzipSync(Buffer.concat([Buffer.from(await tarBytes({ 'a.txt': 'one', 'b.txt': 'x'.repeat(5000) }))]))
    await writeFile(join(root, 'cut.tgz'), whole.subarray(0, whole.length - 20))
    const found = await listed([join(root, 'cut.tgz')])
    expect(found.at(-1)).toMatchObject({ name: 'cut.tgz', problem: { code: 'E_ARCHIVE' } })
    expect(found[0]).toMatchObject({ name: 'a.txt' })
  })

  test('a member that is too large is rejected unread; a file with the wrong extension is no archive', async () => {
    const root = await folder()
    await writeFile(join(root, 'large.zip'), zipOf({ 'large.txt': Buffer.alloc(26 * 2 ** 20), 'small.txt': 'x' }))
    await write(root, { 'fake.zip': 'a text and no archive' })
    expect((await listed([root])).map(({ relative, problem }) => [relative, problem?.code])).toEqual([
      ['fake.zip', undefined],
      ['large.zip!/large.txt', 'E_TOO_LARGE'],
      ['large.zip!/small.txt', undefined],
    ])
  })
})

async function tarBytes(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const packing = pack()
  for (const [name, content] of Object.entries(files)) packing.entry({ name }, content)
  packing.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of packing) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
