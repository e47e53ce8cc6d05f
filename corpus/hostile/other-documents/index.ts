import type { HostileEntry } from '../entry.ts'
import { agencyDocuments } from './agencies.ts'
import { clinicDocuments } from './clinic.ts'
import { officeDocuments } from './office.ts'
import { printedDocuments } from './print.ts'
import { reviewDocuments } from './review.ts'

/** Documents that are not final determination letters, though some of them are worded like one. */
export const otherDocuments: readonly HostileEntry[] = [
  ...reviewDocuments,
  ...agencyDocuments,
  ...clinicDocuments,
  ...officeDocuments,
  ...printedDocuments,
]
