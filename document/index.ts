/**
 * The nouns that all rooms share.
 *
 * - *source*: a letter as it was read; its *canonical text* is never edited, and evidence counts in it
 * - *span*: a half-open range of UTF-16 units; *run*: a drawn stretch of a PDF with its box and weight
 * - *folded text*: a readable view of the canonical text, with a way back
 * - *section*, *item*: a part of the letter, in the folded text
 * - *found value*: a value with its places and the rule that read it; *draft*: a partial record made of found values
 * - *record*: the result; *evidence*: where in the canonical text a value of the record stands
 * - *message*: something doubtful in a letter; *rejection*: why an input became no record
 */
export { type FoldedLine, type FoldedText, placeInSource, toSource } from './folded.ts'
export { counted, day, duration, nounOf, plural, wholePercent } from './format.ts'
export {
  type Draft,
  type Found,
  found,
  isFound,
  judged,
  mapFound,
  type PartialDraft,
  type Scalar,
  shiftedDraft,
  verbatim,
} from './found.ts'
export { caseRecordJsonSchema } from './json-schema.ts'
export { hashAfter, lazy, lowerAt, remembered, rememberedInPlace } from './lazy.ts'
export { isEvidence, locate } from './locate.ts'
export {
  caseRankOf,
  duplicateCase,
  type Message,
  type MessageCode,
  type PlacedMessage,
  type Severity,
} from './message.ts'
export {
  BODY_PARTS,
  type BodyPart,
  type CaseFacts,
  type CaseRecord,
  type Citation,
  caseFacts,
  caseRecord,
  type Diagnosis,
  type DisputedItem,
  type Drug,
  type Evidence,
  FORMS,
  type Form,
  type GuidelineSide,
  INTERVENTION_KINDS,
  type InterventionKind,
  RATIONALE_PARTS,
  type RationalePart,
  REASON_CODES,
  type ReasonCode,
  SCHEMA_VERSION,
  SIDES,
  type Side,
  type Site,
  type Treatment,
} from './record.ts'
export {
  MAX_BYTES,
  REJECTION_CODES,
  Rejected,
  type Rejection,
  type RejectionCode,
  rejection,
  type Stage,
} from './rejection.ts'
export type { ItemSpans, Promised, Section, SectionedDocument, SectionKind } from './section.ts'
export { emptyOf, type Placed, settle } from './settle.ts'
export {
  type Box,
  type MediaType,
  type OcrReport,
  type PageFindings,
  type Run,
  type SourceDocument,
  tenth,
} from './source.ts'
export {
  blanked,
  isSpace,
  lowerBound,
  matchAt,
  matchesOf,
  overlap,
  type Span,
  shift,
  spacesFor,
  span,
  spansOf,
  textOf,
  trimmed,
} from './span.ts'
export { packedWidths } from './widths.ts'
