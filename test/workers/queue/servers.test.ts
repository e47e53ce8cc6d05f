import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { expect, onTestFinished, test } from 'vitest'
import { ingest } from '../../../workers/index.ts'
import { openRedis } from '../../../workers/queue/redis.ts'
import { letter } from '../letters.ts'
import { FAKE_STAGES, folder, results, startIngest, until, write } from '../support.ts'

const PASSWORD = 'p/w:d@1'
const IMR = join(import.meta.dirname, '..', '..', '..', 'imr')

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise(resolve => server.close(resolve))
  return port
}

/** A test server on a port; nothing is sent until its process id confirms that it is the right one. */
async function tcpRedis(flags: readonly string[], client: (port: number) => Redis): Promise<number> {
  const port = await freePort()
  const all = [...flags.map(flag => flag.replace('PORT', String(port))), '--bind', '127.0.0.1', '--save', '']
  const server = spawn('redis-server', all, { stdio: 'ignore', cwd: await folder() })
  onTestFinished(() => void server.kill('SIGKILL'))
  const redis = client(port).on('error', () => {})
  onTestFinished(() => redis.disconnect())
  await until(async () => {
    const info = await redis.info('server').catch(() => '')
    return Number(/process_id:(\d+)/.exec(info)?.[1]) === server.pid
  })
  return port
}

const withPassword = () =>
  tcpRedis(['--port', 'PORT', '--requirepass', PASSWORD], port => new Redis({ port, password: PASSWORD }))

const urlOf = (scheme: string, port: number): string => `${scheme}://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`

async function startWorker(url: string): Promise<{ child: ChildProcess; said: () => string }> {
  const env = { ...process.env, REDIS_URL: url }
  const child = spawn(IMR, ['work', '--workers', '1', '--log', '-'], {
    cwd: await folder(),
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stderr.setEncoding('utf8').on('data', text => (said += text))
  return { child, said: () => said }
}

test('workers in folders of their own share the work over TCP with a password', async () => {
  const inputs = await folder()
  await write(inputs, Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`${at}.txt`, letter(at)])))
  const port = await withPassword()
  const url = urlOf('redis', port)
  const workers = [await startWorker(url), await startWorker(url)]
  const client = new Redis({ port, password: PASSWORD })
  onTestFinished(() => client.disconnect())
  // Each worker waits for both queues before the first job exists.
  await until(async () => String(await client.client('LIST')).match(/cmd=bzpopmin/g)?.length === 4, 60)
  const out = await folder()
  const result = await ingest({ inputs: [inputs], out, redisUrl: url, workers: 0 })
  expect(result).toMatchObject({ runner: 'redis', summary: { records: 120 } })
  for (const { said } of workers) expect(said()).toContain('job finished')
  for (const { child } of workers) child.kill('SIGTERM')
  await until(() => workers.every(({ child }) => child.exitCode !== null))
  expect(workers.map(({ child }) => child.exitCode)).toEqual([0, 0])
  const alone = await folder()
  await ingest({ inputs: [inputs], out: alone, queue: false })
  expect(await results(out)).toEqual(await results(alone))
})

test('a server with TLS', async () => {
  const keys = await folder()
  const [key, cert] = [join(keys, 'key.pem'), join(keys, 'cert.pem')]
  const subject = ['-subj', '/CN=redis.example', '-addext', 'subjectAltName=IP:127.0.0.1']
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject]
  expect(spawnSync('openssl', made).status).toBe(0)
  const tls = ['--tls-cert-file', cert, '--tls-key-file', key, '--tls-ca-cert-file', cert, '--tls-auth-clients', 'no']
  const flags = ['--port', '0', '--tls-port', 'PORT', '--requirepass', PASSWORD, ...tls]
  const port = await tcpRedis(
    flags,
    port => new Redis({ port, password: PASSWORD, tls: { rejectUnauthorized: false } }),
  )
  const inputs = await folder()
  await write(inputs, { 'a.txt': 'one', 'b.txt': 'two' })
  const run = async (url: string, env: Record<string, string>) => {
    const started = startIngest({ inputs: [inputs], out: await folder(), redisUrl: url, stages: FAKE_STAGES }, env)
    await started.exit
    return { code: started.child.exitCode, output: started.output() }
  }
  const url = urlOf('rediss', port)
  expect(await run(url, { NODE_EXTRA_CA_CERTS: cert })).toMatchObject({ code: 0 })
  const unknown = await run(url, {})
  expect(unknown.code).not.toBe(0)
  expect(unknown.output).toContain(`no Redis answers at rediss://127.0.0.1:${port}`)
  expect(unknown.output).not.toContain(PASSWORD)
})

test('a server that may evict jobs, or does not persist them as requested, is refused with the remedy', async () => {
  const port = await withPassword()
  const url = urlOf('redis', port)
  const client = new Redis({ port, password: PASSWORD })
  onTestFinished(() => client.disconnect())
  await client.config('SET', 'maxmemory-policy', 'allkeys-lru')
  await expect(openRedis({ url })).rejects.toThrow('CONFIG SET maxmemory-policy noeviction')
  await client.config('SET', 'maxmemory-policy', 'noeviction')
  await expect(openRedis({ url, durable: true })).rejects.toThrow('CONFIG SET appendonly yes')
  await client.config('SET', 'appendonly', 'yes')
  expect(await openRedis({ url, durable: true })).toMatchObject({ kind: 'redis' })
})

test('a server that runs out of memory ends the run with a message', async () => {
  const port = await withPassword()
  const client = new Redis({ port, password: PASSWORD })
  onTestFinished(() => client.disconnect())
  await client.config('SET', 'maxmemory', '1')
  const inputs = await folder()
  await mkdir(inputs, { recursive: true })
  await write(inputs, { 'a.txt': 'one' })
  const options = { inputs: [inputs], out: await folder(), redisUrl: urlOf('redis', port), stages: FAKE_STAGES }
  await expect(ingest(options)).rejects.toThrow('is out of memory; give it more')
})
