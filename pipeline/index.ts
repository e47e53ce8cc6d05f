import { type CaseRecord, caseRecord, type SectionedDocument, type SourceDocument } from '../document/index.ts'
import { annotate } from './annotate.ts'
import { normalize } from './normalize.ts'
import { letterIn, lettersIn } from './segment/letters.ts'

export { annotate } from './annotate.ts'
export { normalize } from './normalize.ts'
export { contentId, type LetterInput, LIMITS, readLetter } from './read/index.ts'
export { findRecognizer, RECOGNIZER_WANTED, type Recognizer } from './read/ocr/index.ts'
export { sectionize } from './segment/sectionize.ts'
export { EXTRACTOR, PIPELINE_VERSION } from './version.ts'

/**
 * The whole story after reading: the letters of a file, their sections, what extractors find in them, their records,
 * checked against the schema. Throws `Rejected` with the code of what the file is instead; a record that breaks its
 * schema is a fault of this program.
 */
export const extractRecords = (source: SourceDocument): CaseRecord[] => lettersIn(source).map(recordOf)

/** The same of a file that holds one letter. */
export const extractRecord = (source: SourceDocument): CaseRecord => recordOf(letterIn(source))

const recordOf = (letter: SectionedDocument): CaseRecord => caseRecord.parse(normalize(annotate(letter)))
