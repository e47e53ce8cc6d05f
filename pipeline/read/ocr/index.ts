import { createRequire } from 'node:module'
import { bundledEngine } from './bundled.ts'
import { installedEngine } from './installed.ts'
import type { Recognizer } from './recognizer.ts'

export type { Recognizer } from './recognizer.ts'

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
