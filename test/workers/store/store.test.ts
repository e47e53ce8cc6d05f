import { spawnSync } from 'node:child_process'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { draftIn, publish } from '../../../disk/atomic.ts'
import { headOf, type Outcome, rejectionOf, renamed, settles, sha256 } from '../../../workers/store/outcome.ts'
import { openStore, prepareStore } from '../../../workers/store/store.ts'
import { folder } from '../support.ts'

const HASH = sha256('letter')
const FILE = join('.imr', 'outcomes', '1.0', HASH.slice(0, 2), `${HASH}.json.zst`)

function outcome(code: Parameters<typeof rejected>[0] = 'E_NO_TEXT'): Outcome {
  return { rejection: rejected(code) }
}

function rejected(code: 'E_NO_TEXT' | 'E_CHANGED' | 'E_INTERNAL') {
  const origin = { hash: HASH, name: 'a.txt', relative: 'a.txt', bytes: 6 }
  return { ...rejectionOf(new Error('x'), origin, 'read'), code }
}

test('an outcome is found only under its hash and version', async () => {
  const out = await folder()
  const store = await prepareStore(out, '1.0')
  await store.putOutcome(HASH, outcome())
  expect(await store.outcome(HASH)).toEqual(outcome())
  expect(await (await openStore(out, '1.0')).outcome(HASH)).toEqual(outcome())
  expect(await (await openStore(out, '1.1')).outcome(HASH)).toBeUndefined()
  await store.dropOutcome(HASH)
  expect(await store.outcome(HASH)).toBeUndefined()
})

const other = (change: (text: string) => string) => (bytes: Buffer) =>
  zstdCompressSync(change(zstdDecompressSync(bytes).toString()))

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['nothing', () => Buffer.alloc(0)],
  ['its first half', bytes => bytes.subarray(0, bytes.length / 2)],
  ['zeros', bytes => Buffer.alloc(bytes.length)],
  [
    'one byte that is wrong',
    bytes => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))),
  ],
  ['another letter', other(text => text.replace(HASH, sha256('other')))],
  ['half of a text', other(text => text.slice(0, text.length / 2))],
  ['another shape', other(() => '[]')],
])('a file that holds %s counts as absent', async (_what, spoil) => {
  const out = await folder()
  const store = await prepareStore(out, '1.0')
  await store.putOutcome(HASH, outcome())
  await writeFile(join(out, FILE), spoil(await readFile(join(out, FILE))))
  expect(await store.outcome(HASH)).toBeUndefined()
})

test('a file that is never finished leaves the old one, and no trace', async () => {
  const out = await folder()
  const { temporary } = await prepareStore(out, '1.0')
  await writeFile(join(out, 'data'), 'old')
  const failing = publish(temporary, join(out, 'data'), async file => {
    await file.writeFile('ne')
    throw new Error('disk')
  })
  await expect(failing).rejects.toThrow('disk')
  expect(await readFile(join(out, 'data'), 'utf8')).toBe('old')
  expect(await readdir(temporary)).toEqual([])
})

test('drafts of dead processes are swept at the start, those of living ones and of other machines are not', async () => {
  const out = await folder()
  const { temporary } = await prepareStore(out, '1.0')
  const { pid } = spawnSync('true')
  const mine = draftIn(temporary)
  const dead = mine.replace(`${process.pid}-`, `${pid}-`)
  const elsewhere = join(temporary, `${pid}-0-draft`)
  const forgotten = join(temporary, `${process.pid}-0-draft`)
  for (const draft of [mine, dead, elsewhere, forgotten]) await writeFile(draft, 'torn or in work')
  await utimes(forgotten, 0, 0)
  await prepareStore(out, '1.0')
  expect((await readdir(temporary)).sort()).toEqual([mine, elsewhere].map(path => basename(path)).sort())
})

test('a store that is not visible is a fault, not an empty store', async () => {
  await expect(openStore(join(await folder(), 'elsewhere'), '1.0')).rejects.toMatchObject({ code: 'ENOENT' })
})

test('an unexpected error gives its type and never its message', () => {
  const origin = { hash: null, name: 'a', relative: 'b/a', bytes: null }
  expect(rejectionOf(new RangeError('canary'), origin, 'extract')).toEqual({
    id: `path:${sha256('b/a')}`,
    source: { name: 'a', bytes: null },
    code: 'E_INTERNAL',
    stage: 'extract',
    reason: 'unexpected RangeError',
  })
})

test('an outcome is valid unless it depended on the moment or the name has another extension', () => {
  expect(settles(headOf(outcome()), 'b.TXT')).toBe(true)
  expect(settles(headOf(outcome()), 'a.pdf')).toBe(false)
  expect(settles(headOf(outcome('E_CHANGED')), 'a.txt')).toBe(false)
  expect(settles(headOf(outcome('E_INTERNAL')), 'a.txt')).toBe(false)
  expect(settles(headOf(outcome()), 'a.txt', new Set(['E_NO_TEXT']))).toBe(false)
  expect(renamed(outcome(), 'b.txt')).toMatchObject({ rejection: { source: { name: 'b.txt', bytes: 6 } } })
})
