import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { addCorrection } from '../../corrections/index.ts'
import { indexRun, readFacetColumns } from '../../dataset/index.ts'
import { ingest } from '../../workers/index.ts'
import { corpusIngest, exportAll, recordOf, temporary, writeIngest } from './support.ts'

function opened(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true })
  onTestFinished(() => database.close())
  return database
}

async function indexed(): Promise<{ database: DatabaseSync; from: string }> {
  const from = await corpusIngest(temporary())
  const { path } = await indexRun({ from })
  return { database: opened(path), from }
}

const one = (database: DatabaseSync, sql: string, ...values: string[]) =>
  Object.values(database.prepare(sql).get(...values) ?? {})[0]

const hasPython = spawnSync('python3', ['-c', 'import sqlite3']).status === 0

describe('imr.sqlite of an ingest', () => {
  it('holds its rejections, its cases, and every item with its letter as a unit of the search', async () => {
    const { database, from } = await indexed()
    const summary = JSON.parse(readFileSync(join(from, 'summary.json'), 'utf8'))
    expect(one(database, 'select count(*) from cases')).toBe(summary.records)
    expect(one(database, 'select count(*) from rejections')).toBe(summary.rejections)
    expect(one(database, 'select count(*) from items')).toBe(summary.items)
    expect(one(database, 'select count(item_row) from search_units')).toBe(summary.items)
    database.exec(`pragma foreign_key_check`)
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  })

  it.each([
    ['a word of the item', '{item} : aquatic', 'aquatic'],
    ['another ending of the same word', 'injections', 'injection'],
    ['a phrase', '"aquatic therapy"', 'aquatic therapy'],
    ['the beginning of a word', 'aquat*', 'aquatic'],
  ])('is searched for %s', async (_name, query, word) => {
    const { database } = await indexed()
    const found = database
      .prepare("select item || ' ' || rationale || ' ' || summary as text from search where search match ?")
      .all(query)
    expect(found.length).toBeGreaterThan(0)
    for (const { text } of found) expect(String(text).toLowerCase()).toContain(word)
  })

  it('answers the question of docs/dataset.md', async () => {
    const { database } = await indexed()
    const page = readFileSync(join(import.meta.dirname, '../../docs/dataset.md'), 'utf8')
    const sql = /```sql\n([\s\S]*?)\n```/.exec(page)![1]!
    const found = database.prepare(sql).all()
    expect(found.length).toBeGreaterThan(0)
    for (const { case_number, item } of found) {
      const decided = 'select decision from items where case_number = ? and item = ?'
      expect(one(database, decided, String(case_number), String(item))).toBe('overturned')
    }
  })

  it.skipIf(!hasPython)('is opened and searched by the SQLite of Python, on which Datasette is based', async () => {
    const { database, from } = await indexed()
    const script = `
import json, sqlite3, sys
database = sqlite3.connect(f'file:{sys.argv[1]}?mode=ro', uri=True)
found = database.execute("select count(*) from search where search match 'injection'").fetchone()[0]
texts = [text for text, in database.execute('select diagnoses from search_text order by unit')]
print(json.dumps([found, texts]))`
    const [found, texts] = JSON.parse(
      execFileSync('python3', ['-c', script, join(from, 'imr.sqlite')], { encoding: 'utf8' }),
    )
    expect(found).toBe(one(database, "select count(*) from search where search match 'injection'"))
    expect(found).toBeGreaterThan(0)
    const own = database.prepare('select diagnoses from search_text order by unit').all()
    expect(texts).toEqual(own.map(({ diagnoses }) => diagnoses))
  })

  it('has the values of each facet unit by unit, as its tables have them', async () => {
    const { database } = await indexed()
    const columns = readFacetColumns(database)
    expect(columns.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'decision',
        'category',
        'drug',
        'diagnosis',
        'part',
        'guideline',
        'specialty',
        'year',
        'message',
      ]),
    )
    const counted = (name: string) => {
      const { words, values } = columns.find(column => column.name === name)!
      const counts = words.map((word, at) => [word, values.filter(value => value === at).length])
      return Object.fromEntries(counts)
    }
    const asked = (sql: string) =>
      Object.fromEntries(
        database
          .prepare(sql)
          .all()
          .map(row => Object.values(row) as [string, number]),
      )
    expect(counted('category')).toEqual(
      asked('select category, count(*) from items where category is not null group by category'),
    )
    expect(counted('specialty')).toEqual(
      asked(`select specialty, count(*) from (select distinct items.rowid, specialty from items
        join certifications using (case_id) where specialty is not null) group by specialty`),
    )
    for (const { starts } of columns) expect(starts.length - 1).toBe(one(database, 'select count(*) from search_units'))
  })

  it('has the position of each record', async () => {
    const { database, from } = await indexed()
    const file = openSync(join(from, 'records.ndjson'), 'r')
    onTestFinished(() => closeSync(file))
    for (const { id, start, bytes } of database
      .prepare('select case_id as id, start, bytes from search_places join cases on cases.rowid = case_row')
      .all()) {
      const buffer = Buffer.alloc(Number(bytes))
      readSync(file, buffer, 0, buffer.length, Number(start))
      expect(JSON.parse(buffer.toString()).id).toBe(id)
    }
  })

  it('finds a letter without items, too', async () => {
    const from = writeIngest(temporary(), [recordOf('empty', { disputedItems: [] })])
    const database = opened((await indexRun({ from })).path)
    expect(
      database.prepare("select case_number, item_number from search_text where summary like '%knee%'").all(),
    ).toEqual([{ case_number: 'CM16-9900001', item_number: null }])
    expect(one(database, "select count(*) from search where search match 'knee'")).toBe(1)
  })

  it('has the same bytes for the same results, and keeps the earlier file if there are none', async () => {
    const { from } = await indexed()
    const before = readFileSync(join(from, 'imr.sqlite'))
    await indexRun({ from })
    expect(readFileSync(join(from, 'imr.sqlite')).equals(before)).toBe(true)
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(indexRun({ from, signal })).rejects.toThrow('enough')
    expect(readFileSync(join(from, 'imr.sqlite')).equals(before)).toBe(true)
    await expect(indexRun({ from: temporary() })).rejects.toThrow('E_NO_INGEST')
  })
})

