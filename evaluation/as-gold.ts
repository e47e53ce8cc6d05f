import type { CaseRecord } from '../document/index.ts'
import { type Gold, goldSchema } from './gold.ts'
import { hashed } from './score.ts'

/** The part of a record that gold has, in the shape of gold. */
export const asGold = (record: CaseRecord): Gold =>
  goldSchema.parse({
    ...record,
    form: record.source.form,
    reviewer: {
      statesOfLicensure: record.reviewer.statesOfLicensure,
      specialties: record.reviewer.certifications.map(({ text }) => text),
    },
    clinicalCaseSummary: hashed(record.clinicalCaseSummary),
    diagnoses: record.diagnoses.map(one => ({ ...one, also: [], icd10: one.icd10?.code.slice(0, 3) ?? null })),
    treatments: record.treatments.map(one => ({ ...one, also: [] })),
    disputedItems: record.disputedItems.map(item => ({ ...item, rationale: hashed(item.rationale) })),
  })
