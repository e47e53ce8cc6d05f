import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** A web server for people on this machine only, since it has no login. */
export interface LocalServer {
  readonly url: string
  close(): Promise<void>
}

/** Adds the routes of one server. */
export type AddRoutes = (app: FastifyInstance) => Promise<void> | void

/** How to serve pages on this machine. */
export interface LocalServerOptions {
  /** 0 for any free port. */
  readonly port: number
  /** Allows inline styles, which pages of other libraries use. */
  readonly inlineStyles?: boolean
}

const HOST = '127.0.0.1'
const NAMES: ReadonlySet<string> = new Set([HOST, 'localhost'])

/**
 * Serves the routes on the loopback address. Every response forbids scripts that are not files of this server, and
 * requests to anywhere else. Throws if the port cannot be used.
 */
export async function serveLocally(addRoutes: AddRoutes, options: LocalServerOptions): Promise<LocalServer> {
  const { port, inlineStyles = false } = options
  const [{ fastify }, { fastifyHelmet }] = await Promise.all([import('fastify'), import('@fastify/helmet')])
  const app = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 500 } })
  app.addHook('onRequest', async (request, reply) => {
    if (!isOurs(request.headers.host)) return reply.code(403).send()
  })
  await app.register(fastifyHelmet, securityHeaders(inlineStyles))
  await addRoutes(app)
  await app.listen({ port, host: HOST }).catch(error => {
    throw explained(error, port)
  })
  const { port: taken } = app.server.address() as AddressInfo
  return { url: `http://${HOST}:${taken}`, close: () => app.close() }
}

/** DNS rebinding: a page from elsewhere may point its own name at this address to read from this server. */
const isOurs = (host: string | undefined): boolean => NAMES.has(host?.replace(/:\d+$/, '') ?? '')

/** Fonts and pictures may be data URLs: pdf.js draws with fonts from the letter. */
const securityHeaders = (inlineStyles: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'", "'wasm-unsafe-eval'"],
      'worker-src': ["'self'"],
      'style-src': ["'self'", ...(inlineStyles ? ["'unsafe-inline'"] : [])],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'base-uri': ["'self'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    },
  },
  // There is no TLS on the loopback address, and a promise of it would outlive this server.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' as const },
})

const explained = (error: NodeJS.ErrnoException, port: number): Error =>
  error.code === 'EADDRINUSE' || error.code === 'EACCES'
    ? new Error(`port ${port} is not available (${error.code}): name another, or 0 for any free one`)
    : error
