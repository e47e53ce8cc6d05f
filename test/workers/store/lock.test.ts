import { spawn, spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { MACHINE } from '../../../disk/index.ts'
import { ingest, readStatus } from '../../../workers/index.ts'
import { isLocked, lock } from '../../../workers/store/lock.ts'
import { FAKE_STAGES, folder, startIngest, until, write } from '../support.ts'

async function state() {
  const root = await folder()
  await mkdir(join(root, 'temporary'))
  const hold = (holder: unknown) => writeFile(join(root, 'lock'), JSON.stringify(holder))
  return { root, hold, take: () => lock(root, join(root, 'temporary')) }
}

test('is held by one process at a time; releasing it leaves nothing', async () => {
  const { root, take } = await state()
  const unlock = take()
  expect(isLocked(root)).toBe(true)
  expect(take).toThrow(`another ingest into this folder is running: process ${process.pid} on ${hostname()}`)
  unlock()
  expect(isLocked(root)).toBe(false)
  take()()
  expect(await readdir(root)).toEqual(['temporary'])
  expect(await readdir(join(root, 'temporary'))).toEqual([])
})

test('a lock is void if its process is gone, if another has its id, or if it is unreadable', async () => {
  const { root, hold, take } = await state()
  const [machine, host] = [MACHINE, hostname()]
  const { pid } = spawnSync('true')
  for (const holder of [
    { pid, started: '1', machine, host },
    { pid: process.pid, started: '1', machine, host },
    'torn',
    null,
  ]) {
    await hold(holder)
    expect(isLocked(root)).toBe(false)
    take()()
  }
})

test('a process on another machine cannot be checked: the user is told how to proceed', async () => {
  const { root, hold, take } = await state()
  await hold({ pid: 1, started: '1', machine: 'elsewhere', host: 'elsewhere.example' })
  expect(take).toThrow(`process 1 on elsewhere.example; if it is gone, remove ${join(root, 'lock')}`)
})

test('another container with the same host name is another machine', async () => {
  const { root, hold, take } = await state()
  await hold({ pid: process.pid, started: '1', machine: 'another', host: hostname() })
  expect(isLocked(root)).toBe(true)
  expect(take).toThrow(`if it is gone, remove ${join(root, 'lock')}`)
})

test('a second ingest into a folder is refused and does no harm; status sees the first', async () => {
  const inputs = await folder()
  const out = await folder()
  await write(inputs, Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}.txt`, `slow ${at}`])))
  const first = startIngest({ inputs: [inputs], out, queue: false, stages: FAKE_STAGES })
  await until(() => /"done":[1-9]/.test(first.output()))
  // The state on disk follows a little later.
  await until(() => readStatus(out)?.total === 30)
  await expect(ingest({ inputs: [inputs], out, queue: false, stages: FAKE_STAGES })).rejects.toThrow(
    `another ingest into this folder is running: process ${first.child.pid}`,
  )
  expect(readStatus(out)).toMatchObject({ state: 'reading', inputs: 30, total: 30 })
  await first.exit
  expect(first.child.exitCode).toBe(0)
  expect(readStatus(out)).toMatchObject({ state: 'done', done: 30, rejected: 0, secondsLeft: 0 })
})

test('a run that was killed is distinguished from one in progress', async () => {
  const { root, hold } = await state()
  const sleeper = spawn('sleep', ['60'])
  onTestFinished(() => void sleeper.kill('SIGKILL'))
  const stat = await readFile(`/proc/${sleeper.pid}/stat`, 'utf8')
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  await hold({ pid: sleeper.pid, started, machine: MACHINE, host: hostname() })
  expect(isLocked(root)).toBe(true)
  sleeper.kill('SIGKILL')
  await until(() => !isLocked(root))
})
