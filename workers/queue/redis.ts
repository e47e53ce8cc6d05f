import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis, type RedisOptions } from 'ioredis'
import { openScratch } from '../../disk/index.ts'
import { UsageError } from '../inputs/entry.ts'
import type { Log } from '../monitoring/log.ts'
import { openRestarts } from './restarts.ts'

/** A server that responds, and a promise that rejects when it is gone for good. */
export interface RedisServer {
  /** URL, or path of a Unix socket. */
  readonly address: string
  readonly kind: 'redis' | 'private-redis'
  readonly lost: Promise<never>
  close(): Promise<void>
}

const START_MS = 10_000
/** The path of a socket must fit into some 104 bytes. */
const LONGEST_FOLDER = 50

/** A URL, with or without TLS, or the path of a socket. */
const ADDRESS = /^(?:rediss?:\/\/|unix:\/\/|\/)/

type Options = Omit<RedisOptions, 'replyMapping'>

/** Workers wait for a lost server indefinitely; a producer gives up after some ten seconds. */
export const WORKER_CONNECTION: Options = { maxRetriesPerRequest: null }
export const PRODUCER_CONNECTION: Options = { maxRetriesPerRequest: 20, retryStrategy: () => 500 }

/** A client whose connection errors are handled; the failing command reports what they mean. */
export function connect(address: string, options: Options): Redis {
  const client = new Redis(address, options)
  return client.on('error', () => {})
}

/** Logs when the connection to a server is lost and restored; work stops in between. */
export function logConnection(client: Redis, address: string, log: Log): void {
  let lost = false
  client
    .on('reconnecting', () => {
      if (!lost) log.warn(`Redis at ${withoutSecrets(address)} does not answer; waiting for it`)
      lost = true
    })
    .on('ready', () => {
      if (lost) log.warn(`Redis at ${withoutSecrets(address)} answers again`)
      lost = false
    })
}

/** Which server to use. */
export interface RedisWish {
  readonly url?: string | undefined
  /** Requires a server that persists its jobs. */
  readonly durable?: boolean | undefined
}

/**
 * The server at `url`, or else a private server on a Unix socket that lives and dies with this process; null if no
 * `redis-server` can be started.
 */
export async function openRedis({ url, durable = false }: RedisWish = {}): Promise<RedisServer | null> {
  if (url === undefined) return startPrivate()
  if (!ADDRESS.test(url))
    throw new UsageError(`not the address of a Redis server, such as redis://host:6379: ${withoutSecrets(url)}`)
  const about = await ask(url)
  if (about === undefined) throw new Error(`no Redis answers at ${withoutSecrets(url)}, or it refuses this user`)
  demandSafety(about, url, durable)
  return { address: url, kind: 'redis', lost: new Promise(() => {}), close: async () => {} }
}

/** A server that evicts keys when it is full silently drops jobs and locks. */
function demandSafety(about: About, url: string, durable: boolean): void {
  const where = `Redis at ${withoutSecrets(url)}`
  if (about.policy !== undefined && about.policy !== 'noeviction')
    throw new Error(
      `${where} may drop jobs when its memory is full (maxmemory-policy ${about.policy}): ` +
        'change it with CONFIG SET maxmemory-policy noeviction, and in redis.conf',
    )
  if (durable && about.appendOnly !== '1')
    throw new Error(
      `${where} keeps no append-only file: turn it on with CONFIG SET appendonly yes, and in redis.conf, ` +
        'or leave out --durable (the store loses nothing without it)',
    )
}

