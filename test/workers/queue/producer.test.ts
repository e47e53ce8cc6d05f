import { randomUUID } from 'node:crypto'
import { Worker } from 'bullmq'
import { expect, onTestFinished, test } from 'vitest'
import { SILENT } from '../../../workers/monitoring/log.ts'
import { produce } from '../../../workers/queue/producer.ts'
import {
  BATCH,
  closeQueues,
  openQueues,
  type Payload,
  prefixOf,
  QUEUES,
  WINDOW,
} from '../../../workers/queue/queues.ts'
import { connect } from '../../../workers/queue/redis.ts'
import { type Ref, sha256 } from '../../../workers/store/outcome.ts'
import { privateRedis } from '../support.ts'

const VERSION = 'window-test'
/** Six windows of them: anything that grew with the letters would show. */
const LETTERS = 6 * WINDOW * BATCH

type Deps = Parameters<typeof produce>[1]

const produceAll = (
  batches: Iterator<Ref[]>,
  { queues, settle, giveUp = async () => {} }: Pick<Deps, 'queues'> & Pick<Deps['tally'], 'settle'> & Partial<Deps>,
): Promise<void> =>
  produce(
    { next: async () => batches.next() },
    {
      queues,
      tally: { settle, found: () => {}, listed: () => {} },
      run: { version: VERSION, store: '/nowhere', folderId: randomUUID(), machine: 'here' },
      giveUp,
      log: SILENT,
      signal: new AbortController().signal,
    },
  )

function* batches(): Generator<Ref[]> {
  for (let first = 0; first < LETTERS; first += BATCH)
    yield Array.from({ length: BATCH }, (_, at) => {
      const name = `letter-${first + at}.pdf`
      return { hash: sha256(name), path: `/a/folder/of/letters/of/a/month/${name}`, name, bytes: 1 }
    })
}

test('however many letters there are, the queue holds a window of them', async () => {
  const server = await privateRedis()
  const client = connect(server.address, {})
  const queues = openQueues(client, VERSION, () => {})
  const done = new Set<string>()
  const most = { jobs: 0, early: 0, late: 0 }
  const worker = new Worker<Payload>(
    QUEUES.parse,
    async job => {
      for (const ref of job.data.refs) done.add(ref.hash)
    },
    { connection: connect(server.address, { maxRetriesPerRequest: null }), prefix: prefixOf(VERSION), concurrency: 10 },
  )
  onTestFinished(async () => {
    await worker.close()
    await closeQueues(queues)
    client.disconnect()
  })
  const watch = async () => {
    const memory = Number(/^used_memory:(\d+)/m.exec(await client.info('memory'))?.[1]) / 2 ** 20
    const half = done.size < LETTERS / 2 ? 'early' : 'late'
    most[half] = Math.max(most[half], memory)
    const { waiting = 0, active = 0 } = await queues.parse.getJobCounts('waiting', 'active')
    most.jobs = Math.max(most.jobs, waiting + active)
  }
  const settle = async (refs: readonly Ref[]) => {
    const left = refs.filter(ref => !done.has(ref.hash))
    if (left.length === 0 && Math.random() < 0.05) await watch()
    return left
  }
  await produceAll(batches(), { queues, settle })
  expect(done.size).toBe(LETTERS)
  expect(most.jobs).toBeLessThanOrEqual(WINDOW)
  expect(most.early).toBeGreaterThan(0)
  expect(most.late - most.early).toBeLessThan(4)
  expect(most.late).toBeLessThan(32)
})

test('a server that loses a job again and again does not make its letters fail', async () => {
  const server = await privateRedis()
  const client = connect(server.address, {})
  const queues = openQueues(client, VERSION, () => {})
  onTestFinished(async () => {
    await closeQueues(queues)
    client.disconnect()
  })
  let [losses, given] = [0, 0]
  const settle = async (refs: readonly Ref[]) => {
    if (losses === 4) return []
    if ((await queues.parse.getWaitingCount()) > 0) {
      losses++
      await client.flushall()
    }
    return refs
  }
  const giveUp = async () => {
    given++
    losses = 4
  }
  await produceAll([batches().next().value as Ref[]].values(), { queues, settle, giveUp })
  expect({ losses, given }).toEqual({ losses: 4, given: 0 })
})
