import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { expect, onTestFinished, test } from 'vitest'
import { serveLocally } from '../../../workers/monitoring/local-server.ts'
import { FAKE_STAGES, folder, startIngest, until, write } from '../support.ts'

const get = (url: string) =>
  fetch(url).then(async response => ({ status: response.status, text: await response.text() }))

async function slowInputs(): Promise<string> {
  const inputs = await folder()
  const texts = Array.from({ length: 60 }, (_, at) => [`${at}.txt`, at % 10 === 0 ? `refuse ${at}` : `slow ${at}`])
  await write(inputs, Object.fromEntries(texts))
  return inputs
}

test('a run on a queue serves its figures and its board while it lasts', async () => {
  const views = { metricsPort: 0, boardPort: 0 }
  const run = startIngest({ inputs: [await slowInputs()], out: await folder(), stages: FAKE_STAGES, ...views })
  await until(() => /"rejected":[1-9]/.test(run.output()))
  const [, metrics] = /metrics: (\S+)/.exec(run.output())!
  const [, board] = /board: (\S+)/.exec(run.output())!
  const { text } = await get(metrics!)
  expect(text).toMatch(/^imr_letters 60$/m)
  expect(text).toMatch(/^imr_letters_done_total [1-9]\d*$/m)
  expect(text).toMatch(/^imr_letters_rejected_total\{code="E_NOT_A_LETTER"\} [1-9]$/m)
  expect(text).toMatch(/^process_cpu_seconds_total \d/m)
  expect(text).toMatch(/^# TYPE imr_letters_done_total counter$/m)
  expect(text).toMatch(/^imr_letters_per_second \d/m)
  expect(text).toMatch(/^imr_queue_jobs\{queue="imr-parse",state="waiting"\} \d+$/m)
  expect(await get(board!)).toMatchObject({ status: 200 })
  const queues = await get(`${board}/api/queues`)
  expect(JSON.parse(queues.text).queues.map((queue: { name: string }) => queue.name)).toEqual([
    'imr-parse',
    'imr-extract',
  ])
  const written = await fetch(`${board}/api/queues/imr-parse/pause`, { method: 'PUT' })
  expect(written.status).toBe(405)
  await run.exit
  expect(run.child.exitCode).toBe(0)
})

test('a run without a queue has figures and no board', async () => {
  const views = { metricsPort: 0, boardPort: 0, queue: false }
  const run = startIngest({ inputs: [await slowInputs()], out: await folder(), stages: FAKE_STAGES, ...views })
  await until(() => /no board, because this run has no queue/.test(run.output()))
  const [, metrics] = /metrics: (\S+)/.exec(run.output())!
  expect((await get(metrics!)).text).toMatch(/^imr_letters 60$/m)
  expect(await get(metrics!.replace('/metrics', '/'))).toMatchObject({ status: 404 })
})

test('only this machine is served, and only under its own name', async () => {
  const server = await serveLocally(app => void app.get('/', async () => 'figures'), { port: 0 })
  onTestFinished(() => server.close())
  const { port } = new URL(server.url)
  expect(await get(`http://localhost:${port}/`).catch(() => get(server.url))).toMatchObject({ status: 200 })
  const status = await new Promise(resolve => {
    request(server.url, { headers: { host: 'elsewhere.example' } }, response => resolve(response.statusCode)).end()
  })
  expect(status).toBe(403)
  const others = Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  for (const { address } of others) await expect(get(`http://${address}:${port}/`)).rejects.toThrow()
  await expect(serveLocally(() => {}, { port: Number(port) })).rejects.toThrow(`port ${port} is not available`)
})
