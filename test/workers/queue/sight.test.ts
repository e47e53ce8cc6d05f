import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { MACHINE } from '../../../disk/index.ts'
import type { Fields } from '../../../workers/monitoring/log.ts'
import { addBatch, closeQueues, openQueues, type Payload, payload } from '../../../workers/queue/queues.ts'
import { connect, PRODUCER_CONNECTION } from '../../../workers/queue/redis.ts'
import { runWorker } from '../../../workers/queue/run-worker.ts'
import { outOfSight } from '../../../workers/queue/sight.ts'
import { sha256 } from '../../../workers/store/outcome.ts'
import { prepareStore } from '../../../workers/store/store.ts'
import { FAKE_STAGES, folder, privateRedis, until, write } from '../support.ts'

const VERSION = 'fake-1'

async function waitingRun(machine = 'elsewhere'): Promise<{ task: Payload; inputs: string; out: string }> {
  const [inputs, out] = [await folder(), await folder()]
  await write(inputs, { 'a.txt': 'one' })
  await prepareStore(out, VERSION)
  const folderId = randomUUID()
  await write(out, { '.imr/run': folderId })
  const refs = [{ hash: sha256('one'), path: join(inputs, 'a.txt'), name: 'a.txt', bytes: 3 }]
  return { task: { version: VERSION, store: out, folderId, machine, refs }, inputs, out }
}

describe('what a worker sees of a run', () => {
  test('is all of it if both folders exist', async () => {
    expect(outOfSight((await waitingRun()).task)).toBeNull()
  })

  test('is not the results if they are not mounted, or another folder is in their place', async () => {
    const { task, out } = await waitingRun()
    expect(outOfSight({ ...task, folderId: randomUUID() })).toBe(out)
    expect(outOfSight({ ...task, store: join(out, 'nowhere') })).toBe(join(out, 'nowhere'))
  })

  test('is not the inputs if their folder does not exist; on the machine of the run they were removed', async () => {
    const { task, inputs } = await waitingRun()
    await rm(inputs, { recursive: true })
    expect(outOfSight(task)).toBe(inputs)
    expect(outOfSight({ ...task, machine: MACHINE })).toBeNull()
  })
})

test('a worker that cannot see a waiting run refuses to start', async () => {
  const { address } = await privateRedis()
  const { task, inputs } = await waitingRun()
  const connection = connect(address, PRODUCER_CONNECTION)
  const queues = openQueues(connection, VERSION, () => {})
  await addBatch(queues, 'parse', task)
  await rm(inputs, { recursive: true })
  await expect(runWorker({ url: address, stages: FAKE_STAGES })).rejects.toThrow('mount it under the same path')
  await closeQueues(queues)
  connection.disconnect()
})

test('a job on a worker that cannot see its folder is returned, and done once the folder is visible', async () => {
  const { address } = await privateRedis()
  const connection = connect(address, PRODUCER_CONNECTION)
  const queues = openQueues(connection, VERSION, () => {})
  const stop = new AbortController()
  const said: string[] = []
  const log = { info: () => {}, warn: (text: string, _fields?: Fields) => void said.push(text) }
  const working = runWorker({ url: address, stages: FAKE_STAGES, workers: 1, signal: stop.signal, log })
  await sleep(500)
  const { task, inputs, out } = await waitingRun()
  await rm(inputs, { recursive: true })
  await addBatch(queues, 'parse', task)
  await until(() => said.some(text => text.includes('its jobs are left to others')))
  const store = await prepareStore(out, VERSION)
  expect(store.hasOutcome(task.refs[0]!.hash)).toBe(false)
  expect(await queues.parse.getJobCounts('failed', 'delayed')).toEqual({ failed: 0, delayed: 1 })
  await mkdir(inputs)
  await write(inputs, { 'a.txt': 'one' })
  await until(() => store.hasOutcome(task.refs[0]!.hash))
  stop.abort()
  await working
  await closeQueues(queues)
  connection.disconnect()
})

describe('an invalid job', () => {
  const sound = { version: '1', store: '/out', folderId: randomUUID(), machine: 'm', refs: [] }
  const ref = { hash: 'a'.repeat(64), path: '/in/a.txt', name: 'a.txt', bytes: 1 }

  test.each([
    ['a hash that is a path', { ...sound, refs: [{ ...ref, hash: '../../../../etc/cron.d/x' }] }],
    ['a hash of another length', { ...sound, refs: [{ ...ref, hash: 'abc' }] }],
    ['a relative store', { ...sound, store: 'out' }],
    ['a relative input', { ...sound, refs: [{ ...ref, path: 'a.txt' }] }],
    ['text of a letter', { ...sound, text: 'The applicant is' }],
    ['no object', 'hello'],
  ])('is refused: %s', (_what, data) => {
    expect(payload.safeParse({ ...sound, refs: [ref] }).success).toBe(true)
    expect(payload.safeParse(data).success).toBe(false)
  })
})
