import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CaseRecord, type DisputedItem, duplicateCase } from '../../document/index.ts'
import { ask, corpusIngest, exportAll, recordOf, writeIngest } from './support.ts'

const QUERIES = join(import.meta.dirname, '..', '..', 'docs', 'queries')
const root = mkdtempSync(join(tmpdir(), 'imr-queries-'))
const whole = join(root, 'dataset')
const byYear = join(root, 'by-year')
const twice = join(root, 'twice')

const queries = readdirSync(QUERIES)
  .filter(name => name.endsWith('.sql'))
  .map(name => ({ name, sql: readFileSync(join(QUERIES, name), 'utf8') }))

beforeAll(async () => {
  const from = await corpusIngest(root)
  await exportAll(from, whole)
  await exportAll(from, byYear, { partition: 'year' })
  const records = readFileSync(join(from, 'records.ndjson'), 'utf8').trim().split('\n')
  const all = records.map(line => JSON.parse(line) as CaseRecord)
  await exportAll(writeIngest(mkdtempSync(join(root, 'twice-')), [...all, ...all.map(again)]), twice)
})

afterAll(() => rmSync(root, { recursive: true }))

/** The same case from a second file. */
const again = (record: CaseRecord): CaseRecord => ({
  ...record,
  id: `sha256:${createHash('sha256').update(record.id).digest('hex')}`,
  messages: [...record.messages, duplicateCase(2)],
})

/** As if the query ran inside the folder of the dataset. */
const inside = (sql: string): string => sql.replaceAll("'parquet/", "'{}/parquet/")

describe('queries of the field', () => {
  it.each(queries)('$name has an answer', async ({ sql }) => {
    const rows = await ask(inside(sql), whole)
    expect(rows.length).toBeGreaterThan(0)
    const divided = inside(sql).replace(/parquet\/(\w+)\.parquet/g, 'parquet/$1/*/$1.parquet')
    expect((await ask(divided, byYear)).length).toBe(rows.length)
  })

  it('are in the table of the page, each with its question', () => {
    const page = readFileSync(join(QUERIES, 'README.md'), 'utf8')
    expect(queries.length).toBeGreaterThanOrEqual(12)
    for (const { name, sql } of queries) {
      expect(sql).toMatch(/^-- \S.*[?.]\n/)
      expect(page).toContain(`| [${name}](${name}) | ${sql.split('\n')[0]!.slice(3)} |`)
    }
  })

  it.each(queries)('$name counts a case once', async ({ sql }) => {
    expect(await ask(inside(sql), twice)).toEqual(await ask(inside(sql), whole))
  })

  it('agree with counting the items', async () => {
    const [query] = queries
    const rows = await ask(inside(query!.sql), whole)
    const [all] = await ask(
      "select count(*)::int as items, count(*) filter (decision = 'overturned')::int as overturned from '{}/parquet/items.parquet'",
      whole,
    )
    const sum = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0)
    expect({ items: sum('items'), overturned: sum('overturned') }).toEqual(all)
  })
})

describe('questions about reasons', () => {
  const folder = join(root, 'reasons')
  const [plain] = recordOf('plain').disputedItems

  const item = (codes: readonly string[], change: Partial<DisputedItem> = {}): DisputedItem => ({
    ...plain!,
    decision: 'upheld',
    medicallyNecessary: false,
    reasons: codes.map(code => ({ code: code as DisputedItem['reasons'][number]['code'], confidence: 0.8 })),
    ...change,
  })
  const therapy = { category: 'Rehabilitation', subcategory: 'Physical Therapy/Occupational Therapy' }
  const imaging = { category: 'Diagnostic Testing', subcategory: 'Imaging & Radiology' }
  const surgery = { category: 'Surgery', subcategory: 'Arthroscopic Surgery' }
  const drug = { category: 'Pharmaceuticals', subcategory: 'Topical Analgesics' }
  const compound = ['hydrocodone', 'acetaminophen']
  const brand = { name: 'norco', strength: null, quantity: 60, refills: null, ingredients: compound }
  const overturned = { decision: 'overturned' as const, medicallyNecessary: true }
  const disputedItems = [
    item(['no-functional-improvement'], { ...therapy, sessions: 6, priorSessions: 10 }),
    item(['exceeds-guideline-amount', 'no-functional-improvement'], { ...therapy, sessions: 12, priorSessions: null }),
    item(['exceeds-guideline-amount'], { ...therapy, sessions: 8, priorSessions: 4 }),
    item(['findings-do-not-support'], therapy),
    item(['criteria-met'], { ...therapy, ...overturned }),
    item(['findings-do-not-support', 'conservative-care-not-exhausted'], imaging),
    item(['findings-do-not-support'], imaging),
    item(['criteria-met', 'conservative-care-failed'], { ...imaging, ...overturned }),
    item(['findings-do-not-support'], surgery),
    item(['depends-on-denied-item'], { ...surgery, dependsOn: 9 }),
    item(['first-line-drug-not-tried'], {
      ...drug,
      drug: brand,
      rationaleParts: [
        { part: 'recital', text: 'The patch comes after an anticonvulsant has failed.' },
        { part: 'case', text: 'No trial of an antidepressant is recorded. He likes the oral form.' },
      ],
    }),
  ].map((one, at) => ({ ...one, ordinal: at + 1 }))

  const answer = async (start: string): Promise<unknown[][]> => {
    const { sql } = queries.find(({ name }) => name.startsWith(start))!
    return (await ask(inside(sql), folder)).map(row => Object.values(row).map(String))
  }

  beforeAll(async () => {
    const from = writeIngest(mkdtempSync(join(root, 'ingest-')), [recordOf('a', { disputedItems })])
    await exportAll(from, folder)
  })

  it('the share of denials with each reason, by category', async () => {
    const rows = await answer('21-')
    expect(rows.filter(([category]) => category === 'Rehabilitation')).toEqual([
      ['Rehabilitation', 'exceeds-guideline-amount', '2', '4', '50', '2'],
      ['Rehabilitation', 'no-functional-improvement', '2', '4', '50', '1'],
      ['Rehabilitation', 'findings-do-not-support', '1', '4', '25', '1'],
    ])
    expect(rows.filter(([, code]) => code === 'criteria-met')).toEqual([])
  })

  it('therapy denied for lack of improvement and for exceeding the number', async () => {
    expect(await answer('22-')).toEqual([
      ['both', '1', '25', 'null', '12'],
      ['exceeds the number', '1', '25', '4', '8'],
      ['no functional improvement', '1', '25', '10', '6'],
      ['other reasons', '1', '25', 'null', '12'],
    ])
  })

  it('the missing first-line drug: only if the reviewer says so of the case', async () => {
    expect(await answer('23-')).toEqual([
      ['Topical Analgesics', 'antidepressant', '1', 'No trial of an antidepressant is recorded'],
    ])
  })

  it('drugs by ingredient, so that a brand counts with its generics', async () => {
    expect(await answer('03-')).toEqual([['Topical Analgesics', '1', 'acetaminophen, hydrocodone', '0']])
    expect(await answer('04-')).toEqual([
      ['acetaminophen', '1', '60', '0'],
      ['hydrocodone', '1', '60', '0'],
    ])
  })

  it('what overturned imaging has that upheld imaging lacks', async () => {
    expect((await answer('24-')).slice(0, 2)).toEqual([
      ['findings or severity', '2', '100', '1', '100'],
      ['lesser care that failed', '1', '50', '1', '100'],
    ])
  })

  it('what depends on the operation that it belongs to', async () => {
    expect(await answer('25-')).toEqual([['upheld', 'Surgery', 'Surgery', '1', '1']])
  })
})
