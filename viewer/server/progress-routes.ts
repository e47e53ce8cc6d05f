import type { FastifyInstance } from 'fastify'
import type { ProgressAnswer, RejectedFile } from '../api.ts'
import { isFresh, type ViewedRun } from '../run/viewed-run.ts'

/** Adds the routes for the progress of a run. */
export function addProgressRoutes(app: FastifyInstance, run: ViewedRun): void {
  app.get<{ Querystring: { code?: string } }>('/api/progress', async ({ query }) => progressOf(run, query.code))
}

const MOST = 200

/** During a run, its most recent rejections; afterwards, those of its results. */
function progressOf(run: ViewedRun, code: string | undefined): ProgressAnswer {
  const status = run.status()
  const known = { status, indexed: isFresh(run.folder), indexing: run.buildIndex(), indexFault: run.indexFault() }
  if (status?.state !== 'done' || !known.indexed) {
    const rejected = (status?.rejectedLately ?? []).filter(one => code === undefined || one.code === code)
    return {
      ...known,
      codes: status?.rejectionCodes ?? {},
      rejected: rejected.map(({ id, name, code }) => ({ id, name, code: code ?? '', reason: '' })),
    }
  }
  return { ...known, ...finished(run, code) }
}

function finished(run: ViewedRun, code: string | undefined): Pick<ProgressAnswer, 'codes' | 'rejected'> {
  const { database } = run.index().index
  const counts = database
    .prepare('select code, count(*) as n from rejections group by code order by n desc, code')
    .all()
  const rejected = database
    .prepare(
      `select input_id as id, file_name as name, code, reason from rejections
       where ? is null or code = ? order by rowid limit ${MOST}`,
    )
    .all(code ?? null, code ?? null)
  return {
    codes: Object.fromEntries(counts.map(row => [String(row.code), Number(row.n)])),
    rejected: rejected.map(row => ({ ...row })) as unknown as RejectedFile[],
  }
}
