import { type FoldedText, type SourceDocument, type Span, span } from '../../document/index.ts'
import { fold } from '../fold/index.ts'
import type { PhrasePlace } from './bared.ts'
import { LETTER_FORMS } from './forms/letter-forms.ts'
import { kindOfDocument } from './other-documents.ts'
import { exactPlacesOf, placesOf } from './places.ts'

/** The headings that come first in every letter of a form, and only once. */
const FIRST_HEADINGS = distinct(
  LETTER_FORMS.flatMap(({ sections }) => sections.find(({ optional }) => !optional)?.headings ?? []),
)

/** What may precede it: a letterhead, a title, header labels. */
const HEADS = distinct(LETTER_FORMS.flatMap(({ head }) => head))

/** Text before one of these still belongs to the previous letter. */
const LABELS = distinct(
  LETTER_FORMS.flatMap(({ items }) => ('labels' in items ? items.labels.flatMap(({ says }) => says) : [])),
)

function distinct(phrases: readonly string[]): string[] {
  return [...new Set(phrases)]
}

/** At most this many characters, a stamp or a fax header, may precede a letter on its page. */
const ABOVE = 200

/**
 * Where each letter begins, in the canonical text. The file is treated as one page, since the headers of one-page
 * letters would look like running heads.
 */
export function beginnings(source: SourceDocument, folded: FoldedText): number[] {
  if (placesIn(folded, FIRST_HEADINGS).length < 2) return [0]
  const file = fold({ ...source, pages: asOnePage(source.pages) })
  const firsts = placesIn(file, FIRST_HEADINGS)
  const [labels, heads] = [placesIn(file, LABELS), headLines(file, placesOf)]
  return firsts.map((first, at) => {
    const end = labels.findLast(label => label.end <= first.start)?.end ?? 0
    const from = Math.max(end, firsts[at - 1]?.end ?? 0)
    const head = headAbove(heads, span(from, first.start)) ?? first
    return topOf(source, file.origins[head.start]!)
  })
}

/** One page for the whole file, except for pages that are left out as repeats. */
function asOnePage(pages: readonly Span[]): Span[] {
  const stretches: Span[] = []
  for (const page of pages) {
    const last = stretches.at(-1)
    if (last?.end === page.start) stretches[stretches.length - 1] = span(last.start, page.end)
    else stretches.push(page)
  }
  return stretches
}

/** A line of a letter's head and its place. */
interface HeadLine extends PhrasePlace {
  readonly says: string
}

/** From last to first. */
const headLines = (file: FoldedText, look: typeof placesOf): HeadLine[] =>
  HEADS.flatMap(says => look(file, says).map(place => ({ says, ...place }))).sort((a, b) => b.start - a.start)

/**
 * Start of the head that belongs to the first heading ending `range`. A head has each of its lines once and close
 * together: a second one, or one far above, belongs to another document.
 */
function headAbove(lines: readonly HeadLine[], range: Span): PhrasePlace | null {
  const seen = new Set<string>()
  let head: PhrasePlace | null = null
  for (const line of lines.filter(({ start }) => start >= range.start && start < range.end)) {
    if (seen.has(line.says) || (head && head.start - line.end > FAR)) break
    seen.add(line.says)
    head = line
  }
  return head
}

/** Only addresses separate the lines of a head. */
const FAR = 500

const placesIn = (file: FoldedText, phrases: readonly string[]): PhrasePlace[] =>
  phrases.flatMap(phrase => placesOf(file, phrase)).sort((a, b) => a.start - b.start)

/** Start of the page, if a letter that begins on it may begin there, else of the line. */
function topOf({ text, pages }: SourceDocument, offset: number): number {
  const page = pages.findLast(({ start }) => start <= offset)!.start
  const isOwn = offset - page < ABOVE && !endsSentence(text.slice(page, offset))
  return isOwn ? page : text.lastIndexOf('\n', offset) + 1
}

/**
 * "… is not medically" at the end of a page and "necessary." at the top of the next is the end of the previous letter,
 * not a stamp.
 */
const endsSentence = (text: string): boolean => /[.!?]["')]?$/.test(text.trimEnd())

/** Whether a text has both the beginning of a letter and the parts of an item. */
export const hasBothEnds = (file: FoldedText): boolean =>
  [FIRST_HEADINGS, LABELS].every(phrases => placesIn(file, phrases).length > 0)

/**
 * The letter, from its head to the first page below that belongs to another document; null if that is the whole text.
 */
export function ownPart(source: SourceDocument, file: FoldedText): Span | null {
  const all = source.part ?? span(0, source.text.length)
  const [first] = placesIn(file, FIRST_HEADINGS)
  const start = first ? Math.max(all.start, topOf(source, file.origins[headOr(file, first).start]!)) : all.start
  const labels = LABELS.flatMap(says => exactPlacesOf(file, says).map(label => label.start))
  const below = labels.length > 0 ? otherDocument(source, file.origins[Math.max(...labels)]!) : null
  const end = below?.start ?? all.end
  return start > all.start || end < all.end ? span(start, end) : null
}

/**
 * Whether items precede `start`, where the letter begins: citations and a rationale under the labels of one form. A UR
 * denial may have a "Decision rationale:" too.
 */
export const hasItemsAbove = (file: FoldedText, start: number): boolean =>
  LETTER_FORMS.some(({ items }) => {
    if (items.kind === 'single') return false
    const above = items.labels.filter(({ says }) =>
      says.some(label => exactPlacesOf(file, label).some(place => file.origins[place.end - 1]! < start)),
    )
    return (['reviewer', 'rationale'] as const).every(part => above.some(label => label.part === part))
  })

/**
 * The head above the first heading, or else that heading. Damaged heads are looked for only if there is no intact one.
 */
const headOr = (file: FoldedText, first: PhrasePlace): PhrasePlace =>
  headAbove(headLines(file, exactPlacesOf), span(0, first.start)) ??
  headAbove(headLines(file, placesOf), span(0, first.start)) ??
  first

/** The first page after `offset` that is another document by its own words and does not continue a sentence. */
const otherDocument = ({ text, pages }: SourceDocument, offset: number): Span | undefined =>
  pages.find(({ start, end }) => {
    if (start <= offset || !endsSentence(text.slice(Math.max(0, start - ABOVE), start))) return false
    const kind = kindOfDocument(text.slice(start, end))
    return kind !== null && kind !== 'E_FRAGMENT'
  })