describe('imr.sqlite of a dataset', () => {
  it('holds all tables, is described and listed, and reveals nothing about this machine', async () => {
    const to = join(temporary(), 'dataset')
    await exportAll(await corpusIngest(temporary()), to, { formats: ['sqlite'] })
    const database = opened(join(to, 'imr.sqlite'))
    expect(Number(one(database, 'select count(*) from evidence'))).toBeGreaterThan(1000)
    expect(one(database, 'select count(*) from search_places')).toBe(0)
    const { resources } = JSON.parse(readFileSync(join(to, 'datapackage.json'), 'utf8'))
    expect(resources).toMatchObject([{ path: 'imr.sqlite', mediatype: 'application/vnd.sqlite3' }])
    expect(readFileSync(join(to, 'manifest-sha256.txt'), 'utf8')).toContain('  imr.sqlite\n')
    expect(readFileSync(join(to, 'README.md'), 'utf8')).toContain('datasette imr.sqlite')
  })
})

describe('a dataset of a corrected run', () => {
  it('holds the corrections, marked and counted, and the words of every place', async () => {
    const from = temporary()
    await ingest({ inputs: [join(import.meta.dirname, '..', '..', 'corpus', 'letters')], out: from, queue: false })
    const [first] = readFileSync(join(from, 'records.ndjson'), 'utf8').split('\n')
    const record = JSON.parse(first!)
    const said = { at: '2026-01-02T03:04:05.000Z', by: 'A. Reader', case: record.id, action: 'change' } as const
    addCorrection(from, { ...said, id: 'one', pointer: '/worker/age', value: 99 })
    addCorrection(from, { ...said, id: 'two', pointer: '/worker/age', was: 1, value: 98 })
    addCorrection(from, { ...said, id: 'three', action: 'delete', pointer: '/disputedItems/0' })
    const to = join(temporary(), 'dataset')
    const { summary } = await exportAll(from, to, { formats: ['sqlite'], withCorrections: true })
    expect(summary.corrections).toEqual({ applied: 1, lost: 1 })
    const quality = JSON.parse(readFileSync(join(to, 'quality.json'), 'utf8'))
    expect(quality.reconciliation.filter((check: { agrees: boolean }) => !check.agrees)).toEqual([])
    const database = opened(join(to, 'imr.sqlite'))
    expect(one(database, "select count(*) from evidence where quote is null or quote = ''")).toBe(0)
    expect(one(database, "select quote from evidence where pointer = '/caseNumber' and case_id = ?", record.id)).toBe(
      record.caseNumber,
    )
  })
})
