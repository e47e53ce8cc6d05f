import type { HostileEntry } from '../entry.ts'
import { agencyDocuments } from './agencies.ts'
import { clinicDocuments } from './clinic.ts'
import { officeDocuments } from './office.ts'
import { printedDocuments } from './print.ts'
import { reviewDocuments } from './review.ts'

/** Papers that are no final determination letters, though some of them speak as one does. */
export const otherDocuments: readonly HostileEntry[] = [
  ...reviewDocuments,
  ...agencyDocuments,
  ...clinicDocuments,
  ...officeDocuments,
  ...printedDocuments,
]
