import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type CaseRecord, duplicateCase } from '../../document/index.ts'
import { ask, exportAll, filesIn, ingested, lines, RECORDS, recordOf, temporary } from './support.ts'

describe('a case in several files', () => {
  it('has its rank in the tables, and counts once in the report and by year', async () => {
    const twice = ['a', 'b'].map((name, at) =>
      recordOf(name, { caseNumber: 'CM16-9000001', messages: at === 0 ? [] : [duplicateCase(2)] }),
    )
    const to = join(temporary(), 'dataset')
    await exportAll(ingested(twice), to)
    const rows = readFileSync(join(to, 'csv', 'cases.csv'), 'utf8')
      .trim()
      .split('\r\n')
    const at = rows[0]!.split(',').indexOf('case_rank')
    expect(rows.slice(1).map(row => row.split(',')[at])).toEqual(['1', '2'])
    const quality = JSON.parse(readFileSync(join(to, 'quality.json'), 'utf8'))
    expect(quality).toMatchObject({ letters: 2, repeated: 1 })
    expect(quality.reconciliation.every(({ agrees }: { agrees: boolean }) => agrees)).toBe(true)
    expect(quality.years).toEqual([expect.objectContaining({ letters: 1 })])
    expect(readFileSync(join(to, 'report.html'), 'utf8')).toContain(
      'Left out: 1 letter with the case number of an earlier one',
    )
  })
})

describe('a dataset', () => {
  it('has the confidence of the weakest entry of each letter, if there is one', async () => {
    const empty = recordOf('empty', { diagnoses: [], treatments: [], disputedItems: [] })
    const to = join(temporary(), 'dataset')
    await exportAll(ingested([recordOf('a'), empty]), to)
    const weakest = "select weakest_confidence as weakest from '{}/parquet/cases.parquet' order by file_name"
    const rows = await ask(weakest, to)
    expect(rows).toEqual([{ weakest: 0.55 }, { weakest: null }])
  })

  it('names the rules that made its records', async () => {
    const to = join(temporary(), 'dataset')
    await exportAll(ingested(), to)
    const { ingest } = JSON.parse(readFileSync(join(to, 'dataset.json'), 'utf8'))
    expect(ingest.version).toMatch(/-rules\+reader$/)
  })

  it('is the same, byte for byte, wherever it is written', async () => {
    const [from, to] = [ingested(), temporary()]
    await exportAll(from, join(to, 'one'))
    mkdirSync(join(to, 'elsewhere'))
    cpSync(from, join(to, 'copy'), { recursive: true })
    await exportAll(join(to, 'copy'), join(to, 'elsewhere', 'two'))
    const [one, two] = [filesIn(join(to, 'one')), filesIn(join(to, 'elsewhere', 'two'))]
    expect([...two.keys()]).toEqual([...one.keys()])
    for (const [name, bytes] of one) expect(two.get(name)!.equals(bytes), name).toBe(true)
  })

  it('lists its files in a manifest that sha256sum reads', async () => {
    const to = join(temporary(), 'dataset')
    const { files } = await exportAll(ingested(), to)
    const manifest = lines(readFileSync(join(to, 'manifest-sha256.txt'), 'utf8'))
    expect(manifest).toHaveLength(files - 1)
    expect(manifest.map(line => line.slice(66)).sort()).toEqual(
      [...filesIn(to).keys()].filter(name => name !== 'manifest-sha256.txt').sort(),
    )
    execFileSync('sha256sum', ['--check', '--strict', 'manifest-sha256.txt'], { cwd: to })
  })

  it('holds whole records, compressed as requested', async () => {
    const [from, to] = [ingested(), temporary()]
    for (const compression of ['zstd', 'gzip', 'none'] as const)
      await exportAll(from, join(to, compression), { compression })
    const records = readFileSync(join(from, 'records.ndjson'), 'utf8')
    const bytes = (path: string) => readFileSync(join(to, path))
    expect(zstdDecompressSync(bytes('zstd/ndjson/records.ndjson.zst')).toString()).toBe(records)
    expect(gunzipSync(bytes('gzip/ndjson/records.ndjson.gz')).toString()).toBe(records)
    expect(bytes('none/ndjson/records.ndjson').toString()).toBe(records)
  })

  it('holds the requested formats, and describes no others', async () => {
    const to = join(temporary(), 'dataset')
    await exportAll(ingested(), to, { formats: ['csv'] })
    expect(readdirSync(to)).toContain('csv')
    expect(readdirSync(to)).not.toContain('parquet')
    const { resources } = JSON.parse(readFileSync(join(to, 'datapackage.json'), 'utf8'))
    expect(resources.map(({ format }: { format: string }) => format)).toEqual(resources.map(() => 'csv'))
  })

  it('may be partitioned by year of decision', async () => {
    const to = join(temporary(), 'dataset')
    await exportAll(ingested(), to, { partition: 'year' })
    expect(readdirSync(join(to, 'parquet', 'items')).sort()).toEqual(['year=2016', 'year=2017', 'year=unknown'])
    const rows = await ask(
      "select year, count(*)::int as cases from '{}/parquet/cases/*/*.parquet' group by year order by year",
      to,
    )
    expect(rows).toEqual(['2016', '2017', 'unknown'].map(year => ({ year, cases: 1 })))
  })

  it('without records has all its tables, empty', async () => {
    for (const partition of [null, 'year'] as const) {
      const to = join(temporary(), 'dataset')
      await exportAll(ingested([]), to, { partition })
      expect(
        await ask(
          "select * from '{}/parquet/items/**'".replace(
            '/items/**',
            partition ? '/items/*/*.parquet' : '/items.parquet',
          ),
          to,
        ),
      ).toEqual([])
      expect(existsSync(join(to, 'README.md'))).toBe(true)
    }
  })
})

