import { createRequire } from 'node:module'
import { bundledEngine } from './bundled.ts'
import { installedEngine } from './installed.ts'
import type { Recognizer } from './recognizer.ts'

export type { Recognizer } from './recognizer.ts'

/** What `findRecognizer` looks for, in words for users who lack it. */
export const RECOGNIZER_WANTED =
  'reading scans requires the optional packages that `npm ci` installs; instead of tesseract.js, the ' +
  "machine's own tesseract with English data will also do (Debian: tesseract-ocr)"

/**
 * The bundled tesseract, which reads better, and the same on every machine; else an installed one; null if there is
 * neither.
 */
export function findRecognizer(): Recognizer | null {
  return canDraw() ? (bundledEngine() ?? installedEngine()) : null
}

/** pdf.js draws pages with this optional package. */
function canDraw(): boolean {
  try {
    createRequire(import.meta.url).resolve('@napi-rs/canvas')
    return true
  } catch {
    return false
  }
}
