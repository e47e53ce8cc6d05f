import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, symlink, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type InputEntry, UsageError } from '../../../workers/inputs/entry.ts'
import { findInputs } from '../../../workers/inputs/find.ts'
import { inspect, readInput } from '../../../workers/inputs/read.ts'
import { folder, write } from '../support.ts'

async function listed(paths: string[], except?: string): Promise<InputEntry[]> {
  const entries: InputEntry[] = []
  for await (const entry of findInputs(paths, { except })) entries.push(entry)
  return entries
}

const codes = (entries: InputEntry[]) => entries.map(({ relative, problem }) => [relative, problem?.code])

test('a folder means its files in the code-unit order of their whole paths', async () => {
  const root = await folder()
  await write(root, {
    'b.txt': 'x',
    'a/z.txt': 'x',
    'a-b/y.txt': 'x',
    'a.txt': 'x',
    'Z.txt': 'x',
    'é.txt': 'x',
    'a/b/c.txt': 'x',
  })
  const order = (await listed([root])).map(entry => entry.relative)
  expect(order).toEqual(['Z.txt', 'a-b/y.txt', 'a.txt', 'a/b/c.txt', 'a/z.txt', 'b.txt', 'é.txt'])
  expect(order).toEqual([...order].sort())
})

test('arguments keep their order; a single file is known by its base name', async () => {
  const root = await folder()
  await write(root, { 'b.txt': '12', 'a/z.txt': 'x' })
  const entries = await listed([join(root, 'b.txt'), join(root, 'a')])
  expect(entries).toMatchObject([
    { relative: 'b.txt', name: 'b.txt', path: join(root, 'b.txt'), bytes: 2 },
    { relative: 'z.txt', name: 'z.txt', path: join(root, 'a/z.txt'), bytes: 1 },
  ])
})

test('the output folder is left out', async () => {
  const root = await folder()
  await write(root, { 'a.txt': 'x', 'out/records.ndjson': 'x' })
  expect((await listed([root], join(root, 'out'))).map(entry => entry.relative)).toEqual(['a.txt'])
})

test('links that are found are refused and never followed, even in a circle', async () => {
  const root = await folder()
  await write(root, { 'real/a.txt': 'x' })
  await symlink('real/a.txt', join(root, 'file'))
  await symlink('.', join(root, 'circle'))
  await symlink('nowhere', join(root, 'nothing'))
  await symlink('itself', join(root, 'itself'))
  expect(codes(await listed([root]))).toEqual([
    ['circle', 'E_SYMLINK'],
    ['file', 'E_SYMLINK'],
    ['itself', 'E_SYMLINK'],
    ['nothing', 'E_SYMLINK'],
    ['real/a.txt', undefined],
  ])
})

test('pipes, empty files and huge files are refused by size and kind alone', async () => {
  const root = await folder()
  await write(root, { empty: '', giant: '', limit: '' })
  await truncate(join(root, 'giant'), 25 * 2 ** 20 + 1)
  await truncate(join(root, 'limit'), 25 * 2 ** 20)
  spawnSync('mkfifo', [join(root, 'pipe')])
  expect(codes(await listed([root]))).toEqual([
    ['empty', 'E_EMPTY'],
    ['giant', 'E_TOO_LARGE'],
    ['limit', undefined],
    ['pipe', 'E_NOT_REGULAR'],
  ])
})

test('what cannot be opened is refused, a folder as well as a file', async () => {
  const root = await folder()
  await write(root, { 'file.txt': 'x', 'closed/a.txt': 'x' })
  await chmod(join(root, 'file.txt'), 0)
  await chmod(join(root, 'closed'), 0)
  await asNobody(root, async () => {
    const [closed, file] = await listed([root])
    expect(closed).toMatchObject({ relative: 'closed', problem: { code: 'E_UNREADABLE' } })
    await expect(readInput(file!)).rejects.toMatchObject({ code: 'E_UNREADABLE' })
  })
  await chmod(join(root, 'closed'), 0o700)
})

test('a path that does not exist is wrong usage, before anything is listed', async () => {
  const root = await folder()
  await expect(listed([root, join(root, 'absent')])).rejects.toBeInstanceOf(UsageError)
  await expect(listed([])).rejects.toBeInstanceOf(UsageError)
})

test('what replaced a listed file is not read', async () => {
  const root = await folder()
  await write(root, { real: 'x' })
  await symlink('real', join(root, 'link'))
  await mkdir(join(root, 'folder'))
  spawnSync('mkfifo', [join(root, 'pipe')])
  const code = (name: string) =>
    readInput({ path: join(root, name) }).then(
      bytes => bytes.length,
      error => error.code,
    )
  expect(await code('link')).toBe('E_SYMLINK')
  expect(await code('folder')).toBe('E_NOT_REGULAR')
  expect(await code('pipe')).toBe('E_NOT_REGULAR')
  expect(await code('gone')).toBe('E_UNREADABLE')
  expect(await code('real')).toBe(1)
})

test('files have a hash even if they are refused unread, and none if they cannot be read', async () => {
  const root = await folder()
  await write(root, { empty: '', letter: 'x', large: '' })
  await truncate(join(root, 'large'), 25 * 1024 * 1024 + 1)
  await symlink('letter', join(root, 'link'))
  const looks: Record<string, unknown> = {}
  for (const entry of await listed([root])) {
    const { hash, content } = await inspect(entry)
    looks[entry.name] = [hash === null ? null : hash.slice(0, 8), content?.length ?? null]
  }
  const zeros = createHash('sha256').update(Buffer.alloc(25 * 1024 * 1024 + 1))
  expect(looks).toEqual({
    empty: ['e3b0c442', null],
    large: [zeros.digest('hex').slice(0, 8), null],
    letter: ['2d711642', 1],
    link: [null, null],
  })
})

/** Permissions do not apply to root. */
async function asNobody(root: string, act: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return act()
  await chmod(root, 0o755)
  process.seteuid?.(65534)
  try {
    await act()
  } finally {
    process.seteuid?.(0)
  }
}
