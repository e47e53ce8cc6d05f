import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { imr, imrCommand } from '../command.ts'
import { HOSTS, joinedHosts } from './network.ts'

/** Where the processes of a run are, and how they are started. */
export interface Setup {
  /** Starts the command; its messages are on stderr. */
  ingest(inputs: string, out: string): ChildProcess
  /** Workers that the command did not start. */
  workers(): readonly number[]
  killRedis?(): void
  /** Cuts the link between the hosts, until `restoreLink`. */
  cutLink?(): void
  restoreLink?(): void
  stop(): void
}

/** The name of a setup, as it is shown. */
export type SetupName = keyof typeof SETUPS

/** Each makes its setup, with files of its own in `folder`. */
export const SETUPS = {
  'private Redis': onePrivate,
  'given Redis': oneGiven,
  'two hosts': twoHosts,
} as const

const PORT = 6379
const WORKERS = 2

async function onePrivate(): Promise<Setup> {
  return { ingest: (inputs, out) => imr(['ingest', inputs, '--out', out]), workers: () => [], stop: () => {} }
}

async function oneGiven(folder: string): Promise<Setup> {
  await mkdir(folder)
  const socket = join(folder, 'redis.sock')
  const server = kept(redis(folder, ['--port', '0', '--unixsocket', socket]))
  await sleep(500)
  return {
    ingest: (inputs, out) => imr(['ingest', inputs, '--out', out, '--redis', socket]),
    workers: () => [],
    killRedis: server.kill,
    stop: server.stop,
  }
}

/** Redis and the command on one host, two workers on the other; the folders are shared. */
async function twoHosts(folder: string): Promise<Setup> {
  await mkdir(folder)
  const network = joinedHosts(String(process.pid))
  const url = `redis://${HOSTS.server}:${PORT}`
  const listen = ['--port', String(PORT), '--bind', HOSTS.server, '--protected-mode', 'no']
  const server = kept(network.on('server', redis(folder, listen)))
  const work = network.on('workers', imrCommand(['work', '--redis', url, '--workers', '1']))
  const workers = Array.from({ length: WORKERS }, () => kept(work))
  await sleep(500)
  return {
    ingest(inputs, out) {
      const [program, ...args] = network.on(
        'server',
        imrCommand(['ingest', inputs, '--out', out, '--redis', url, '--workers', '0']),
      )
      return spawn(program!, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    },
    workers: () => workers.map(worker => worker.pid()),
    killRedis: server.kill,
    cutLink: network.cut,
    restoreLink: network.restore,
    stop() {
      for (const one of [...workers, server]) one.stop()
      network.remove()
    },
  }
}

/** A server with an append-only file. */
const redis = (folder: string, listen: readonly string[]): string[] => [
  ...['redis-server', ...listen, '--dir', folder, '--appendonly', 'yes', '--save', ''],
]

/** A process that is started again whenever it ends. */
function kept([program, ...args]: readonly string[]) {
  let child: ChildProcess
  let stopped = false
  const start = () => {
    if (!stopped) child = spawn(program!, args, { stdio: 'ignore' }).once('exit', () => setTimeout(start, RESTART_MS))
  }
  start()
  return {
    pid: () => child.pid!,
    kill: () => void child.kill('SIGKILL'),
    stop() {
      stopped = true
      child.kill('SIGKILL')
    },
  }
}

const RESTART_MS = 100