async function startPrivate(): Promise<RedisServer | null> {
  const parent = tmpdir().length > LONGEST_FOLDER ? '/tmp' : tmpdir()
  const folder = await openScratch('imr-redis-', parent)
  const address = join(folder, 'redis.sock')
  const lost = Promise.withResolvers<never>()
  lost.promise.catch(() => {})
  let server = await launch(address, folder)
  const mayRestart = openRestarts()
  let closed = false
  const replace = async (): Promise<void> => {
    if (closed) return
    await server?.stop()
    server = mayRestart() ? await launch(address, folder) : undefined
    if (server) server.child.once('exit', replace)
    else lost.reject(new Error('the private redis-server ended and could not be restarted'))
  }
  const close = async () => {
    closed = true
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  }
  if (!server) return close().then(() => null)
  server.child.once('exit', replace)
  return { address, kind: 'private-redis', lost: lost.promise, close }
}

interface Running {
  readonly child: ChildProcess
  stop(): Promise<void>
}

/**
 * Nothing is sent to a server until its process id confirms that it is the child and not another server on the same
 * socket.
 */
async function launch(address: string, folder: string): Promise<Running | undefined> {
  const child = spawn('redis-server', flags(address, folder), { stdio: 'ignore', detached: true })
  const failed = Promise.withResolvers<undefined>()
  child.once('error', () => failed.resolve(undefined)).once('exit', () => failed.resolve(undefined))
  const reaper = child.pid === undefined ? undefined : startReaper(child.pid, folder)
  const stop = async () => {
    reaper?.kill('SIGKILL')
    await endProcess(child)
  }
  const ready = await Promise.race([failed.promise, answers(address, child.pid)])
  if (ready) return { child, stop }
  await stop()
  return undefined
}

// biome-ignore format: one option a line says less
const flags = (socket: string, folder: string): string[] => [
  '--port', '0', '--unixsocket', socket, '--unixsocketperm', '700', '--dir', folder, '--databases', '1',
  '--save', '', '--appendonly', 'no', '--maxmemory', '256mb', '--maxmemory-policy', 'noeviction',
]

/** Stops the server if this process is killed: the pipe that the shell waits on is then closed. */
function startReaper(pid: number, folder: string): ChildProcess {
  const script = 'cat >/dev/null; kill "$1"; rm -rf -- "$2"'
  const reaper = spawn('sh', ['-c', script, 'sh', String(pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  reaper.unref()
  return reaper.on('error', () => {})
}

async function answers(address: string, pid: number | undefined): Promise<boolean> {
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline) {
    const about = await ask(address)
    if (about !== undefined) return about.pid === pid
    await sleep(20)
  }
  return false
}

/** What a server reports about itself; implementations other than Redis do not report all of it. */
interface About {
  readonly pid: number
  readonly policy: string | undefined
  readonly appendOnly: string | undefined
}

/** Undefined if there is no response. */
async function ask(address: string): Promise<About | undefined> {
  const client = connect(address, { lazyConnect: true, connectTimeout: 5000, retryStrategy: () => null })
  try {
    await client.connect()
    await client.ping()
    const info = await client.info()
    const value = (key: string) => new RegExp(`^${key}:(\\S+)`, 'm').exec(info)?.[1]
    return { pid: Number(value('process_id')), policy: value('maxmemory_policy'), appendOnly: value('aof_enabled') }
  } catch {
    return undefined
  } finally {
    client.disconnect()
  }
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 2000)
  await gone
  clearTimeout(timer)
}

/** ioredis's own errors for a server that is gone or full do not help the user. */
export function describeServerError(error: unknown, { address }: RedisServer): unknown {
  if (!(error instanceof Error)) return error
  const where = `Redis at ${withoutSecrets(address)}`
  if (error.name === 'MaxRetriesPerRequestError')
    return new Error(`${where} is gone; run the same command again to continue`)
  if (error.message.startsWith('OOM '))
    return new Error(`${where} is out of memory; give it more and run the same command again to continue`)
  return error
}

/** An address that is safe to show: without user, password and query, however they are written. */
export function withoutSecrets(address: string): string {
  const [scheme = '', rest = ''] = address.includes('://') ? address.split(/(?<=^\w+:\/\/)/) : ['', address]
  return scheme + rest.replace(/\?.*$/s, '').replace(/^.*@/s, '')
}
