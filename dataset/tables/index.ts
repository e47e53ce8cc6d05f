import type { CaseRecord } from '../../document/index.ts'
import type { Table } from '../table.ts'
import { cases } from './cases.ts'
import { certifications } from './certifications.ts'
import { citations } from './citations.ts'
import { diagnoses } from './diagnoses.ts'
import { evidence } from './evidence.ts'
import { items } from './items.ts'
import { messages } from './messages.ts'
import { noteNlp } from './note-nlp.ts'
import { rationaleParts } from './rationale-parts.ts'
import { reasons } from './reasons.ts'
import { treatments } from './treatments.ts'

export { changes, type RecordChange } from './changes.ts'
export { rejections } from './rejections.ts'

/** The tables derived from case records. Parquet, CSV and every descriptor are generated from these definitions. */
export const recordTables: readonly Table<CaseRecord>[] = [
  cases,
  items,
  diagnoses,
  treatments,
  citations,
  reasons,
  rationaleParts,
  certifications,
  evidence,
  messages,
  noteNlp,
]
