import type { HostileEntry } from '../entry.ts'
import { agencyPapers } from './agencies.ts'
import { clinicPapers } from './clinic.ts'
import { officePapers } from './office.ts'
import { printedPapers } from './print.ts'
import { reviewPapers } from './review.ts'

/** Papers that are no final determination letters, though some of them speak as one does. */
export const papers: readonly HostileEntry[] = [
  ...reviewPapers,
  ...agencyPapers,
  ...clinicPapers,
  ...officePapers,
  ...printedPapers,
]
