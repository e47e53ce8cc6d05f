import type { PageFindings, SourceDocument, Span } from '../../document/index.ts'

/**
 * A page with fewer characters may resemble another one by chance: a heading, a page number, "This page is left blank".
 */
const LEAST = 150

/**
 * The same source with pages emptied that repeat an earlier one, in sheets copied or scanned twice. Headers and footers
 * may differ in their numbers, as those of a fax do. Two letters may end with the same words, so a page without a case
 * number counts as repeated only after its twin or another repeated page.
 */
export function withoutRepeats(source: SourceDocument): SourceDocument {
  const pages = source.pages.map(({ start, end }) => source.text.slice(start, end))
  const letters = pages.map(lettersIn)
  const first = new Map<string, number>()
  const repeated = new Set<number>()
  for (const [at, page] of pages.entries()) {
    // Pages that say the same have as many letters, which is counted faster than said.
    if (letters.indexOf(letters[at]!) === letters.lastIndexOf(letters[at]!)) continue
    const says = bodyOf(page)
    const twin = first.get(says)
    if (twin === undefined) first.set(says, at)
    else if (says.length >= LEAST && (CASE_NUMBER.test(says) || twin === at - 1 || repeated.has(at - 1)))
      repeated.add(at)
  }
  if (repeated.size === 0) return source
  const left = source.pages.map((page, at): Span => (repeated.has(at) ? { start: page.start, end: page.start } : page))
  return {
    ...source,
    pages: left,
    findings: { ...NONE, ...source.findings, repeated: [...repeated].map(at => at + 1) },
  }
}

const CASE_NUMBER = /CM\d\d-\d{7}/

const NONE: PageFindings = { blank: [], garbled: [], unseen: [], covered: [], repeated: [] }

/** How many letters of the alphabet a page has. */
function lettersIn(page: string): number {
  let count = 0
  for (let at = 0; at < page.length; at++) {
    const lower = page.charCodeAt(at) | 32
    if (lower >= 97 && lower <= 122) count++
  }
  return count
}

/** How many lines at an edge of a page may be running heads. */
const EDGE = 1

/** A line that only numbers its page, and does not name a case. */
const NUMBERS_PAGE = /^(?!.*CM\d\d-)(?=.*\d).{1,80}$/

/** The text of a page without spaces and without the numbers in the lines at its edges. */
function bodyOf(page: string): string {
  const lines = page
    .split('\n')
    .map(line => line.replace(/\s+/g, ''))
    .filter(line => line !== '')
  const isEdge = (at: number): boolean => at < EDGE || at >= lines.length - EDGE
  return lines
    .map((line, at) =>
      isEdge(at) && NUMBERS_PAGE.test(line) && !/[.:]$/.test(line) ? line.replace(/\d+/g, '#') : line,
    )
    .join('\n')
}
