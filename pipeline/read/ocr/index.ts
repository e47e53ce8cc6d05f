import { createRequire } from 'node:module'
import { bundledEngine } from './bundled.ts'
import { installedEngine } from './installed.ts'

/** An engine that reads pictures of pages. It keeps what it needs from page to page, until it is closed. */
export interface Recognizer {
  /** Name and version: another engine reads another text. */
  readonly engine: string
  /** The words of a picture (the bytes of a PGM file), as tesseract's table of tab-separated values. */
  recognize(picture: Uint8Array): Promise<string>
  /** Starts what it needs now and not at the first picture, which else does it. */
  open(): Promise<void>
  close(): Promise<void>
}

/** What `findRecognizer` looks for, for people who lack it. */
export const RECOGNIZER_WANTED =
  'reading scans takes the optional packages that `npm ci` brings along; in place of tesseract.js the ' +
  "machine's own tesseract with English data will do (Debian: tesseract-ocr)"

/**
 * The tesseract that comes as a package: it reads better, and the same on every machine. Else that of the machine; null
 * where there is neither.
 */
export function findRecognizer(): Recognizer | null {
  return canDraw() ? (bundledEngine() ?? installedEngine()) : null
}

/** pdf.js draws pages with this package, which is optional. */
function canDraw(): boolean {
  try {
    createRequire(import.meta.url).resolve('@napi-rs/canvas')
    return true
  } catch {
    return false
  }
}
