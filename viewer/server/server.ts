import { randomBytes } from 'node:crypto'
import { userInfo } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { type LocalServer, serveLocally } from '../../workers/index.ts'
import type { Failure, RunAnswer } from '../api.ts'
import { failureOf } from '../failure.ts'
import { type ViewedRun, viewRun } from '../run/viewed-run.ts'
import { addAssets, pageFile } from './assets.ts'
import { addCaseRoutes } from './case-routes.ts'
import { addCorrectionRoutes } from './correction-routes.ts'
import { addProgressRoutes } from './progress-routes.ts'
import { addSearchRoutes } from './search-routes.ts'

/** What to view, and where. */
export interface ViewOptions {
  /** The folder of an ingest. */
  readonly folder: string
  /** The folder of its search index; the same if not given. */
  readonly indexIn?: string
  /** 0 for any free port. */
  readonly port: number
}

/**
 * Serves the pages for searching, viewing and correcting a run, on this machine only. Throws if the port cannot be
 * used.
 */
export async function startView({ folder, indexIn, port }: ViewOptions): Promise<LocalServer> {
  const run = viewRun(folder, indexIn)
  const token = randomBytes(24).toString('base64url')
  const server = await serveLocally(app => addRoutes(app, run, token), { port })
  return {
    url: server.url,
    close: async () => {
      await server.close()
      run.close()
    },
  }
}

async function addRoutes(app: FastifyInstance, run: ViewedRun, token: string): Promise<void> {
  app.setErrorHandler((error, _request, reply) => {
    const failure = failureOf(error)
    return reply.code(failure.status).send({ code: failure.code, reason: failure.message } satisfies Failure)
  })
  app.setNotFoundHandler(({ headers }, reply) => {
    reply.code(404)
    // Whoever typed an address wants a page with a way out.
    if (headers.accept?.includes('text/html')) return reply.type('text/html').send(pageFile('no-page.html'))
    return reply.send({ code: 'E_NO_PAGE', reason: 'There is no such page.' } satisfies Failure)
  })
  app.addHook('onSend', async (request, reply) => {
    // The content of letters must not be cached.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.get('/api/run', async () => runAnswer(run, token))
  addSearchRoutes(app, run)
  addCaseRoutes(app, run)
  addCorrectionRoutes(app, run, token)
  addProgressRoutes(app, run)
  await addAssets(app)
}

function runAnswer(run: ViewedRun, token: string): RunAnswer {
  const indexed = run.isIndexed()
  const records = indexed ? run.index().index.database.prepare('select count(*) as n from cases').get()?.n : 0
  return {
    name: run.name,
    token,
    user: userName(),
    status: run.status(),
    indexed,
    indexing: run.buildIndex(),
    records: Number(records),
    reviewed: run.reviewed(),
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'reader'
  }
}
