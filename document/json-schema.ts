import { z } from 'zod'
import { caseRecord } from './record.ts'

/** The JSON Schema of a case record, as committed in `docs/`. */
export const caseRecordJsonSchema = (): string =>
  `${JSON.stringify({ ...z.toJSONSchema(caseRecord), description: 'One final determination letter as structured data' }, null, 2)}\n`
