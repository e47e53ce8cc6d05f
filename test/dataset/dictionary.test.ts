import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changes, dictionary, recordTables, rejections } from '../../dataset/index.ts'
import { recordField } from '../../dataset/schema.ts'

const TABLES = [...recordTables, rejections, changes]

it('the committed data dictionary matches the code', () => {
  const committed = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'data-dictionary.md'), 'utf8')
  expect(committed, 'run npm run schema').toBe(dictionary(TABLES))
})

describe('tables', () => {
  it.each(TABLES.map(table => [table.name, table] as const))('%s describes every column', (_, table) => {
    const names = table.columns.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining([...table.key]))
    for (const { name, description } of table.columns) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
      expect(description).toMatch(/^[^\s|].{3,}[^.]$/)
    }
  })

  it('take descriptions, values and nullability from the schema of the record', () => {
    expect(recordField('disputedItems.decision')).toMatchObject({ nullable: false, values: ['upheld', 'overturned'] })
    expect(recordField('disputedItems.drug.name').nullable, 'not every item is a drug').toBe(true)
    expect(recordField('evidence.start').description).toMatch(/canonical text/)
    expect(() => recordField('disputedItems.colour')).toThrow('no such field')
  })
})
