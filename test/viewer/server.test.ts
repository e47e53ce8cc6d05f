import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readCorrections } from '../../corrections/index.ts'
import { ofReasons } from '../../dataset/index.ts'
import {
  type CaseAnswer,
  type ChartsAnswer,
  type ProgressAnswer,
  type RunAnswer,
  type SearchAnswer,
  SORTS,
} from '../../viewer/api.ts'
import { startView } from '../../viewer/index.ts'
import { CORPUS, recordsOf, type ServedRun, serveRun } from './support.ts'

let run: ServedRun

beforeAll(async () => {
  run = await serveRun(CORPUS)
}, 60_000)
afterAll(() => run?.close())

const get = (path: string) => fetch(`${run.url}${path}`)
const json = async <T>(path: string): Promise<T> => (await get(path)).json() as Promise<T>

/** Headers that `fetch` would not send unchanged. */
const status = (
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request(`${run.url}${path}`, { headers, method }, ({ statusCode }) => resolve(statusCode))
    sent.on('error', reject).end(body)
  })

const REF = 'CM16-9000003'
const said = { action: 'change', pointer: '/worker/age', was: 46, value: 47, by: 'A. Reader' }

describe('the server of imr view', () => {
  it('answers under its own name only, and forbids foreign scripts and requests', async () => {
    expect(await status('/api/run', { host: 'elsewhere.example' })).toBe(403)
    const { headers } = await get('/')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none';script-src 'self'/)
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect((await get('/api/run')).headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    ['/api/case/..%2f..%2fetc%2fpasswd', 404, 'E_NO_CASE'],
    ['/api/case/sha256:00/file', 404, 'E_NO_CASE'],
    [`/api/input/sha256:${'0'.repeat(64)}/file`, 404, 'E_NO_FILE'],
    ['/viewer/browser/..%2f..%2fpackage.json', 404, 'E_NO_PAGE'],
    ['/viewer/browser/../server/server.ts', 404, 'E_NO_PAGE'],
    ['/document/record.ts', 404, 'E_NO_PAGE'],
    ['/pdfjs/build/..%2f..%2fpackage.json', 404, 'E_NO_PAGE'],
    ['/records.ndjson', 404, 'E_NO_PAGE'],
  ])('serves no other file: %s', async (path, code, failure) => {
    const response = await get(path)
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([code, failure])
  })

  it('ranks by a word even if most decisions have it', async () => {
    const { total, inItem, results } = await json<SearchAnswer>('/api/search?q=therapy')
    expect(total).toBeGreaterThan(41)
    const first = results.slice(0, inItem! - 2)
    expect(first.filter(({ text }) => !/therapy/i.test(text!))).toEqual([])
  })

  it.each([
    'q=%00%22%27)(*%20NEAR',
    'q=%22',
    `q=${'x'.repeat(5000)}`,
    'f.decision=nothing',
    'sort=doubtful&after=-3.5~2',
  ])('answers any query: %s', async query => {
    const response = await get(`/api/search?${query}`)
    expect(response.status).toBe(200)
    expect(await response.json()).toHaveProperty('results')
  })

  it.each(['sort=none', 'in=margins', 'after=NaN~x', 'after=3', 'f.colour=red', 'f.__proto__=1'])(
    'refuses what it cannot follow: %s',
    async query => {
      for (const path of ['/api/search', '/api/search.csv']) {
        const response = await get(`${path}?${query}`)
        expect([response.status, await response.json()]).toEqual([
          400,
          { code: 'E_QUERY', reason: expect.stringMatching(/^There is no such .*\.$/) },
        ])
      }
    },
  )

  it('follows the pages of every order', async () => {
    for (const sort of SORTS) {
      const query = `/api/search?q=the&sort=${sort}`
      const first = await json<SearchAnswer>(query)
      const second = await json<SearchAnswer>(`${query}&after=${encodeURIComponent(first.next!)}`)
      expect(second.results.length).toBeGreaterThan(0)
      expect(second.results[0]).not.toEqual(first.results[0])
    }
  })

  it('counts a facet as if nothing in it were chosen, and the others as they are', async () => {
    const all = await json<SearchAnswer>('/api/search?')
    const some = await json<SearchAnswer>('/api/search?f.decision=overturned')
    const of = ({ facets }: SearchAnswer, name: string) => facets.find(facet => facet.name === name)!.values
    expect(of(some, 'decision')).toEqual(of(all, 'decision'))
    expect(some.total).toBe(of(all, 'decision').find(({ value }) => value === 'overturned')!.count)
    const inCategories = of(some, 'category').reduce((sum, { count }) => sum + count, 0)
    expect(inCategories).toBe(some.total)
  })

  it('finds the decisions of a case by its number, and words within them', async () => {
    const ofCase = await json<SearchAnswer>('/api/search?q=cm16-9000003')
    expect(ofCase.total).toBeGreaterThan(0)
    expect(new Set(ofCase.results.map(({ caseNumber }) => caseNumber))).toEqual(new Set(['CM16-9000003']))
    expect(ofCase.tooManyToRank).toBe(false)
    expect((await json<SearchAnswer>('/api/search?q=CM16-9000003+zzz')).total).toBe(0)
    expect((await json<SearchAnswer>('/api/search?q=CM16-0000000')).total).toBe(0)
  })

  it('exports all results as a table without formulas', async () => {
    const { total } = await json<SearchAnswer>('/api/search?q=therapy')
    const text = await (await get('/api/search.csv?q=therapy')).text()
    expect(text.split('\r\n').filter(line => /^(?:CM|sha256:)/.test(line))).toHaveLength(total)
    expect(text).toMatch(/^case_number,item,date,decision/)
    expect(text).not.toMatch(/(?:^|,)"?[=+@]/m)
  })

  it('lists similar decisions, with the opposite outcome first', async () => {
    const { results } = await json<SearchAnswer>('/api/search?q=therapy&in=item&f.decision=upheld')
    const alike = await json<SearchAnswer['results']>(`/api/similar/${results[0]!.ref}/${results[0]!.item}`)
    const ways = alike.map(({ decision }) => decision)
    expect(ways).toEqual([...ways].sort())
    for (const one of alike) expect(one.subcategory).toBe(results[0]!.subcategory)
  })
})

describe('charts', () => {
  it('divide reasons by the items for which one was read, and say so as the report does', async () => {
    const { charts } = await json<ChartsAnswer>('/api/charts')
    const all = recordsOf(run.folder).flatMap(({ disputedItems }) => disputedItems)
    for (const decision of ['upheld', 'overturned'] as const) {
      const items = all.filter(item => item.decision === decision)
      const read = items.filter(({ reasons }) => reasons.length > 0).length
      const { about, rows } = charts.find(({ title }) => title === `Why denials are ${decision}`)!
      expect(read).toBeLessThan(items.length)
      expect(new Set(rows.map(row => row.items))).toEqual(new Set([read]))
      expect(about).toBe(ofReasons(decision, read, items.length - read))
    }
  })

  it('count a case once if it has several letters', async () => {
    const letters = mkdtempSync(join(tmpdir(), 'imr-twice-'))
    const text = readFileSync(join(CORPUS, 'CM16-9000009.txt'), 'utf8')
    for (const [name, end] of [
      ['a.txt', ''],
      ['b.txt', '\n'],
    ] as const)
      writeFileSync(join(letters, name), text + end)
    const twice = await serveRun(letters)
    const ask = async <T>(path: string) => (await (await fetch(`${twice.url}${path}`)).json()) as T
    expect((await ask<SearchAnswer>('/api/search?')).total).toBe(8)
    const { total, charts } = await ask<ChartsAnswer>('/api/charts')
    expect(total).toBe(4)
    for (const { query, items, counted } of charts.find(({ counted }) => counted === 'overturned')!.rows) {
      const found = await ask<SearchAnswer>(`/api/search?${query}`)
      expect([found.total, found.overturned]).toEqual([items, counted])
    }
    await twice.close()
    rmSync(letters, { recursive: true })
  })
})

describe('a correction', () => {
  const post = async (headers: Record<string, string>, body: object | string, path = `/api/case/${REF}/corrections`) =>
    status(
      path,
      { 'content-type': 'application/json', ...headers },
      'POST',
      typeof body === 'string' ? body : JSON.stringify(body),
    )
  const token = async () => ({ 'x-imr-token': (await json<RunAnswer>('/api/run')).token })

  it('is refused without the token, from another origin, malformed, without a value, and about another value', async () => {
    const own = await token()
    expect(await post({}, said)).toBe(403)
    expect(await post({ 'x-imr-token': 'x'.repeat(32) }, said)).toBe(403)
    expect(await post({ ...own, origin: 'http://elsewhere.example' }, said)).toBe(403)
    expect(await post(own, '{"action":')).toBe(400)
    expect(await post(own, { ...said, action: 'burn' })).toBe(400)
    expect(await post(own, { ...said, value: 'old' })).toBe(422)
    expect(await post(own, { ...said, pointer: '/worker/shoes', was: undefined })).toBe(409)
    expect(await post(own, { ...said, was: 12 })).toBe(409)
    expect(await post(own, { ...said, pointer: '/__proto__/x', was: undefined })).toBe(409)
    expect(readCorrections(run.folder).size).toBe(0)
  })

  it('is saved in a file that a torn line does not corrupt', async () => {
    const own = await token()
    appendFileSync(join(run.folder, 'corrections.ndjson'), '{"id":"torn by a cra')
    expect(await post(own, said)).toBe(200)
    expect(await post(own, { ...said, value: 48 })).toBe(200)
    const answer = await json<CaseAnswer>(`/api/case/${REF}`)
    expect([answer.record.worker.age, answer.corrected.worker.age]).toEqual([46, 48])
    expect([...readCorrections(run.folder).values()].flat().map(({ value }) => value)).toEqual([47, 48])
    const lines = readFileSync(join(run.folder, 'corrections.ndjson'), 'utf8').split('\n')
    expect(lines).toHaveLength(4)
    const { id } = [...readCorrections(run.folder).values()].flat()[1]!
    expect(await post(own, { action: 'withdraw', pointer: '/worker/age', of: id, by: 'A. Reader' })).toBe(200)
    expect((await json<CaseAnswer>(`/api/case/${REF}`)).corrected.worker.age).toBe(47)
  })
})

describe('rejected files', () => {
  it('of one name are told apart by their folders', async () => {
    const letters = mkdtempSync(join(tmpdir(), 'imr-alike-'))
    for (const name of ['may', 'june']) {
      mkdirSync(join(letters, name))
      writeFileSync(join(letters, name, 'note.txt'), `A note of ${name}.`)
    }
    const alike = await serveRun(letters)
    const answer = (await (await fetch(`${alike.url}/api/progress`)).json()) as ProgressAnswer
    expect(answer.rejected.map(({ path }) => path)).toEqual(['june/note.txt', 'may/note.txt'])
    await alike.close()
    rmSync(letters, { recursive: true })
  })
})

describe('a run with something wrong', () => {
  /** Serves a copy of the run after something was done to it. */
  async function viewAfter(change: (folder: string) => void) {
    const folder = mkdtempSync(join(tmpdir(), 'imr-wrong-'))
    cpSync(run.folder, folder, { recursive: true })
    rmSync(join(folder, 'corrections.ndjson'), { force: true })
    change(folder)
    const server = await startView({ folder, port: 0 })
    return {
      ask: async <T>(path: string) => (await (await fetch(`${server.url}${path}`)).json()) as T,
      close: async () => {
        await server.close()
        rmSync(folder, { recursive: true })
      },
    }
  }

  it('says why its index could not be built', async () => {
    const { ask, close } = await viewAfter(folder => appendFileSync(join(folder, 'records.ndjson'), '{"torn\n'))
    const progress = await vi.waitFor(async () => {
      const answer = await ask<ProgressAnswer>('/api/progress')
      expect(answer.indexing).toBeNull()
      return answer
    }, 30_000)
    expect(progress.indexFault).toMatch(/^E_INGEST_BROKEN: .*records\.ndjson is truncated or damaged at line/)
    expect(await ask('/api/search?')).toEqual({
      code: 'E_NO_INDEX',
      reason: 'The search index could not be built: see Run.',
    })
    await close()
  })

  const spoken = (change: object) => {
    const one = { ...said, id: 'a', at: '2026-01-01T00:00:00.000Z', case: '', ...change }
    return (folder: string) => {
      const { id } = recordsOf(folder).find(({ caseNumber }) => caseNumber === REF)!
      writeFileSync(join(folder, 'corrections.ndjson'), `${JSON.stringify({ ...one, case: id })}\n`)
    }
  }

  it.each([
    ['make no valid record', { value: 'old' }, 'Corrections are left out, since they make no valid record.'],
    [
      'are about another value',
      { was: 12 },
      '1 correction is left out, since the program reads its value differently by now.',
    ],
    ['fit', {}, null],
  ])('says whether its corrections %s', async (_how, change, fault) => {
    const { ask, close } = await viewAfter(spoken(change))
    const { record, corrected, correctionFault } = await ask<CaseAnswer>(`/api/case/${REF}`)
    expect(correctionFault).toBe(fault)
    expect(corrected.worker.age).toBe(fault === null ? 47 : record.worker.age)
    await close()
  })
})
