import { expect, test } from 'vitest'
import { BucketError, describeBucketError } from '../../../workers/bucket/faults.ts'

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
