import type { Failure, RunAnswer } from '../api.ts'

/** An error response of the server. */
export class ServerFailure extends Error {
  readonly code: string
  constructor({ code, reason }: Failure) {
    super(reason)
    this.code = code
  }
}

const UNREACHABLE: Failure = {
  code: 'E_UNREACHABLE',
  reason: 'The server does not answer. Start it again with “imr view” and try again; nothing you typed is lost.',
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ServerFailure(UNREACHABLE)
  })
  const answer = await response.json().catch(() => UNREACHABLE)
  if (!response.ok) throw new ServerFailure(answer as Failure)
  return answer as T
}

/** Gets JSON from the server; throws `ServerFailure`. */
export const getJson = <T>(path: string, signal?: AbortSignal): Promise<T> => ask<T>(path, signal ? { signal } : {})

let token = ''

/** What the server is and offers. Its token is kept for requests that write. */
export async function getRun(): Promise<RunAnswer> {
  const run = await getJson<RunAnswer>('/api/run')
  token = run.token
  return run
}

/** Sends data to be saved; resolves when it is on disk. */
export async function postJson<T>(path: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json', 'x-imr-token': token }
  const send = () =>
    ask<T>(path, { method: 'POST', headers: { ...headers, 'x-imr-token': token }, body: JSON.stringify(body) })
  try {
    return await send()
  } catch (error) {
    // The server was restarted since this page was loaded.
    if (!(error instanceof ServerFailure) || error.code !== 'E_TOKEN') throw error
    await getRun()
    return send()
  }
}
