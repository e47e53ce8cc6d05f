import type { PageFindings, SourceDocument, Span } from '../../document/index.ts'

/** A page with fewer letters may be like another one by chance: a heading, a page number, "This page is left blank". */
const LEAST = 150

/**
 * The same source, its pages empty that say what an earlier one says: sheets that were copied or scanned twice. Heads and
 * feet of the page may tell them apart by their numbers, as those of a fax do. Two letters may end with the same words: a
 * page without a case number is a repeated one only behind its twin, or behind another repeated one.
 */
export function withoutRepeats(source: SourceDocument): SourceDocument {
  const first = new Map<string, number>()
  const repeated = new Set<number>()
  for (const [at, { start, end }] of source.pages.entries()) {
    const says = bodyOf(source.text.slice(start, end))
    const twin = first.get(says)
    if (twin === undefined) first.set(says, at)
    else if (says.length >= LEAST && (CASE_NUMBER.test(says) || twin === at - 1 || repeated.has(at - 1)))
      repeated.add(at)
  }
  if (repeated.size === 0) return source
  const pages = source.pages.map((page, at): Span => (repeated.has(at) ? { start: page.start, end: page.start } : page))
  return { ...source, pages, findings: { ...NONE, ...source.findings, repeated: [...repeated].map(at => at + 1) } }
}

const CASE_NUMBER = /CM\d\d-\d{7}/

const NONE: PageFindings = { blank: [], garbled: [], unseen: [], covered: [], repeated: [] }

/** Lines at an edge of a page that may be its furniture. */
const EDGE = 1

/** A line that tells a page from others by its number, and a letter from others by none. */
const FURNITURE = /^(?!.*CM\d\d-)(?=.*\d).{1,80}$/

/** What a page says, without blanks and without the numbers in the lines at its edges. */
function bodyOf(page: string): string {
  const lines = page
    .split('\n')
    .map(line => line.replace(/\s+/g, ''))
    .filter(line => line !== '')
  const isEdge = (at: number): boolean => at < EDGE || at >= lines.length - EDGE
  return lines
    .map((line, at) => (isEdge(at) && FURNITURE.test(line) && !/[.:]$/.test(line) ? line.replace(/\d+/g, '#') : line))
    .join('\n')
}
