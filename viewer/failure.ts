/** Codes of error responses. */
export type FailureCode =
  | 'E_NO_CASE'
  | 'E_NO_FILE'
  | 'E_NO_INDEX'
  | 'E_NO_PAGE'
  | 'E_TOKEN'
  | 'E_BODY'
  | 'E_QUERY'
  | 'E_VALUE'
  | 'E_STALE'
  | 'E_DISK'
  | 'E_INTERNAL'

const STATUS: Readonly<Record<FailureCode, number>> = {
  E_NO_CASE: 404,
  E_NO_FILE: 404,
  E_NO_INDEX: 409,
  E_NO_PAGE: 404,
  E_TOKEN: 403,
  E_BODY: 400,
  E_QUERY: 400,
  E_VALUE: 422,
  E_STALE: 409,
  E_DISK: 507,
  E_INTERNAL: 500,
}

/** An error response; its reason is a sentence for people and never quotes a letter. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure'
  readonly code: FailureCode
  readonly status: number

  constructor(code: FailureCode, reason: string) {
    super(reason)
    this.code = code
    this.status = STATUS[code]
  }
}

/** Fastify's own errors describe the request and are safe to return; any other error might quote a letter. */
export function failureOf(error: unknown): RequestFailure {
  if (error instanceof RequestFailure) return error
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (statusCode !== undefined && statusCode < 500) return new RequestFailure('E_BODY', 'The request is not valid.')
  const refusal = REFUSALS[code ?? '']
  if (refusal !== undefined) return new RequestFailure('E_DISK', `Nothing was saved: ${refusal}.`)
  return new RequestFailure('E_INTERNAL', `Unexpected ${error instanceof Error ? error.name : 'fault'}.`)
}

/** Why the disk did not take what a person wrote. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'the folder of the results may not be changed',
  EPERM: 'the folder of the results may not be changed',
  EROFS: 'the folder of the results may not be changed',
}
