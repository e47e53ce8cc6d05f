import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changesBetween, type RecordDigest } from '../../../dataset/changes.ts'
import { columnsOf, defineTable } from '../../../dataset/table.ts'
import { startWriters } from '../../../dataset/writers/index.ts'
import { ask, temporary } from '../support.ts'

describe('a table that is larger than a row group', () => {
  interface Source {
    readonly numbers: readonly number[]
  }
  const column = columnsOf<number>()
  const numbers = defineTable({
    name: 'numbers',
    title: 'Numbers',
    key: ['number'],
    each: ({ numbers }: Source) => numbers,
    columns: [
      column.integer('number', 'The number', number => number),
      column.string('text', 'A text, or none', number => (number % 3 === 0 ? null : `text ${number}`)),
      column.strings('digits', 'Its digits, none of a number that ends in 7', digitsOf),
      column.integer('row', 'Which row it is', (_, { row }) => row),
    ],
  })

  function digitsOf(number: number): string[] {
    return number % 10 === 7 ? [] : [...String(number)]
  }

  it('is written in groups of one size, in order, with nothing lost at their ends', async () => {
    const root = temporary()
    const writers = startWriters('sources', [numbers], {
      root,
      formats: ['parquet', 'csv'],
      compression: 'none',
      program: { name: 'imr', version: '0.1.0' },
    })
    const count = 45_000
    for (let first = 0; first < count; first += 9)
      await writers.add({ numbers: Array.from({ length: 9 }, (_, at) => first + at) }, null)
    const files = await writers.close()
    expect(files.map(({ path, rows }) => [path, rows])).toEqual([
      ['parquet/numbers.parquet', count],
      ['csv/numbers.csv', count],
    ])
    const groups = await ask(
      "select distinct row_group_id::int as id, row_group_num_rows::int as rows from parquet_metadata('{}/parquet/numbers.parquet') order by id",
      root,
    )
    expect(groups.map(({ rows }) => rows)).toEqual([20_000, 20_000, 5000])
    for (const source of ["'{}/parquet/numbers.parquet'", "read_csv('{}/csv/numbers.csv')"]) {
      const [sums] = await ask(
        `select count(*)::int as rows, count(text)::int as texts, bool_and(number + 1 = "row") as counted from ${source}`,
        root,
      )
      expect(sums).toEqual({ rows: count, texts: 30_000, counted: true })
    }
    const [wrong] = await ask(
      `select count(*)::int as rows from '{}/parquet/numbers.parquet'
       where array_to_string(digits, '') != case when number % 10 = 7 then '' else number::varchar end`,
      root,
    )
    expect(wrong).toEqual({ rows: 0 })
    const told = await ask(
      "select decode(key) as key, decode(value) as value from parquet_kv_metadata('{}/parquet/numbers.parquet')",
      root,
    )
    const facts = new Map(told.map(({ key, value }) => [key, String(value)]))
    expect(facts.get('title')).toBe('Numbers')
    expect(JSON.parse(facts.get('columns')!)).toMatchObject({ number: 'The number', row: 'Which row it is' })
  })
})

describe('changes between two lists of contents', () => {
  const content = (number: number, sha256: string): RecordDigest => ({
    id: `sha256:${((number * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0').repeat(8)}`,
    caseNumber: null,
    sha256,
    version: '0.1.0',
  })
  async function* all(contents: readonly RecordDigest[]) {
    yield* contents
  }

  it('are those of two maps in memory, in the order of ids', async () => {
    const before = Array.from({ length: 600 }, (_, at) => content(at, `${at % 7}`))
    const after = Array.from({ length: 600 }, (_, at) => content(at + 100, `${(at + 100) % (at % 5 === 0 ? 6 : 7)}`))
    const found: [string, string][] = []
    for await (const { id, change } of changesBetween(
      all(before),
      all(after.toReversed()),
      join(temporary(), 'buckets'),
    ))
      found.push([id, change])
    const [old, now] = [before, after].map(side => new Map(side.map(({ id, sha256 }) => [id, sha256])))
    const ids = [...new Set([...old!.keys(), ...now!.keys()])].sort()
    const kind = (id: string) => (!old!.has(id) ? 'added' : !now!.has(id) ? 'removed' : 'changed')
    expect(found).toEqual(ids.filter(id => old!.get(id) !== now!.get(id)).map(id => [id, kind(id)]))
    expect(new Set(found.map(([, change]) => change))).toEqual(new Set(['added', 'changed', 'removed']))
  })
})
