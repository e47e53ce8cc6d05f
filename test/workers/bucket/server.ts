import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'

const run = promisify(execFile)

/** What programs need to find the server, as environment variables. */
export interface BucketServer {
  readonly env: Readonly<Record<string, string>>
  /** Creates a new bucket and returns its URL. */
  readonly bucket: () => Promise<string>
  readonly put: (url: string, files: Readonly<Record<string, string | Uint8Array>>) => Promise<void>
  readonly client: S3Client
  /** Stops answering, without closing connections, until it is resumed. */
  readonly pause: () => void
  readonly resume: () => void
  readonly close: () => Promise<void>
}

const KEYS = { AWS_ACCESS_KEY_ID: 'tester', AWS_SECRET_ACCESS_KEY: 'open-sesame' }

/**
 * A real object storage for the tests of a file: Ceph with one monitor, one storage daemon that keeps everything in
 * memory, and its S3 gateway. If it is not installed the tests fail rather than being skipped.
 */
export async function startBuckets(): Promise<BucketServer> {
  const root = await mkdtemp(join(tmpdir(), 'imr-ceph-'))
  const [monitor, gateway] = [await freePort(), await freePort()]
  const daemons: ChildProcess[] = []
  const close = async () => {
    await Promise.all(daemons.map(daemon => daemon.kill('SIGKILL') && once(daemon, 'exit')))
    await rm(root, { recursive: true, force: true })
  }
  const start = (command: string, ...args: string[]) => {
    // Daemons end with the tests, even if these are killed.
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', command, '-f', ...args], { stdio: 'ignore', env })
    daemons.push(child)
    return child
  }
  const fsid = crypto.randomUUID()
  const osd = crypto.randomUUID()
  const env = { ...process.env, CEPH_CONF: join(root, 'ceph.conf') }
  for (const name of ['monitor', 'osd']) await mkdir(join(root, name))
  await writeFile(env.CEPH_CONF, configuration(root, fsid, monitor, gateway))
  const map = join(root, 'monmap')
  await installed(
    run('monmaptool', ['--create', '--addv', 'a', `[v2:127.0.0.1:${monitor}]`, '--fsid', fsid, map], { env }),
  )
  await run('ceph-mon', ['--mkfs', '-i', 'a', '--monmap', map], { env })
  start('ceph-mon', '-i', 'a')
  await run('ceph-osd', ['-i', '0', '--mkfs', '--osd-uuid', osd], { env })
  await run('ceph', ['--connect-timeout', '30', 'osd', 'new', osd], { env })
  start('ceph-osd', '-i', '0')
  const last = start('radosgw', '-n', 'client.rgw.a', '--ms-mon-client-mode', 'crc secure')
  const user = ['user', 'create', '--uid', 'tester', '--display-name', 'tester', '--access-key', KEYS.AWS_ACCESS_KEY_ID]
  await run('radosgw-admin', [...user, '--secret-key', KEYS.AWS_SECRET_ACCESS_KEY], { env })
  const endpoint = `http://127.0.0.1:${gateway}`
  while (!(await fetch(endpoint).then(Boolean, () => false))) await sleep(50)
  const access = { ...KEYS, AWS_ENDPOINT_URL: endpoint, AWS_REGION: 'us-east-1' }
  Object.assign(process.env, access)
  const client = new S3Client({ forcePathStyle: true })
  let buckets = 0
  const bucket = async () => {
    const name = `letters-${++buckets}`
    await client.send(new CreateBucketCommand({ Bucket: name }))
    return `s3://${name}`
  }
  const put = async (url: string, files: Readonly<Record<string, string | Uint8Array>>) => {
    const [bucket = '', ...prefix] = url.slice('s3://'.length).split('/')
    for (const [name, Body] of Object.entries(files))
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: [...prefix, name].join('/'),
          Body,
          ContentLength: Buffer.byteLength(Body),
        }),
      )
  }
  return {
    env: access,
    bucket,
    put,
    client,
    pause: () => last.kill('SIGSTOP'),
    resume: () => last.kill('SIGCONT'),
    close,
  }
}

const configuration = (root: string, fsid: string, monitor: number, gateway: number): string => `[global]
fsid = ${fsid}
mon host = v2:127.0.0.1:${monitor}
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
ms mon client mode = crc secure
osd objectstore = memstore
osd crush chooseleaf type = 0
osd pool default size = 1
osd pool default pg num = 1
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon data avail crit = 0
paxos propose interval = 0.05
paxos min wait = 0.01
run dir = ${root}
admin socket = ${root}/$name.asok
log file = ${root}/$name.log
[mon.a]
mon data = ${root}/monitor
[osd.0]
osd data = ${root}/osd
[client.rgw.a]
rgw data = ${root}
rgw frontends = beast endpoint=127.0.0.1:${gateway}
`

async function installed<T>(running: Promise<T>): Promise<T> {
  return running.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    throw new Error('these tests need Ceph: apt-get install --no-install-recommends ceph-mon ceph-osd radosgw')
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}
