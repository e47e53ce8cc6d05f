import { UsageError } from '../inputs/entry.ts'

type Code = 'NoSuchBucket' | 'AccessDenied' | 'NoAnswer' | 'NotSupported' | 'RequestFailed'

/** A bucket that cannot be used; never the fault of a letter. */
export class BucketError extends Error {
  override readonly name = 'BucketError'
  readonly code: Code

  constructor(code: Code, message: string) {
    super(`${message} (${code})`)
    this.code = code
  }
}

/** What the client throws: errors of S3 have a name and a status, those of the network a code. */
interface ClientFault {
  readonly name?: string
  readonly code?: string
  readonly message?: string
  readonly $metadata?: { readonly httpStatusCode?: number }
}

/** HTTP status of a response that was an error; undefined if there was none. */
export const statusOf = (error: unknown): number | undefined => (error as ClientFault).$metadata?.httpStatusCode

/** Whether there is no such object. A missing bucket has the same status. */
export const isAbsent = (error: unknown): boolean =>
  statusOf(error) === 404 && (error as ClientFault).name !== 'NoSuchBucket'

/** Whether the condition of a request did not hold. 409: another request for the same object came first. */
export const isConflict = (error: unknown): boolean => statusOf(error) === 412 || statusOf(error) === 409

const NAMES: Readonly<Record<string, Code>> = {
  NoSuchBucket: 'NoSuchBucket',
  NotImplemented: 'NotSupported',
  TimeoutError: 'NoAnswer',
}

const NETWORK = /^(?:E[A-Z_]+|UND_ERR_\w+)$/

/** An error of the client in plain words, with what to do about it. Messages of a server are not repeated. */
export function describeBucketError(error: unknown, bucket: string, endpoint: string): Error {
  if (error instanceof BucketError) return error
  const { name = '', message = '' } = error as ClientFault
  if (name === 'CredentialsProviderError')
    return new UsageError('no credentials for the bucket: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY')
  if (/^Region is missing/.test(message))
    return new UsageError('no region for the bucket: set AWS_REGION (for most servers of your own, us-east-1)')
  const code = codeOf(error as ClientFault)
  return new BucketError(code, messageFor(code, bucket, endpoint, name))
}

function codeOf(fault: ClientFault): Code {
  const { name = '', code } = fault
  const status = statusOf(fault)
  if (NAMES[name] !== undefined) return NAMES[name]
  if (status === undefined) return code !== undefined && NETWORK.test(code) ? 'NoAnswer' : 'RequestFailed'
  if (status === 401 || status === 403) return 'AccessDenied'
  if (status === 501) return 'NotSupported'
  return status >= 500 || status === 429 ? 'NoAnswer' : 'RequestFailed'
}

const AGAIN = 'run the same command again to continue'

function messageFor(code: Code, bucket: string, endpoint: string, name: string): string {
  const where = `the bucket ${bucket} at ${endpoint}`
  if (code === 'NoSuchBucket') return `there is no bucket ${bucket} at ${endpoint}`
  if (code === 'AccessDenied')
    return `${where} refuses access: check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and the policy, then ${AGAIN}`
  if (code === 'NoAnswer') return `${where} does not answer: ${AGAIN} once it does`
  if (code === 'NotSupported') return `${where} does not support conditional writes (If-None-Match), which results need`
  return `a request to ${where} failed with ${/^\w{1,60}$/.test(name) ? name : 'an unknown error'}: ${AGAIN}`
}
