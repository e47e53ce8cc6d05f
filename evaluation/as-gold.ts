import type { CaseRecord } from '../document/index.ts'
import { type Gold, goldSchema } from './gold.ts'
import { flatHash } from './score.ts'

/** The part of a record that gold has, in the shape of gold. */
export function asGold(record: CaseRecord): Gold {
  const hashed = (text: string | null) => ({ flatSha256: flatHash(text) ?? '', flatLength: text?.length ?? 0 })
  return goldSchema.parse({
    ...record,
    reviewer: {
      statesOfLicensure: record.reviewer.statesOfLicensure,
      specialties: record.reviewer.certifications.map(({ text }) => text),
    },
    clinicalCaseSummary: hashed(record.clinicalCaseSummary),
    diagnoses: record.diagnoses.map(one => ({ ...one, also: [], icd10: one.icd10?.code.slice(0, 3) ?? null })),
    treatments: record.treatments.map(one => ({ ...one, also: [] })),
    disputedItems: record.disputedItems.map(item => ({
      ...item,
      category: item.category ?? undefined,
      subcategory: item.subcategory ?? undefined,
      kind: item.kind ?? undefined,
      claimsAdministrator: { ...item.claimsAdministrator, basis: item.claimsAdministrator.basis ?? '' },
      reviewer: { ...item.reviewer, basis: item.reviewer.basis ?? '' },
      rationale: hashed(item.rationale),
    })),
  })
}
