import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { FIELDS, type SearchQuery, SORTS } from '../api.ts'
import { chartsOf } from '../run/charts.ts'
import type { ViewedRun } from '../run/viewed-run.ts'
import { resultsOf } from '../search/results.ts'
import { similarTo } from '../search/similar.ts'

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>

/** Adds the routes for search, similar decisions and charts. */
export function addSearchRoutes(app: FastifyInstance, run: ViewedRun): void {
  app.get('/api/search', async request => run.index().search.answer(queryOf(request)))
  app.get('/api/charts', async () => chartsOf(run.index().search))
  app.get('/api/search.csv', async (request, reply) => {
    reply.header('content-disposition', 'attachment; filename="decisions.csv"')
    return reply.type('text/csv; charset=utf-8').send(csvOf(run, queryOf(request)))
  })
  app.get<{ Params: { ref: string; item: string } }>('/api/similar/:ref/:item', async ({ params }) =>
    similarTo(run.index().index, run.find(params.ref).record.id, Number(params.item)),
  )
}

/** Facets come as `f.category=Injection`, as often as needed; unknown and malformed parameters are ignored. */
function queryOf({ query }: FastifyRequest): SearchQuery {
  const given = query as Parameters
  const one = (name: string) => [given[name] ?? ''].flat()[0] ?? ''
  const facets = Object.entries(given).filter(([name]) => name.startsWith('f.'))
  return {
    words: one('q').slice(0, 1000),
    field: FIELDS.find(field => field === one('in')) ?? 'all',
    chosen: Object.fromEntries(facets.map(([name, value]) => [name.slice(2), [value ?? []].flat()])),
    sort: SORTS.find(sort => sort === one('sort')) ?? 'best',
    after: one('after') || null,
  }
}

const COLUMNS = [
  'case_number',
  'item',
  'date',
  'decision',
  'category',
  'subcategory',
  'text',
  'specialties',
  'status',
  'confidence',
  'clause',
] as const

/** A text that a spreadsheet would treat as a formula gets a leading apostrophe, as in a dataset. */
function csvOf(run: ViewedRun, query: SearchQuery): string {
  const { index, search } = run.index()
  const { units, match } = search.all(query)
  const rows = resultsOf(index, units, match).map(result => [
    result.caseNumber ?? result.ref,
    result.item,
    result.date,
    result.decision,
    result.category,
    result.subcategory,
    unmarked(result.text),
    result.specialties.join('; '),
    result.status,
    result.confidence,
    unmarked(result.clause),
  ])
  return stringify([[...COLUMNS], ...rows], { record_delimiter: 'windows', escape_formulas: true })
}

const unmarked = (text: string | null): string | null => text?.replace(/[\uE000\uE001]/g, '') ?? null
