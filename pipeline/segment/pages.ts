import { overlap, type SourceDocument, textOf } from '../../document/index.ts'

/** Which pages of a letter have no text although they are not empty; null if all have some. */
export function scanHint({ text, pages, part, mediaType, ocr, findings }: SourceDocument): string | null {
  const expected = new Set([...(findings?.blank ?? []), ...(findings?.repeated ?? [])])
  const empty = pages.flatMap((page, at) => {
    const isOwn = !part || overlap(page, part)
    return isOwn && !expected.has(at + 1) && textOf(text, page).trim() === '' ? [at + 1] : []
  })
  if (empty.length === 0) return null
  return `no text on page ${listed(empty)}${mediaType === 'application/pdf' && !ocr ? '; if it is a scan, use --ocr' : ''}`
}

/** Page numbers for a message, at most ten of them. */
export const listed = (numbers: readonly number[]): string =>
  `${numbers.slice(0, 10).join(', ')}${numbers.length > 10 ? ' and others' : ''}`
