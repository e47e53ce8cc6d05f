import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A web server for people on this machine only: what it shows has no login. */
export interface LocalServer {
  readonly url: string
  close(): Promise<void>
}

const HOST = '127.0.0.1'
const NAMES: ReadonlySet<string> = new Set([HOST, 'localhost'])

export async function serveLocally(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  port: number,
): Promise<LocalServer> {
  const server = createServer((request, response) => {
    if (isOurs(request.headers.host)) handle(request, response)
    else response.writeHead(403).end()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(spoken(error, port)))
    server.listen(port, HOST, resolve)
  })
  const close = async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  return { url: `http://${HOST}:${(server.address() as AddressInfo).port}`, close }
}

/** A page from elsewhere may give its own name our address, to read what only this machine should see. */
const isOurs = (host: string | undefined): boolean => NAMES.has(host?.replace(/:\d+$/, '') ?? '')

const spoken = (error: NodeJS.ErrnoException, port: number): Error =>
  error.code === 'EADDRINUSE' || error.code === 'EACCES'
    ? new Error(`port ${port} cannot be had (${error.code})`)
    : error
