import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { caseRecordJsonSchema } from '../document/index.ts'

writeFileSync(join(import.meta.dirname, 'case-record.schema.json'), caseRecordJsonSchema())
