import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { MACHINE } from '../../../disk/index.ts'
import { connect, openRedis, withoutSecrets } from '../../../workers/queue/redis.ts'
import { below, privateRedis, runs, until } from '../support.ts'

test('a private server listens on a socket only, evicts nothing and ends when closed', async () => {
  const server = await privateRedis()
  const client = connect(server.address, {})
  const info = await client.info()
  expect(info).toMatch(/maxmemory_policy:noeviction/)
  expect(info).toMatch(/tcp_port:0/)
  const pid = Number(/process_id:(\d+)/.exec(info)?.[1])
  expect(below('redis-server')).toEqual([pid])
  client.disconnect()
  await server.close()
  expect(runs(pid)).toBe(false)
  expect(existsSync(dirname(server.address))).toBe(false)
})

test('a private server that is killed comes back at the same address', async () => {
  const server = await privateRedis()
  const [first] = below('redis-server')
  process.kill(first!, 'SIGKILL')
  await until(async () => below('redis-server').some(pid => pid !== first))
  const client = connect(server.address, {})
  expect(await client.ping()).toBe('PONG')
  client.disconnect()
})

test('a private server does not outlive a parent that is killed', async () => {
  const module = new URL('../../../workers/queue/redis.ts', import.meta.url).href
  const script = `const { address } = await (await import('${module}')).openRedis(); console.log(address); setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void parent.kill('SIGKILL'))
  const address = String(await new Promise(resolve => parent.stdout.once('data', resolve))).trim()
  const [server] = below('redis-server', parent.pid)
  parent.kill('SIGKILL')
  await until(() => !runs(server!) && !existsSync(dirname(address)))
})

test('a new private server removes the folders of processes that are gone', async () => {
  const { pid } = spawnSync('true')
  const left = join(tmpdir(), `imr-redis-${MACHINE}-${pid}-left`)
  const alive = join(tmpdir(), `imr-redis-${MACHINE}-${process.pid}-alive`)
  for (const path of [left, alive]) mkdirSync(path)
  onTestFinished(() => rmSync(alive, { recursive: true }))
  await privateRedis()
  expect([existsSync(left), existsSync(alive)]).toEqual([false, true])
})

test.each([
  ['redis://user:pass@host:6379/0', 'redis://host:6379/0'],
  ['rediss://:p@ss/w#rd@host:6379', 'rediss://host:6379'],
  ['redis://host:6379?password=secret', 'redis://host:6379'],
  ['redis://host:6379/0?username=u&password=s@e', 'redis://host:6379/0'],
  ['unix:///run/redis.sock?password=secret', 'unix:///run/redis.sock'],
  ['/run/redis.sock', '/run/redis.sock'],
])('what is shown of %s is %s', (address, shown) => {
  expect(withoutSecrets(address)).toBe(shown)
})

test('without an executable there is none; a given server must answer', async () => {
  const { PATH } = process.env
  process.env.PATH = dirname(fileURLToPath(import.meta.url))
  try {
    expect(await openRedis()).toBeNull()
  } finally {
    process.env.PATH = PATH
  }
  await expect(openRedis({ url: 'redis://127.0.0.1:1' })).rejects.toThrow('no Redis answers')
})
