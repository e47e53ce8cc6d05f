import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { connect, openRedis } from '../../../workers/queue/redis.ts'
import { below, privateRedis, runs, until } from '../support.ts'

const MINUTE = { timeout: 60_000 }

test('a private server listens on a socket only, forgets nothing on its own and ends when closed', MINUTE, async () => {
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

test('a private server that is killed comes back at the same address', MINUTE, async () => {
  const server = await privateRedis()
  const [first] = below('redis-server')
  process.kill(first!, 'SIGKILL')
  await until(async () => below('redis-server').some(pid => pid !== first))
  const client = connect(server.address, {})
  expect(await client.ping()).toBe('PONG')
  client.disconnect()
})

test('a private server does not outlive a parent that is killed', MINUTE, async () => {
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

test('without an executable there is none; a given server must answer', MINUTE, async () => {
  const { PATH } = process.env
  process.env.PATH = dirname(fileURLToPath(import.meta.url))
  try {
    expect(await openRedis()).toBeNull()
  } finally {
    process.env.PATH = PATH
  }
  await expect(openRedis({ url: 'redis://127.0.0.1:1' })).rejects.toThrow('no Redis answers')
})
