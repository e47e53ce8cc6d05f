import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { cpuSeconds } from '../../../workers/sandbox/confine.ts'
import { openSandbox, type SandboxOptions } from '../../../workers/sandbox/sandbox.ts'
import { openSandboxes } from '../../../workers/sandbox/sandboxes.ts'
import { type Ref, sha256 } from '../../../workers/store/outcome.ts'
import { prepareStore } from '../../../workers/store/store.ts'
import { PIPELINE_VERSION } from '../fake-stages.ts'
import { below, FAKE_STAGES, folder, runs, until, write } from '../support.ts'

async function letters(...texts: string[]) {
  const out = await folder()
  const store = await prepareStore(out, PIPELINE_VERSION)
  await write(out, Object.fromEntries(texts.map((text, index) => [`${index}.txt`, text])))
  const refs: Ref[] = texts.map((text, index) => {
    const name = `${index}.txt`
    return { hash: sha256(text), path: join(out, name), name, bytes: text.length }
  })
  const outcomes = () => Promise.all(refs.map(({ hash }) => store.outcome(hash)))
  const ends = async () =>
    (await outcomes()).map(outcome => {
      if (!outcome) return null
      return 'records' in outcome ? 'record' : outcome.rejection.code
    })
  const reasons = async () =>
    (await outcomes()).map(outcome => (outcome && 'rejection' in outcome ? outcome.rejection.reason : null))
  return { out, refs, ends, reasons }
}

function sandboxWith(options: SandboxOptions = {}) {
  const sandbox = openSandbox({ stages: FAKE_STAGES, ...options })
  onTestFinished(() => sandbox.close())
  return sandbox
}

test('a letter that hangs affects only itself', async () => {
  const { out, refs, ends } = await letters('a', 'hang', 'b')
  const sandbox = sandboxWith({ seconds: 2 })
  await sandbox.run({ stage: 'parse', out, refs })
  await sandbox.run({ stage: 'extract', out, refs })
  expect(await ends()).toEqual(['record', 'E_TIMEOUT', 'record'])
})

// On a busy machine it takes seconds to fill so much memory, so that a short deadline would pass first.
test('a letter that hoards or crashes affects only itself', async () => {
  const { out, refs, ends } = await letters('a', 'hoard', 'b', 'crash', 'c')
  const sandbox = sandboxWith({ megabytes: 400 })
  await sandbox.run({ stage: 'parse', out, refs })
  await sandbox.run({ stage: 'extract', out, refs })
  expect(await ends()).toEqual(['record', 'E_MEMORY', 'record', 'E_INTERNAL', 'record'])
})

test('letters that are extracted together do not affect each other', async () => {
  const { out, refs, ends } = await letters('a', 'burst', 'b', 'late', 'c', 'stall', 'd')
  const sandbox = sandboxWith({ seconds: 2 })
  await sandbox.run({ stage: 'parse', out, refs })
  expect(await ends()).toEqual(Array(7).fill(null))
  await sandbox.run({ stage: 'extract', out, refs })
  expect(await ends()).toEqual(['record', 'E_INTERNAL', 'record', 'E_INTERNAL', 'record', 'E_TIMEOUT', 'record'])
})

test('a child that is killed from outside is replaced, and its letter read again', async () => {
  const { out, refs, ends } = await letters('slow 1', 'slow 2', 'slow 3', 'slow 4', 'slow 5', 'slow 6')
  const sandbox = sandboxWith()
  const done = sandbox.run({ stage: 'extract', out, refs })
  await until(async () => (await ends())[1] !== null)
  for (const pid of below('stage-main')) process.kill(pid, 'SIGKILL')
  await done
  expect(await ends()).toEqual(Array(6).fill('record'))
})

test('a letter whose child is killed again and again is read in the end', async () => {
  const { out, refs, ends, reasons } = await letters('a', `killed 4 ${join(await folder(), 'count')}`, 'b')
  await sandboxWith().run({ stage: 'extract', out, refs })
  expect(await ends()).toEqual(['record', 'record', 'record'])
  expect(await reasons()).toEqual([null, null, null])
})

test('a letter whose child is killed every time is given up', async () => {
  const count = join(await folder(), 'count')
  const { out, refs, ends, reasons } = await letters('a', `killed 99 ${count}`, 'b')
  await sandboxWith().run({ stage: 'extract', out, refs })
  expect(await ends()).toEqual(['record', 'E_INTERNAL', 'record'])
  expect(await reasons()).toEqual([null, 'the process that read it was killed from outside five times', null])
  expect((await readFile(count, 'utf8')).length).toBe(5)
})

test('a child passes on the warnings about itself, which have a code', async () => {
  const { out, refs, ends } = await letters('warn', 'a')
  const warn = vi.spyOn(process, 'emitWarning').mockReturnValue()
  onTestFinished(() => warn.mockRestore())
  await sandboxWith().run({ stage: 'extract', out, refs })
  expect(await ends()).toEqual(['record', 'record'])
  expect(warn.mock.calls).toEqual([['something about itself', { code: 'IMR_TEST' }]])
})

test('a fault of the disk is an error, not a rejection', async () => {
  const { out, refs, ends } = await letters('a')
  await write(out, { '.imr/parsed': 'a file where a folder is needed' })
  await expect(sandboxWith().run({ stage: 'parse', out, refs })).rejects.toMatchObject({ code: 'ENOTDIR' })
  expect(await ends()).toEqual([null])
})

test('stages that cannot be loaded are an error', async () => {
  const { out, refs } = await letters('a')
  const sandbox = sandboxWith({ stages: new URL('./absent.ts', import.meta.url).href })
  await expect(sandbox.run({ stage: 'parse', out, refs })).rejects.toMatchObject({ code: 'ERR_MODULE_NOT_FOUND' })
})

test('closing ends the child, even in a letter that hangs', async () => {
  const { out, refs } = await letters('hang')
  const sandboxes = openSandboxes(1, { stages: FAKE_STAGES })
  const failed = expect(sandboxes.run({ stage: 'parse', out, refs })).rejects.toThrow('closed')
  await until(async () => below('stage-main').length > 0)
  const pids = below('stage-main')
  await sandboxes.close()
  await failed
  expect(pids.some(runs)).toBe(false)
})

test('a child does not outlive a parent that is killed, even in a letter that hangs', async () => {
  const { out, refs } = await letters('hang')
  const module = new URL('../../../workers/sandbox/sandbox.ts', import.meta.url).href
  const task = JSON.stringify({ stage: 'parse', out, refs })
  const script = `await (await import('${module}')).openSandbox({ stages: '${FAKE_STAGES}', seconds: 600 }).run(${task})`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' })
  onTestFinished(() => void parent.kill('SIGKILL'))
  await until(async () => (await computing(parent.pid)).length > 0)
  const children = await computing(parent.pid)
  parent.kill('SIGKILL')
  await until(() => !children.some(runs))
})

/** Children in the middle of a letter: starting up does not use this much of a core. */
const computing = async (parent: number | undefined): Promise<number[]> =>
  below('stage-main', parent).filter(pid => cpuSeconds(pid) > 2)
