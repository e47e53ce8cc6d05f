import { matchesOf, type Span, span, spansOf, trimmed, verbatim } from '../document/index.ts'
import type { CaseExtractor } from './extractor.ts'

/**
 * The documents that the reviewer was sent, one entry each:
 *
 *     • Application for Independent Medical Review
 *     • Medical records from Example Orthopedics dated 1/4/13 through 6/2/13
 *
 * Entries begin with a bullet or with ascending numbers; without either they are separated by semicolons or lines.
 */
export const documents: CaseExtractor = {
  name: 'documents',
  reads: 'documents',
  extract: (text, lineStarts = [0]) => ({
    documentsReviewed: entriesOf(text, lineStarts).map(entry => verbatim(text, entry, 'documents/entry')),
  }),
}

function entriesOf(text: string, lineStarts: readonly number[]): Span[] {
  const marks = [bullets(text), numbers(text), dashes(text, lineStarts)].find(found => found.length > 0)
  const bounds =
    (marks && [...unmarked(text, marks[0]!), ...marks]) ??
    (text.includes(';') ? semicolons(text) : lines(text, lineStarts))
  return bounds
    .map(({ end }, at) => trimmed(text, span(end, bounds[at + 1]?.start ?? text.length)))
    .map(entry => withoutSemicolon(text, entry))
    .filter(entry => entry.end > entry.start)
}

/** What precedes the first mark is an entry whose mark was not recognized on a scan, unless it introduces the list. */
const unmarked = (text: string, { start }: Span): Span[] => {
  const first = text.slice(0, start).trim()
  return /^[A-Z].{5,150}$/s.test(first) && !/[:.]$|[.:] [A-Z]/.test(first) ? [span(0, 0)] : []
}

/** The marks that precede entries; an entry extends from the end of its mark to the next mark. */
type Marks = Span[]

// The last one is what Word's own bullet becomes in a symbol font.
const bullets = (text: string): Marks => spansOf(text, /[•●▪■◦‣∙\uf0b7]/g)

/** "1. Application … 2. Medical records": ascending numbers from 1, so "dated 3. 4. 2013" is not one. */
function numbers(text: string): Marks {
  const counted: Span[] = []
  for (const match of matchesOf(text, /(?<=^| )(\d{1,3})[.)] /g))
    if (Number(match[1]) === counted.length + 1) counted.push(span(match.index, match.index + match[0].length))
  return counted.length > 1 || counted[0]?.start === 0 ? counted : []
}

const dashes = (text: string, lineStarts: readonly number[]): Marks =>
  spansOf(text, /[-–*] /g).filter(({ start }) => lineStarts.includes(start))

const semicolons = (text: string): Marks => [span(0, 0), ...spansOf(text, /;/g)]

/** A line continues the entry above it if it begins in lower case or the one above ends in the middle of a phrase. */
const lines = (text: string, lineStarts: readonly number[]): Marks =>
  lineStarts
    .filter(
      start =>
        !/^[a-z(]/.test(text.slice(start)) && !/(?:[,:-]|\b(?:and|from|by|of|to|for|the)) ?$/.test(before(text, start)),
    )
    .map(start => span(start, start))

const before = (text: string, start: number): string => text.slice(Math.max(0, start - 12), start)

const withoutSemicolon = (text: string, { start, end }: Span): Span =>
  text[end - 1] === ';' ? trimmed(text, span(start, end - 1)) : span(start, end)
