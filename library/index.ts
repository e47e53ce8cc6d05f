/**
 * Case records from California's independent medical review letters, as functions.
 *
 * ```ts
 * import { readFile } from 'node:fs/promises'
 * import { extractRecords, readLetter, Rejected } from 'imr'
 *
 * try {
 *   const source = await readLetter({ bytes: await readFile('letter.pdf'), name: 'letter.pdf' })
 *   for (const record of extractRecords(source)) console.log(record.caseNumber, record.outcome)
 * } catch (error) {
 *   if (!(error instanceof Rejected)) throw error
 *   console.error(error.code, error.message)
 * }
 * ```
 *
 * `extractRecords` is `segment`, `annotate` and `normalize`, one after the other, and the command `imr extract` calls it
 * too. What is passed between the stages is plain data: it can be stored as JSON, and later stages give the same records.
 *
 * ```ts
 * const records = segment(source).map(letter => normalize(annotate(letter)))
 * ```
 *
 * Many files take a third less time together than one after the other. An end is as `Promise.allSettled` gives it:
 *
 * ```ts
 * for (const end of extractTogether(sources)) if (end.status === 'fulfilled') save(end.value)
 * ```
 *
 * Nothing here asks the time or uses the network, and the only files that are opened are the tables that libraries bring
 * along. A recognizer of scans starts a process or a thread. It needs Node 24, as the `engines` of the package say.
 *
 * @packageDocumentation
 */
export {
  BODY_PARTS,
  type BodyPart,
  type Box,
  type CaseRecord,
  type Citation,
  type Diagnosis,
  type DisputedItem,
  type Draft,
  type Drug,
  type Evidence,
  FORMS,
  type FoldedLine,
  type FoldedText,
  type Form,
  type Found,
  found,
  type GuidelineSide,
  INTERVENTION_KINDS,
  type InterventionKind,
  type ItemSpans,
  judged,
  type MediaType,
  type Message,
  type MessageCode,
  type OcrReport,
  type PageFindings,
  type PartialDraft,
  type PlacedMessage,
  type Promised,
  RATIONALE_PARTS,
  type RationalePart,
  REASON_CODES,
  REJECTION_CODES,
  type ReasonCode,
  Rejected,
  type RejectionCode,
  type Run,
  type Scalar,
  type Section,
  type SectionedDocument,
  type SectionKind,
  type Severity,
  SIDES,
  type Side,
  type Site,
  type SourceDocument,
  type Span,
  type Stage,
  span,
  type Treatment,
  verbatim,
} from '../document/index.ts'
export {
  allExtractors,
  type CaseDraft,
  type CaseExtractor,
  type CaseSection,
  type Extractors,
  type ItemDraft,
  type ItemExtractor,
  type ItemSection,
  type ItemSurroundings,
} from '../extractors/index.ts'
export {
  type AnnotatedDocument,
  annotate,
  extractRecords,
  extractTogether,
  findRecognizer,
  type LetterInput,
  normalize,
  type Recognizer,
  readLetter,
  segment,
} from '../pipeline/index.ts'
