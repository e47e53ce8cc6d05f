import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, matchesGlob } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordTables } from '../../dataset/index.ts'
import type { CaseRecord } from '../../document/index.ts'
import { DATA_PACKAGE_PROFILE } from './data-package-profile.ts'
import { ask, corpusIngest, exportAll, filesIn } from './support.ts'

/** One dataset of the corpus, undivided and by year, against the five validators. */
const root = mkdtempSync(join(tmpdir(), 'imr-validators-'))
const whole = join(root, 'whole')
const byYear = join(root, 'by-year')
const both = [
  ['undivided', whole],
  ['by year', byYear],
] as const

let records: CaseRecord[]

beforeAll(async () => {
  const from = await corpusIngest(root)
  await exportAll(from, whole)
  await exportAll(from, byYear, { partition: 'year', since: whole })
  const ndjson = zstdDecompressSync(readFileSync(join(whole, 'ndjson', 'records.ndjson.zst'))).toString()
  records = ndjson
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
})

afterAll(() => rmSync(root, { recursive: true }))

const readJson = (folder: string, name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

describe('JSON Schema of the record', () => {
  it('is valid for every record', () => {
    const validate = new Ajv2020({ allErrors: true }).compile(readJson(whole, 'case-record.schema.json'))
    expect(records.length).toBeGreaterThan(10)
    for (const record of records)
      expect([record.source.name, validate(record), validate.errors]).toEqual([record.source.name, true, null])
    expect(validate({ ...records[0], outcome: 'maybe' })).toBe(false)
  })
})

describe.each(both)('Data Package, %s', (_, folder) => {
  const validator = () => addFormats.default(new Ajv({ allErrors: true, strict: false })).compile(DATA_PACKAGE_PROFILE)

  it('fits its profile', () => {
    const validate = validator()
    expect([validate(readJson(folder, 'datapackage.json')), validate.errors]).toEqual([true, null])
  })

  it.each([
    ['a path that leaves the package', { path: '../secret.csv' }],
    ['a hash of no algorithm', { hash: 'abc' }],
    ['two ways to the data', { data: [] }],
    ['a field of no type', { schema: { fields: [{ name: 'x', type: 'dates' }] } }],
  ])('would not with %s', (_, change) => {
    const descriptor = readJson(folder, 'datapackage.json')
    Object.assign(descriptor.resources[0], change)
    expect(validator()(descriptor)).toBe(false)
  })

  it('lists every data file once, with its size and hash, and its tables join', () => {
    const { resources } = readJson(folder, 'datapackage.json')
    const data = [...filesIn(folder).keys()].filter(name => /^(?:ndjson|parquet|csv)\//.test(name))
    expect(resources.map((one: { path: string }) => one.path).sort()).toEqual(data.sort())
    const names = resources.map((one: { name: string }) => one.name)
    expect(new Set(names).size).toBe(names.length)
    for (const { path, bytes, hash, schema } of resources) {
      const content = readFileSync(join(folder, path))
      expect([bytes, hash]).toEqual([content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`])
      for (const key of schema?.foreignKeys ?? []) expect(names).toContain(key.reference.resource)
    }
  })

  it('names the columns of CSV in their order', () => {
    const { resources } = readJson(folder, 'datapackage.json')
    for (const { path, format, schema } of resources)
      if (format === 'csv')
        expect(readFileSync(join(folder, path), 'utf8').split('\r\n')[0]).toBe(
          schema.fields.map((field: { name: string }) => field.name).join(','),
        )
  })
})

interface CroissantNode {
  readonly '@type'?: string
  readonly '@id'?: string
  readonly [name: string]: unknown
}

describe.each(both)('Croissant, %s', (_, folder) => {
  const dataset = (): CroissantNode & Record<'distribution' | 'recordSet', CroissantNode[]> =>
    readJson(folder, 'croissant.json')

  it('has what Croissant 1.1 requires', () => {
    const required = ['@context', 'name', 'description', 'license', 'url', 'creator', 'datePublished', 'distribution']
    expect(Object.keys(dataset())).toEqual(expect.arrayContaining(required))
    expect(dataset()).toMatchObject({ '@type': 'sc:Dataset', conformsTo: 'http://mlcommons.org/croissant/1.1' })
    expect(dataset().datePublished).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('defines every id once, and what it refers to is defined', () => {
    const [defined, referred] = [[] as string[], [] as string[]]
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      const { '@id': id, ...rest } = node as CroissantNode
      if (typeof id === 'string') (Object.keys(rest).length === 0 ? referred : defined).push(id)
      for (const child of Object.values(rest)) walk(child)
    }
    const { '@context': _, ...body } = dataset()
    walk(body)
    expect(new Set(defined).size).toBe(defined.length)
    expect(defined).toEqual(expect.arrayContaining([...new Set(referred)]))
    expect(referred.length).toBeGreaterThan(100)
  })

  it('describes its files as they are', () => {
    const files = dataset().distribution
    for (const file of files.filter(one => one['@type'] === 'cr:FileObject')) {
      const path = join(folder, file.contentUrl as string)
      expect(file.contentSize).toBe(`${statSync(path).size} B`)
      expect(file.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
    }
    const paths = [...filesIn(folder).keys()]
    for (const set of files.filter(one => one['@type'] === 'cr:FileSet'))
      expect(paths.filter(path => matchesGlob(path, set.includes as string)).length).toBeGreaterThan(1)
  })

  it('has fields that are columns of their source', async () => {
    const files = new Map(dataset().distribution.map(file => [file['@id'], file.contentUrl ?? file.includes]))
    for (const set of dataset().recordSet) {
      const fields = set.field as { source: Record<string, { '@id'?: string; column?: string }>; dataType: string }[]
      const source = fields[0]!.source.fileObject ?? fields[0]!.source.fileSet
      const rows = await ask(
        `describe select * from read_parquet('{}/${files.get(source!['@id']!)}', hive_partitioning = false)`,
        folder,
      )
      expect(fields.map(field => field.source.extract!.column)).toEqual(rows.map(row => row.column_name))
      for (const { dataType } of fields) expect(dataType).toMatch(/^sc:(?:Text|Date|Integer|Float|Boolean)$/)
    }
  })
})

describe.each(both)('card, %s', (_, folder) => {
  it('has front matter whose patterns match files, one configuration per table', () => {
    const [, head] = readFileSync(join(folder, 'README.md'), 'utf8').split('---\n')
    const patterns = [...head!.matchAll(/^ {2}data_files: "(.+)"$/gm)].map(match => match[1]!)
    const names = [...head!.matchAll(/^- config_name: (.+)$/gm)].map(match => match[1]!)
    expect(names).toEqual(expect.arrayContaining(recordTables.map(({ name }) => name)))
    expect(patterns).toHaveLength(names.length)
    const paths = [...filesIn(folder).keys()]
    for (const [at, pattern] of patterns.entries()) {
      const found = paths.filter(path => matchesGlob(path, pattern))
      expect(found.length, pattern).toBeGreaterThan(0)
      for (const path of found) expect(path).toContain(`/${names[at]}`)
    }
  })
})

describe('DuckDB', () => {
  const TYPES = {
    string: 'VARCHAR',
    date: 'DATE',
    integer: 'INTEGER',
    number: 'DOUBLE',
    boolean: 'BOOLEAN',
    strings: 'VARCHAR[]',
    numbers: 'DOUBLE[]',
  }

  it.each(recordTables.map(table => [table.name, table] as const))(
    'reads %s with its types',
    async (name, { columns }) => {
      const rows = await ask(`describe select * from '{}/parquet/${name}.parquet'`, whole)
      expect(rows.map(row => [row.column_name, row.column_type])).toEqual(
        columns.map(({ name, type }) => [name, TYPES[type]]),
      )
    },
  )

  const sum = (of: (record: CaseRecord) => number) => records.reduce((total, record) => total + of(record), 0)
  const cited = ({ disputedItems }: CaseRecord) =>
    disputedItems.flatMap(item => [...item.claimsAdministrator.citations, ...item.reviewer.citations]).length

  it('counts as many rows as the records hold entries, undivided and by year', async () => {
    const expected = {
      cases: records.length,
      items: sum(({ disputedItems }) => disputedItems.length),
      diagnoses: sum(({ diagnoses }) => diagnoses.length),
      treatments: sum(({ treatments }) => treatments.length),
      citations: sum(cited),
      certifications: sum(({ reviewer }) => reviewer.certifications.length),
      evidence: sum(({ evidence }) => Object.values(evidence).flat().length),
      messages: sum(({ messages }) => messages.length),
      note_nlp: sum(({ diagnoses, treatments }) => diagnoses.length + treatments.length),
    }
    for (const [name, rows] of Object.entries(expected)) {
      expect(await ask(`select count(*)::int as rows from '{}/parquet/${name}.parquet'`, whole), name).toEqual([
        { rows },
      ])
      expect(await ask(`select count(*)::int as rows from '{}/parquet/${name}/*/*.parquet'`, byYear), name).toEqual([
        { rows },
      ])
    }
    expect(await ask("select count(*)::int as rows from '{}/parquet/rejections.parquet'", whole)).toEqual([{ rows: 2 }])
  })

  it('reads the values that the records hold', async () => {
    const rows = await ask(
      "select case_id, item, text, decision, medically_necessary, decision_date, sites, rationale from '{}/parquet/items.parquet'",
      whole,
    )
    expect(rows).toEqual(
      records.flatMap(({ id, dates, disputedItems }) =>
        disputedItems.map(item => ({
          case_id: id,
          item: item.ordinal,
          text: item.text,
          decision: item.decision,
          medically_necessary: item.medicallyNecessary,
          decision_date: dates.decision,
          sites: item.sites.map(({ part, side }) => (side ? `${side} ${part}` : part)),
          rationale: item.rationale,
        })),
      ),
    )
  })

  it('has unique keys and joins that lose nothing', async () => {
    for (const { name, key, references } of recordTables) {
      const columns = key.join(', ')
      const doubles = await ask(
        `select ${columns} from '{}/parquet/${name}.parquet' group by all having count(*) > 1`,
        whole,
      )
      expect(doubles, name).toEqual([])
      for (const [at, target] of references.entries()) {
        const using = key.slice(0, at + 1).join(', ')
        expect(
          await ask(
            `select * from '{}/parquet/${name}.parquet' anti join '{}/parquet/${target}.parquet' using (${using})`,
            whole,
          ),
          name,
        ).toEqual([])
      }
    }
  })

  it('has mentions within the lengths of OMOP', async () => {
    const [row] = await ask(
      `select max(length(snippet)) <= 250 and max(length(lexical_variant)) <= 250 and max(length(term_modifiers)) <= 2000
         and bool_and(nlp_date is not null) and bool_and(term_exists in ('Y', 'N')) as fits from '{}/parquet/note_nlp.parquet'`,
      whole,
    )
    expect(row).toEqual({ fits: true })
  })
})
