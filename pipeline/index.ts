/**
 * The stages by which a file becomes records: `readLetter`, `segment`, `annotate`, `normalize`.
 *
 * - *read*: bytes become a source, with its canonical text
 * - *segment*: the letters of a source, each with its form, sections and items
 * - *annotate*: what every extractor finds in them
 * - *normalize*: one record of it, with evidence, messages and confidence
 */
import { type CaseRecord, Rejected, type SourceDocument } from '../document/index.ts'
import { type AnnotatedDocument, annotating } from './annotate.ts'
import { finished, inStep, type Steps } from './in-step.ts'
import { normalize } from './normalize.ts'
import { segment } from './segment/letters.ts'

export { type AnnotatedDocument, annotate } from './annotate.ts'
export { normalize } from './normalize.ts'
export { contentId, type LetterInput, LIMITS, readLetter } from './read/index.ts'
export { findRecognizer, RECOGNIZER_WANTED, type Recognizer } from './read/ocr/index.ts'
export { segment } from './segment/letters.ts'
export { EXTRACTOR, PIPELINE_VERSION } from './version.ts'

/**
 * All stages after reading in one: `segment`, `annotate` and `normalize` for each letter of a file.
 *
 * @param source - a file as `readLetter` gives it
 * @returns one record per letter, in the order of the file
 * @throws `Rejected` where `segment` does; any other error is a fault of this program
 */
export const extractRecords = (source: SourceDocument): CaseRecord[] => finished(extracting(source))

/**
 * The same for several files, which takes less time than one after the other.
 *
 * @param onStep - called every few milliseconds
 * @returns for each file its records, or what `extractRecords` throws
 */
export const extractTogether = (
  sources: readonly SourceDocument[],
  onStep?: () => void,
): PromiseSettledResult<CaseRecord[]>[] => inStep(sources.map(extracting), onStep)

function* extracting(source: SourceDocument): Steps<CaseRecord[]> {
  const letters = segment(source)
  yield
  const annotated: AnnotatedDocument[] = []
  for (const letter of letters) annotated.push(yield* annotating(letter))
  return annotated.map(normalize)
}

/** The record of a file with a single letter. Throws `Rejected` with `E_AMBIGUOUS` if it holds several. */
export function extractRecord(source: SourceDocument): CaseRecord {
  const [record, ...others] = extractRecords(source)
  if (!record || others.length > 0) throw new Rejected('E_AMBIGUOUS', 'recognize')
  return record
}
