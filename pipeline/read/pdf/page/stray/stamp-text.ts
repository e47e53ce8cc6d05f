import stampsFile from '../../../../../vocabulary/wordings/stamps.json' with { type: 'json' }
import type { PdfLine } from '../lines.ts'

const STAMP = new RegExp(`^\\W*(?:${stampsFile.stamps.map(({ match }) => match).join('|')})\\W*$`)

const textOf = ({ pieces }: PdfLine): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .trim()

/** Whether a line says what stamps say. */
export const isStampText = (line: PdfLine): boolean => {
  const text = textOf(line)
  return text.length <= MOST && STAMP.test(text)
}

const MOST = 40

/** Whether a line has a label, as those of a header do. */
export const isLabelled = (line: PdfLine): boolean => /[A-Za-z]:|\bCM\d\d-\d/.test(textOf(line))

/** Whether a line is more than a number, a date or initials. */
export const hasWords = (line: PdfLine): boolean => /[A-Za-z]{3}/.test(textOf(line))
