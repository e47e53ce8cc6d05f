import { expect, it } from 'vitest'
import { failureOf, RequestFailure } from '../../viewer/failure.ts'

it.each([
  ['EROFS', 507, 'Nothing was saved: the folder of the results may not be changed.'],
  ['EACCES', 507, 'Nothing was saved: the folder of the results may not be changed.'],
  ['ENOSPC', 507, 'Nothing was saved: the disk is full.'],
  ['EBADF', 500, 'Unexpected Error.'],
])('%s of the disk is answered with %i and in plain words', (code, status, reason) => {
  const failure = failureOf(Object.assign(new Error('words of a letter'), { code }))
  expect([failure.status, failure.message]).toEqual([status, reason])
})

it('leaves a failure as it is, and says nothing about a request that is not valid', () => {
  const own = new RequestFailure('E_STALE', 'The value has changed.')
  expect(failureOf(own)).toBe(own)
  expect(failureOf({ statusCode: 415, message: 'words of a letter' }).message).toBe('The request is not valid.')
})
