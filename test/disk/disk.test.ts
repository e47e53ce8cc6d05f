import { spawnSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ingest, readStatus } from '../../workers/index.ts'
import { FAKE_STAGES, folder, results, write } from '../workers/support.ts'

/** Real file systems of a few hundred KB, which only root may mount. */
const isRoot = process.getuid?.() === 0

async function smallDisk(options: string): Promise<string | undefined> {
  const path = join(await folder(), 'disk')
  await mkdir(path)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]).status === 0
  if (!mounted) return undefined
  onTestFinished(() => void spawnSync('umount', ['-l', path]))
  return path
}

async function letters(): Promise<string> {
  const root = await folder()
  const texts = Array.from({ length: 60 }, (_, at) => [`${at}.txt`, `${at} ${'x'.repeat(4000)}`])
  await write(root, Object.fromEntries(texts))
  return root
}

describe.runIf(isRoot)('a disk', () => {
  test.each([
    ['a pool', false],
    ['a queue', true],
  ])('that is full ends a run on %s with a message, and the next run resumes it', async (_runner, queue) => {
    const out = await smallDisk('size=400k')
    if (out === undefined) return expect(isRoot, 'this machine mounts nothing').toBe(true)
    const inputs = await letters()
    const filler = join(out, 'filler')
    await writeFile(filler, Buffer.alloc(200 * 1024))
    const run = () => ingest({ inputs: [inputs], out, queue, stages: FAKE_STAGES })
    await expect(run()).rejects.toThrow(/no room left for .*: free some space and run the same command again/)
    await rm(filler)
    spawnSync('mount', ['-o', 'remount,size=8m', out])
    const { summary, reused } = await run()
    expect(summary).toMatchObject({ inputs: 60, records: 60 })
    expect(reused).toBeGreaterThan(0)
    const elsewhere = await folder()
    await ingest({ inputs: [inputs], out: elsewhere, queue: false, stages: FAKE_STAGES })
    expect(await results(out)).toEqual(await results(elsewhere))
    expect(readStatus(out).state).toBe('done')
  })

  test('that is read-only is reported, and the run succeeds once it is writable', async () => {
    const out = await smallDisk('size=8m')
    if (out === undefined) return expect(isRoot, 'this machine mounts nothing').toBe(true)
    const inputs = await letters()
    const run = () => ingest({ inputs: [inputs], out, queue: false, stages: FAKE_STAGES })
    spawnSync('mount', ['-o', 'remount,ro', out])
    await expect(run()).rejects.toThrow(/cannot write to .*: change its permissions and run the same command again/)
    spawnSync('mount', ['-o', 'remount,rw', out])
    expect(await run()).toMatchObject({ processed: 60 })
  })
})
