import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { FIELDS, type SearchQuery, SORTS } from '../api.ts'
import { RequestFailure } from '../failure.ts'
import { chartsOf } from '../run/charts.ts'
import type { ViewedRun } from '../run/viewed-run.ts'
import { parsedKey } from '../search/order.ts'
import { resultsOf } from '../search/results.ts'
import { similarTo } from '../search/similar.ts'

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>

/** Adds the routes for search, similar decisions and charts. */
export function addSearchRoutes(app: FastifyInstance, run: ViewedRun): void {
  app.get('/api/search', async request => run.index().search.answer(queryOf(request, run)))
  app.get('/api/charts', async () => chartsOf(run.index().search))
  app.get('/api/search.csv', async (request, reply) => {
    reply.header('content-disposition', 'attachment; filename="decisions.csv"')
    return reply.type('text/csv; charset=utf-8').send(csvOf(run, queryOf(request, run)))
  })
  app.get<{ Params: { ref: string; item: string } }>('/api/similar/:ref/:item', async ({ params }) =>
    similarTo(run.index().index, run.find(params.ref).record.id, Number(params.item)),
  )
}

/**
 * Facets come as `f.category=Injection`, as often as needed. What cannot be followed is refused: without a filter or an
 * order that was asked for, the answer would be to another question.
 */
function queryOf({ query }: FastifyRequest, run: ViewedRun): SearchQuery {
  const given = query as Parameters
  const one = (name: string) => [given[name] ?? ''].flat()[0] ?? ''
  const facets = Object.entries(given).filter(([name]) => name.startsWith('f.'))
  const known = new Set(run.index().index.columns.map(({ name }) => `f.${name}`))
  demandQuery(
    facets.every(([name]) => known.has(name)),
    'There is no such filter.',
  )
  const after = one('after') || null
  demandQuery(after === null || parsedKey(after) !== null, 'There is no such page of results.')
  return {
    words: one('q').slice(0, 1000),
    field: oneOf(FIELDS, one('in') || 'all', 'There is no such field to search.'),
    chosen: Object.fromEntries(facets.map(([name, value]) => [name.slice(2), [value ?? []].flat()])),
    sort: oneOf(SORTS, one('sort') || 'best', 'There is no such order of results.'),
    after,
  }
}

function oneOf<T extends string>(known: readonly T[], given: string, otherwise: string): T {
  const found = known.find(one => one === given)
  demandQuery(found !== undefined, otherwise)
  return found
}

function demandQuery(fits: boolean, otherwise: string): asserts fits {
  if (!fits) throw new RequestFailure('E_QUERY', otherwise)
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