describe('the card', () => {
  it.each([
    ['parquet', null],
    ['parquet', 'year'],
    ['csv', null],
    ['csv', 'year'],
    ['ndjson', null],
    ['ndjson', 'year'],
  ] as const)('begins with a query that runs, on %s, divided by %s', async (format, partition) => {
    const to = join(temporary(), 'dataset')
    await exportAll(ingested(), to, { formats: [format], partition })
    const [, sql] = readFileSync(join(to, 'README.md'), 'utf8').split(/```sql\n|```/)
    const rows = await ask(sql!.replace(/'((?:parquet|csv|ndjson)\/)/, "'{}/$1"), to)
    expect(rows).toHaveLength(format === 'ndjson' ? 3 : 1)
  })
})

describe('CSV', () => {
  it('makes no formula of a text, and leaves numbers alone', async () => {
    const to = join(temporary(), 'dataset')
    const [item] = RECORDS[0]!.disputedItems
    const texts = ['=1+1', '+1', '-1', '@sum', '\ttab', '\rreturn', 'plain = text']
    const disputedItems = texts.map((text, at) => ({ ...item!, ordinal: at + 1, text }))
    const dates = { ...RECORDS[0]!.dates, urDenial: '2016-06-12' }
    await exportAll(ingested([recordOf('formula', { disputedItems, dates })]), to)
    const rows = await ask(
      "select text from read_csv('{}/csv/items.csv', header = true, all_varchar = true) order by item::int",
      to,
    )
    expect(rows.map(({ text }) => text)).toEqual(texts.map(text => (text.startsWith('plain') ? text : `'${text}`)))
    const [row] = await ask(
      "select days_denial_to_decision as days from read_csv('{}/csv/cases.csv', header = true)",
      to,
    )
    expect(Number(row!.days)).toBe(-10)
  })

  it('holds the same rows as Parquet', async () => {
    const to = join(temporary(), 'dataset')
    await exportAll(ingested(), to)
    const columns = 'case_id, item, decision_date, medically_necessary, text, confidence, sessions'
    const parquet = await ask(
      `select ${columns}, array_to_string(sites, '; ') as sites from '{}/parquet/items.parquet'`,
      to,
    )
    const csv = await ask(`select ${columns}, sites from read_csv('{}/csv/items.csv', header = true)`, to)
    expect(csv.map(row => ({ ...row, item: Number(row.item), sessions: Number(row.sessions) }))).toEqual(parquet)
  })
})

describe('what a letter failed to redact', () => {
  const clinicalCaseSummary = 'The worker, born on 4/17/1961 (SSN 123-45-6789), has a left knee sprain.'
  const leaky = () => ingested([recordOf('leaky', { clinicalCaseSummary }), recordOf('Mr. Doe')])

  it('is masked in every file, counted, and leaves the offsets of evidence unchanged', async () => {
    const to = join(temporary(), 'dataset')
    const { summary } = await exportAll(leaky(), to, { compression: 'none' })
    expect(summary.identifiers).toMatchObject({ 'birth-date': 1, 'social-security': 1, phone: 0, name: 1 })
    // A hash may contain any digits by chance.
    const text = (bytes: Buffer) => bytes.toString('latin1').replace(/[0-9a-f]{40,}/g, '')
    for (const [name, bytes] of filesIn(to)) expect(text(bytes), name).not.toMatch(/1961|6789|Doe/)
    const [record] = lines(readFileSync(join(to, 'ndjson', 'records.ndjson'), 'utf8')).map(line => JSON.parse(line))
    expect(record.clinicalCaseSummary).toHaveLength(clinicalCaseSummary.length)
    expect(record.evidence).toEqual(RECORDS[0]!.evidence)
    expect(readFileSync(join(to, 'README.md'), 'utf8')).toContain('birth-date 1, social-security 1, name 1; masked')
  })

  it('stays if requested, and is counted all the same', async () => {
    const to = join(temporary(), 'dataset')
    const { summary } = await exportAll(leaky(), to, { keepIdentifiers: true })
    expect(summary.identifiers['birth-date']).toBe(1)
    const [row] = await ask("select clinical_case_summary as text from '{}/parquet/cases.parquet'", to)
    expect(row!.text).toBe(clinicalCaseSummary)
  })
})

describe('an earlier dataset', () => {
  it('is compared: added, changed and removed, with versions', async () => {
    const to = temporary()
    const [a, b, c] = RECORDS as [CaseRecord, CaseRecord, CaseRecord]
    const extractor = { name: 'imr', version: '0.2.0' }
    const changed = { ...b, priority: 'expedited' as const, extractor }
    await exportAll(ingested(), join(to, 'before'))
    const { summary } = await exportAll(ingested([{ ...a, extractor }, changed, recordOf('new')]), join(to, 'after'), {
      since: join(to, 'before'),
      compression: 'gzip',
    })
    expect(summary.changes).toMatchObject({ added: 1, changed: 1, removed: 1 })
    const rows = await ask(
      "select case_id, change, version_before, version_after from '{}/parquet/changes.parquet'",
      join(to, 'after'),
    )
    const expected = [
      { case_id: recordOf('new').id, change: 'added', version_before: null, version_after: '0.1.0' },
      { case_id: b.id, change: 'changed', version_before: '0.1.0', version_after: '0.2.0' },
      { case_id: c.id, change: 'removed', version_before: '0.1.0', version_after: null },
    ]
    expect(rows).toEqual(expected.sort((one, two) => (one.case_id < two.case_id ? -1 : 1)))
    expect(readdirSync(join(to, 'after')).filter(name => name.startsWith('.'))).toEqual([])
  })

  it('at the same place is replaced at once, and its own content is no change', async () => {
    const [from, to] = [ingested(), join(temporary(), 'dataset')]
    expect((await exportAll(from, to)).replaced).toBe('nothing')
    expect((await exportAll(from, to)).replaced).toBe('same')
    const again = await exportAll(ingested([RECORDS[0]!]), to, { since: to })
    expect(again.replaced).toBe('other')
    expect(again.summary.changes).toMatchObject({ added: 0, changed: 0, removed: 2 })
    expect(readdirSync(join(to, '..'))).toEqual(['dataset'])
  })
})
