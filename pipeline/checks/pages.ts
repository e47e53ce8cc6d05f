import type {
  Message,
  MessageCode,
  OcrReport,
  PageFindings,
  Severity,
  SourceDocument,
  Span,
} from '../../document/index.ts'
import { doubt } from './doubt.ts'

/** Text that was on paper may be missing: a page that is only a picture, a part of the file that is broken. */
export function pageDoubts({ text, pages, part, damaged, mediaType, ocr, findings }: SourceDocument): Message[] {
  const isOwn = ({ start, end }: Span) => !part || (start < part.end && end > part.start)
  const own = pages.flatMap((page, at) => (isOwn(page) ? [at + 1] : []))
  const found = (kind: keyof PageFindings) => (findings?.[kind] ?? []).filter(number => own.includes(number))
  const expected = new Set([...found('blank'), ...found('repeated')])
  const empty = own.filter(number => !expected.has(number) && isEmpty(text, pages[number - 1]!))
  const remedy = mediaType === 'application/pdf' && !ocr ? '; if it is a scan, --ocr reads it' : ''
  return [
    ...(damaged ? [doubt('page/damaged', 'warning', null, 'a part of the file could not be read')] : []),
    ...onPages('page/empty', empty, numbers => `no text on page ${numbers}${remedy}`),
    ...onPages('text/unseen', found('unseen'), numbers => `text that nobody can see was left out on page ${numbers}`),
    ...onPages(
      'text/covered',
      found('covered'),
      numbers => `text under a box, as of a redaction, was masked on page ${numbers}`,
    ),
    ...onPages(
      'text/repeated',
      found('repeated'),
      numbers => `page ${numbers} says the same as a page before it, and was read once`,
      'info',
    ),
    ...(ocr ? recognitionDoubts(ocr, pages.length) : []),
  ]
}

const isEmpty = (text: string, { start, end }: Span): boolean => text.slice(start, end).trim() === ''

function onPages(
  code: MessageCode,
  pages: readonly number[],
  reason: (numbers: string) => string,
  severity: Severity = 'warning',
): Message[] {
  const numbers = `${pages.slice(0, 10).join(', ')}${pages.length > 10 ? ' and others' : ''}`
  return pages.length > 0 ? [doubt(code, severity, null, reason(numbers))] : []
}

/** Below this an engine has read many words wrongly: clean scans come to 0.95. */
const LEGIBLE = 0.8

function recognitionDoubts({ engine, pages, confidence }: OcrReport, all: number): Message[] {
  const count = pages.length === all ? 'all pages are' : `${pages.length} of ${all} pages are`
  return [
    doubt('page/recognized', 'info', null, `${count} pictures, which ${engine} read`),
    ...(confidence < LEGIBLE ? [doubt('page/blurred', 'warning', null, `hard to read: confidence ${confidence}`)] : []),
  ]
}
