import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { caseRecordJsonSchema } from '../../document/index.ts'

it('the committed JSON Schema matches the code', () => {
  const committed = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'case-record.schema.json'), 'utf8')
  expect(committed, 'run npm run schema').toBe(caseRecordJsonSchema())
})
