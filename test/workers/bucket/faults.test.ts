import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { BucketError, describeBucketError } from '../../../workers/bucket/faults.ts'
import { FAKE_STAGES, folder, startIngest, write } from '../support.ts'

/** Errors as the client throws them; those with a status were seen on Ceph, Swift or Amazon S3. */
test.each([
  [{ name: 'NoSuchBucket', $metadata: { httpStatusCode: 404 } }, 'NoSuchBucket'],
  [{ name: 'SignatureDoesNotMatch', $metadata: { httpStatusCode: 403 } }, 'AccessDenied'],
  [{ name: 'NotImplemented', $metadata: { httpStatusCode: 501 } }, 'NotSupported'],
  [{ name: 'SlowDown', $metadata: { httpStatusCode: 503 } }, 'NoAnswer'],
  [{ name: 'TimeoutError' }, 'NoAnswer'],
  [{ name: 'Error', code: 'ECONNREFUSED' }, 'NoAnswer'],
  [{ name: 'InvalidArgument', $metadata: { httpStatusCode: 400 } }, 'RequestFailed'],
])('%o is told as %s, without what the server said', (fault, code) => {
  const told = describeBucketError({ ...fault, message: 'quoted text' }, 'letters', 'http://storage.example')
  expect(told).toBeInstanceOf(BucketError)
  expect(told).toMatchObject({ code })
  expect(told.message).toContain('letters')
  expect(told.message).not.toContain('quoted')
})

test('what is missing in the settings is wrong usage', () => {
  for (const fault of [{ name: 'CredentialsProviderError' }, { message: 'Region is missing' }])
    expect(describeBucketError(fault, 'letters', '').name).toBe('UsageError')
})

test.each([
  ['ignores', 200],
  ['refuses', 501],
])('a server that %s conditions cannot have results', async (_name, status) => {
  const server = createServer((request, response) => request.resume().on('end', () => response.writeHead(status).end()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as { port: number }
  const keys = { AWS_ACCESS_KEY_ID: 'tester', AWS_SECRET_ACCESS_KEY: 'open-sesame', AWS_REGION: 'us-east-1' }
  const [inputs, env] = [await folder(), { ...keys, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` }]
  await write(inputs, { 'a.txt': 'one' })
  const started = startIngest({ inputs: [inputs], out: 's3://letters/out', queue: false, stages: FAKE_STAGES }, env)
  await started.exit
  expect(started.child.exitCode).toBe(1)
  expect(started.output()).toContain('NotSupported')
})
