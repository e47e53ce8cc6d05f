import { MAX_BYTES } from '../../document/index.ts'
import type { Recognizer } from './ocr/recognizer.ts'

/** A file to read. */
export interface LetterInput {
  /** The whole file, 25 MB at most. */
  readonly bytes: Uint8Array
  /** Base name of the file; its extension says what the content must be. */
  readonly name: string
  /** Reads pages that are pictures; without one they have no text. */
  readonly recognizer?: Recognizer | undefined
  /** Called before a page is recognized, which takes as long as reading many letters. */
  readonly onPicture?: (() => void) | undefined
}

/** What a letter may have: bytes of its file, pages, and characters of its text. */
export const LIMITS = { bytes: MAX_BYTES, pages: 200, characters: 512 * 1024 } as const
/** The limits on a letter. */
export type ReadingLimits = typeof LIMITS
