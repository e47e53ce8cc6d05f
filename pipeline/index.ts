import { type CaseRecord, caseRecord, type SourceDocument } from '../document/index.ts'
import { annotate } from './annotate.ts'
import { normalize } from './normalize.ts'
import { sectionize } from './sectionize.ts'

export { annotate } from './annotate.ts'
export { normalize } from './normalize.ts'
export { findRecognizer, RECOGNIZER_WANTED, type Recognizer } from './ocr.ts'
export { contentId, type LetterInput, LIMITS, readLetter } from './read.ts'
export { sectionize } from './sectionize.ts'
export { EXTRACTOR, PIPELINE_VERSION } from './version.ts'

/**
 * The whole story after reading: sections, what extractors find in them, the record; checked against the schema.
 * Throws `Rejected` with E_NOT_A_LETTER or E_AMBIGUOUS; a record that breaks its schema is a fault of this program.
 */
export function extractRecord(source: SourceDocument): CaseRecord {
  return caseRecord.parse(normalize(annotate(sectionize(source))))
}
