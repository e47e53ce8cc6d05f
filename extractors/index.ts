/**
 * The facts of a letter, read from the texts of its sections.
 *
 * - *extractor*: a pure function from the text of a section to some fields of the record
 * - *draft*: those fields, each value with its place and the rule that found it
 * - *registry*: `allExtractors`, in order of precedence
 */
import { credentials } from './credentials.ts'
import { demographics } from './demographics.ts'
import { diagnoses } from './diagnoses/index.ts'
import { documents } from './documents.ts'
import type { Extractors } from './extractor.ts'
import { claimsAdministratorGuidelines, reviewerGuidelines } from './guidelines/index.ts'
import { header } from './header/index.ts'
import { classify, drug, itemSites, sessions, urAction } from './items/index.ts'
import { heading, rationale, summary } from './narrative.ts'
import { notice, noticeOpening } from './notice.ts'
import { occupation } from './occupation.ts'
import { proseDates } from './prose-dates.ts'
import { mtusSilent, priorSessions, reasons } from './reasons/index.ts'
import { treatments } from './treatments/index.ts'

export { unknownStates } from './credentials.ts'
export { contradictsSex } from './demographics.ts'
export type {
  CaseDraft,
  CaseExtractor,
  CaseSection,
  Extractors,
  ItemDraft,
  ItemExtractor,
  ItemSection,
  ItemSurroundings,
} from './extractor.ts'
export { unreadIn } from './guidelines/index.ts'
export { type NamedRequest, namedRequest, placesNamed } from './items/index.ts'
export { findDates, isoDate, namesNoDay } from './language/dates.ts'
export { statedDays } from './prose-dates.ts'
export * as reasonReading from './reasons/reading.ts'

/** All extractors. If two give the same field, the first one with a value wins. */
export const allExtractors: Extractors = {
  ofCase: [
    header,
    noticeOpening,
    notice,
    proseDates,
    demographics,
    occupation,
    credentials,
    summary,
    diagnoses,
    treatments,
    documents,
  ],
  ofItem: [
    heading,
    urAction,
    classify,
    drug,
    sessions,
    itemSites,
    claimsAdministratorGuidelines,
    reviewerGuidelines,
    rationale,
    reasons,
    priorSessions,
    mtusSilent,
  ],
}
