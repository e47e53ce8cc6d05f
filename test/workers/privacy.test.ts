import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { CANARY, letter } from './letters.ts'
import { FAKE_STAGES, folder, privateRedis, startIngest, until, write } from './support.ts'

const words = CANARY.split(' ').filter(word => word.length > 4)

/** Everything that clients send to the server while `act` runs, keys and values alike. */
async function commandsDuring(address: string, act: () => Promise<void>): Promise<string> {
  const client = new Redis(address)
  // A command of its own, as it sends when it connects, must not arrive before the monitor is ready.
  await client.ping()
  const monitor = await client.monitor()
  let commands = ''
  monitor.on('monitor', (_time, args: string[]) => {
    commands += `${args.join(' ')}\n`
  })
  await act()
  monitor.disconnect()
  client.disconnect()
  return commands
}

/** What the figures and the board of a run show while it lasts. */
async function views(output: string): Promise<string[]> {
  const [, metrics] = /metrics: (\S+)/.exec(output)!
  const [, board] = /board: (\S+)/.exec(output)!
  const urls = [metrics!, `${board}/api/queues?activeQueue=imr-parse&status=latest&page=1`]
  return Promise.all(urls.map(url => fetch(url).then(response => response.text())))
}

function expectNoCanary(text: string): void {
  for (const word of [CANARY, ...words]) expect(text).not.toContain(word)
}

test('no word of a letter reaches Redis, a log, a figure or a rejection', async () => {
  const server = await privateRedis()
  const good = await folder()
  const bad = await folder()
  await write(good, Object.fromEntries([1, 2, 3, 4].map(number => [`${number}.txt`, letter(number)])))
  await write(good, { 'other.txt': `${CANARY}, and nothing else` })
  await write(bad, { 'a.txt': `throw ${CANARY}`, 'b.txt': `late ${CANARY}`, 'c.txt': `crash ${CANARY}` })
  const outs = { good: await folder(), bad: await folder() }
  const output: string[] = []
  const figures: string[] = []
  const ingestAlone = async (options: { inputs: string[]; out: string; stages?: string }) => {
    const run = startIngest({ ...options, redisUrl: server.address, metricsPort: 0, boardPort: 0 })
    await until(() => /board: http/.test(run.output()))
    figures.push(...(await views(run.output())))
    await run.exit
    expect(run.child.exitCode).toBe(0)
    output.push(run.output())
    figures.push(await readFile(join(options.out, '.imr', 'status.json'), 'utf8'))
  }
  const commands = await commandsDuring(server.address, async () => {
    await ingestAlone({ inputs: [good], out: outs.good })
    await ingestAlone({ inputs: [bad], out: outs.bad, stages: FAKE_STAGES })
  })

  expect(await readFile(join(outs.good, 'records.ndjson'), 'utf8')).toContain(CANARY)
  expect(commands).toContain('imr-extract')
  expect(commands).toContain('other.txt')
  expectNoCanary(commands)
  expect(output.join()).toContain('"done":')
  expectNoCanary(output.join())
  expect(output.join()).toMatch(/rejected \{"path":"[^"]+","code":"E_NOT_A_LETTER","id":"sha256:\w+"\}/)
  expect(figures.join()).toContain('imr_letters_done')
  expect(figures.join()).toContain('"state":"done"')
  expectNoCanary(figures.join())
  for (const out of Object.values(outs)) expectNoCanary(await readFile(join(out, 'rejections.ndjson'), 'utf8'))
})
