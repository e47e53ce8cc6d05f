import type { CaseRecord } from '../document/index.ts'
import type { Table } from './table.ts'
import { cases } from './tables/cases.ts'
import { certifications } from './tables/certifications.ts'
import { citations } from './tables/citations.ts'
import { diagnoses } from './tables/diagnoses.ts'
import { evidence } from './tables/evidence.ts'
import { items } from './tables/items.ts'
import { messages } from './tables/messages.ts'
import { noteNlp } from './tables/note-nlp.ts'
import { treatments } from './tables/treatments.ts'

export { type Change, changes } from './tables/changes.ts'
export { rejections } from './tables/rejections.ts'

/** The tables that are made of case records. Parquet, CSV and every descriptor are generated from these definitions. */
export const recordTables: readonly Table<CaseRecord>[] = [
  cases,
  items,
  diagnoses,
  treatments,
  citations,
  certifications,
  evidence,
  messages,
  noteNlp,
]
