import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { changes, dictionary, recordTables, rejections } from '../dataset/index.ts'
import { caseRecordJsonSchema } from '../document/index.ts'

const write = (name: string, text: string) => writeFileSync(join(import.meta.dirname, name), text)

write('case-record.schema.json', caseRecordJsonSchema())
write('data-dictionary.md', dictionary([...recordTables, rejections, changes]))
