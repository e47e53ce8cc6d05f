import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, corpusIngest, exportAll } from './support.ts'

const QUERIES = join(import.meta.dirname, '..', '..', 'docs', 'queries')
const root = mkdtempSync(join(tmpdir(), 'imr-queries-'))
const whole = join(root, 'dataset')
const byYear = join(root, 'by-year')

const queries = readdirSync(QUERIES)
  .filter(name => name.endsWith('.sql'))
  .map(name => ({ name, sql: readFileSync(join(QUERIES, name), 'utf8') }))

beforeAll(async () => {
  const from = await corpusIngest(root)
  await exportAll(from, whole)
  await exportAll(from, byYear, { partition: 'year' })
})

afterAll(() => rmSync(root, { recursive: true }))

/** As if the query ran inside the folder of the dataset. */
const inside = (sql: string): string => sql.replaceAll("'parquet/", "'{}/parquet/")

describe('questions of the field', () => {
  it.each(queries)('$name has an answer', async ({ sql }) => {
    const rows = await ask(inside(sql), whole)
    expect(rows.length).toBeGreaterThan(0)
    const divided = inside(sql).replace(/parquet\/(\w+)\.parquet/g, 'parquet/$1/*/$1.parquet')
    expect((await ask(divided, byYear)).length).toBe(rows.length)
  })

  it('are in the table of the page, each with its words', () => {
    const page = readFileSync(join(QUERIES, 'README.md'), 'utf8')
    expect(queries.length).toBeGreaterThanOrEqual(12)
    for (const { name, sql } of queries) {
      expect(sql).toMatch(/^-- \S.*[?.]\n/)
      expect(page).toContain(`| [${name}](${name}) | ${sql.split('\n')[0]!.slice(3)} |`)
    }
  })

  it('say of the items what counting says', async () => {
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
