import type { FastifyInstance } from 'fastify'
import { REJECTION_CODES } from '../../document/index.ts'
import type { Status } from '../../workers/index.ts'
import type { ProgressAnswer, RejectedFile } from '../api.ts'
import { sharedFolder, shownPath } from '../run/shown-paths.ts'
import type { ViewedRun } from '../run/viewed-run.ts'

/** Adds the routes for the progress of a run. */
export function addProgressRoutes(app: FastifyInstance, run: ViewedRun): void {
  app.get<{ Querystring: { code?: string } }>('/api/progress', async ({ query }) => progressOf(run, query.code))
}

const MOST = 200

/** During a run, its most recent rejections; afterwards, those of its results. */
function progressOf(run: ViewedRun, code: string | undefined): ProgressAnswer {
  const status = run.status()
  const known = { status, indexed: run.isIndexed(), indexing: run.buildIndex(), indexFault: run.indexFault() }
  if (status?.state !== 'done' || !known.indexed) return { ...known, ...lately(status, code) }
  return { ...known, ...finished(run, code) }
}

type Rejected = Pick<ProgressAnswer, 'codes' | 'rejected'>

function lately(status: Status | null, code: string | undefined): Rejected {
  const { rejectionCodes = {}, rejectedLately = [] } = status ?? {}
  const paths = rejectedLately.map(({ path }) => path).sort()
  const shared = sharedFolder(paths[0] ?? '', paths.at(-1) ?? '')
  return {
    codes: rejectionCodes,
    rejected: rejectedLately
      .filter(one => code === undefined || one.code === code)
      .map(({ id, name, path, code }) => ({
        id,
        path: shownPath(name, path, shared),
        code: code ?? '',
        reason: code === null ? '' : REJECTION_CODES[code],
      })),
  }
}

function finished(run: ViewedRun, code: string | undefined): Rejected {
  const { database } = run.index().index
  const counts = database
    .prepare('select code, count(*) as n from rejections group by code order by n desc, code')
    .all()
  const ends = database
    .prepare(
      `select coalesce(min(path), '') as first, coalesce(max(path), '') as last
       from (select path from search_places union all select path from search_rejected)`,
    )
    .get()!
  const shared = sharedFolder(String(ends.first), String(ends.last))
  const rejected = database
    .prepare(
      `select input_id as id, file_name as name, path, code, reason
       from rejections left join search_rejected using (input_id)
       where ? is null or code = ? order by rejections.rowid limit ${MOST}`,
    )
    .all(code ?? null, code ?? null) as unknown as readonly RejectedRow[]
  return {
    codes: Object.fromEntries(counts.map(row => [String(row.code), Number(row.n)])),
    rejected: rejected.map(({ id, name, path, code, reason }) => ({
      id,
      path: shownPath(name, path, shared),
      code,
      reason,
    })),
  }
}

interface RejectedRow extends Omit<RejectedFile, 'path'> {
  readonly name: string
  readonly path: string | null
}
