import {
  type Message,
  type MessageCode,
  matchesOf,
  type OcrReport,
  overlap,
  type PageFindings,
  type Severity,
  type SourceDocument,
  type Span,
} from '../../document/index.ts'
import { listed, scanHint } from '../segment/pages.ts'
import { doubt } from './doubt.ts'

/** Printed text may be missing: a page is only a picture, or part of the file is broken. */
export function pageDoubts(source: SourceDocument): Message[] {
  const { pages, part, damaged, ocr, findings } = source
  const isOwn = (page: Span) => !part || overlap(page, part)
  const own = pages.flatMap((page, at) => (isOwn(page) ? [at + 1] : []))
  const found = (kind: keyof PageFindings) => (findings?.[kind] ?? []).filter(number => own.includes(number))
  return [
    ...(damaged ? [doubt('page/damaged', 'warning', null, 'a part of the file could not be read')] : []),
    ...withoutText(source),
    ...onPages(
      'text/garbled',
      found('garbled'),
      numbers => `the text layer of page ${numbers} is garbage; --ocr reads the page as a picture`,
      'error',
    ),
    ...unreadable(
      source,
      own.filter(number => !found('garbled').includes(number)),
    ),
    ...onPages('text/unseen', found('unseen'), numbers => `invisible text was left out on page ${numbers}`),
    ...onPages(
      'text/covered',
      found('covered'),
      numbers => `text under a box, probably redacted, was masked on page ${numbers}`,
    ),
    ...onPages(
      'text/repeated',
      found('repeated'),
      numbers => `page ${numbers} repeats an earlier page and was read only once`,
      'info',
    ),
    ...(ocr ? recognitionDoubts(ocr, pages.length) : []),
  ]
}

/** A replacement or private-use character inside a word; outside of words it may be a bullet. */
const UNREADABLE = /(?<=[A-Za-z\d])[\ufffd\ue000-\uf8ff]|[\ufffd\ue000-\uf8ff](?=[a-z\d])/g

function unreadable({ text, pages }: SourceDocument, own: readonly number[]): Message[] {
  const places = own.flatMap(number => {
    const { start, end } = pages[number - 1]!
    return matchesOf(text.slice(start, end), UNREADABLE).map(({ index }) => start + index)
  })
  if (places.length === 0) return []
  return [doubt('text/garbled', 'error', null, `the text layer does not say which characters ${listed(places)} are`)]
}

function withoutText(source: SourceDocument): Message[] {
  const hint = scanHint(source)
  return hint === null ? [] : [doubt('page/empty', 'warning', null, hint)]
}

function onPages(
  code: MessageCode,
  pages: readonly number[],
  reason: (numbers: string) => string,
  severity: Severity = 'warning',
): Message[] {
  return pages.length > 0 ? [doubt(code, severity, null, reason(listed(pages)))] : []
}

/** Below this the engine has misread many words; clean scans reach 0.95. */
const LEGIBLE = 0.8

function recognitionDoubts({ engine, pages, confidence }: OcrReport, all: number): Message[] {
  const count = pages.length === all ? 'all pages are' : `${pages.length} of ${all} pages are`
  return [
    doubt('page/recognized', 'info', null, `${count} pictures that were read by ${engine}`),
    ...(confidence < LEGIBLE ? [doubt('page/blurred', 'warning', null, `hard to read: confidence ${confidence}`)] : []),
  ]
}
