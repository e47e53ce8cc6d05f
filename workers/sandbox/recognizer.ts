import { findRecognizer, RECOGNIZER_WANTED, type Recognizer } from '../../pipeline/index.ts'
import { UsageError } from '../inputs/entry.ts'

/**
 * The OCR engine of this machine. Asking for one where there is none is a usage error, reported before anything is
 * read.
 */
export function demandRecognizer(): Recognizer {
  const recognizer = findRecognizer()
  if (!recognizer) throw new UsageError(RECOGNIZER_WANTED)
  return recognizer
}
