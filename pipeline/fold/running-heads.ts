import type { SourceLine } from './source-line.ts'

/**
 * "Page 2 of 4", "Final Determination Letter for IMR Case Number CM14-9000001 2": unmistakable running heads, even in text
 * without page breaks.
 */
const CLEAR: readonly RegExp[] = [
  /^page\s+\d{1,3}\s+of\s+\d{1,3}$/i,
  /^(?:imr\s+)?final determination letter for imr case number\s.{0,40}$/i,
]

/** "2", "- 3 -", "Page 2" */
const KNOWN: readonly RegExp[] = [/^(?:-\s*)?\d{1,3}(?:\s*-)?$/, /^page\s+\d{1,3}$/i]

/**
 * A label or an outcome is never a running head, however often it comes first on a page. Neither is the rest of a sentence:
 * two pages may end with "necessary."
 */
const CONTENT = /[Gg]uideline:|[Rr]ationale:|(?:Upheld|Overturned)\.?$|^[A-Z][A-Z ,()]{12,}$|^(?!(?:https?|file):)[a-z]/

/** How many lines at each edge of a page may be running heads. */
const DEPTH = 2

/**
 * The lines that belong to the page rather than the letter: known wordings at the edge of a page, and lines that recur
 * at the same edge of every page with other digits at most.
 */
export function runningHeads(lines: readonly SourceLine[]): ReadonlySet<SourceLine> {
  const pages = Map.groupBy(
    lines.filter(line => line.text.trim() !== ''),
    line => line.page,
  )
  const edges = [...pages.values()].map(page => ({ top: page.slice(0, DEPTH), bottom: page.slice(-DEPTH) }))
  const found = new Set(lines.filter(line => CLEAR.some(pattern => pattern.test(line.text.trim()))))
  for (const line of edges.flatMap(edge => [...edge.top, ...edge.bottom]))
    if (edges.length > 1 && KNOWN.some(pattern => pattern.test(line.text.trim()))) found.add(line)
  for (const edge of ['top', 'bottom'] as const)
    for (const line of repeated(edges.map(one => one[edge]))) found.add(line)
  for (const line of headingsAgain([...pages.values()])) found.add(line)
  return found
}

/** "CLINICAL CASE SUMMARY", "CLINICAL CASE SUMMARY (CONTINUED)", "CLINICAL CASE SUMMARY - cont'd" */
const HEADING = /^([A-Z][A-Z ,()]{11,80}?)(?: ?[-(]? ?(?:CONT(?:INUED|'?D)?|[Cc]ont(?:inued|'?d)?)\.?\)?)?$/

/**
 * A heading repeated at the top of a page, above text that continues. If it opens the same text again, it belongs to
 * another letter.
 */
function headingsAgain(pages: readonly (readonly SourceLine[])[]): SourceLine[] {
  const opened = new Map<string, string>()
  return pages.flatMap(page =>
    page.filter((line, at) => {
      const heading = HEADING.exec(line.text.trim())?.[1]
      if (heading === undefined) return false
      const text = page[at + 1]?.text.trim().slice(0, 20) ?? ''
      const before = opened.get(heading)
      if (before === undefined) opened.set(heading, text)
      return at < DEPTH && before !== undefined && before !== text
    }),
  )
}

function repeated(edges: readonly (readonly SourceLine[])[]): SourceLine[] {
  if (edges.length < 2) return []
  const everywhere = edges.map(edge => new Set(edge.map(mask))).reduce((common, masks) => common.intersection(masks))
  return edges.flat().filter(line => everywhere.has(mask(line)) && !CONTENT.test(line.text.trim()))
}

const mask = (line: SourceLine): string => line.text.trim().replace(/\d+/g, '#').replace(/\s+/g, ' ')
