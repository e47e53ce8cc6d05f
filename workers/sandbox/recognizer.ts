import { findRecognizer, RECOGNIZER_WANTED, type Recognizer } from '../../pipeline/index.ts'
import { UsageError } from '../inputs/entry.ts'

/** What reads scans here. To ask for it where there is nothing is wrong usage, and said before anything is read. */
export function demandRecognizer(): Recognizer {
  const recognizer = findRecognizer()
  if (!recognizer) throw new UsageError(RECOGNIZER_WANTED)
  return recognizer
}
