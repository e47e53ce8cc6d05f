import { type FoldedText, type SourceDocument, type Span, span } from '../../document/index.ts'
import { fold } from '../fold/index.ts'
import { LETTER_FORMS } from './forms/letter-forms.ts'
import { kindOfPaper } from './other-documents.ts'
import { exactPlacesOf, type PhrasePlace, placesOf } from './places.ts'

/** The heading that every letter of a form has once, before all others. */
const FIRST_HEADINGS = distinct(
  LETTER_FORMS.flatMap(({ sections }) => sections.find(({ optional }) => !optional)?.headings ?? []),
)

/** What stands above it: a letterhead, a title, the labels of a header. */
const HEADS = distinct(LETTER_FORMS.flatMap(({ head }) => head))

/** Whatever stands before one of these still belongs to the letter before. */
const LABELS = distinct(
  LETTER_FORMS.flatMap(({ items }) => ('labels' in items ? items.labels.flatMap(({ says }) => says) : [])),
)

function distinct(phrases: readonly string[]): string[] {
  return [...new Set(phrases)]
}

/** A stamp or the name of a fax may stand on a page above a letter: no more than this. */
const ABOVE = 200

/**
 * Where each letter begins, in the canonical text. It is looked for as if all were on one page: headers of letters of a
 * page each look like running heads.
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

/** One page, but for those that are left out because they say the same as another. */
function asOnePage(pages: readonly Span[]): Span[] {
  const stretches: Span[] = []
  for (const page of pages) {
    const last = stretches.at(-1)
    if (last?.end === page.start) stretches[stretches.length - 1] = span(last.start, page.end)
    else stretches.push(page)
  }
  return stretches
}

/** A line of a head, and where it stands. */
interface HeadLine extends PhrasePlace {
  readonly says: string
}

/** From the last to the first. */
const headLines = (file: FoldedText, look: typeof placesOf): HeadLine[] =>
  HEADS.flatMap(says => look(file, says).map(place => ({ says, ...place }))).sort((a, b) => b.start - a.start)

/**
 * Where the head begins of the letter whose first heading ends `range`. It has each of its lines once, and they stand
 * together: a second one, or one far above, is another paper's.
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

/** Between the lines of a head stand addresses at most. */
const FAR = 500

const placesIn = (file: FoldedText, phrases: readonly string[]): PhrasePlace[] =>
  phrases.flatMap(phrase => placesOf(file, phrase)).sort((a, b) => a.start - b.start)

/** The beginning of the page, if a letter that stands there may begin with it, else of the line. */
function topOf({ text, pages }: SourceDocument, offset: number): number {
  const page = pages.findLast(({ start }) => start <= offset)!.start
  const isOwn = offset - page < ABOVE && !endsSentence(text.slice(page, offset))
  return isOwn ? page : text.lastIndexOf('\n', offset) + 1
}

/** "… is not medically" at the end of a page, "necessary." on top of the next: so ends the letter before, no stamp. */
const endsSentence = (text: string): boolean => /[.!?]["')]?$/.test(text.trimEnd())

/** Whether a text has what begins a letter, and what its items have. */
export const hasBothEnds = (file: FoldedText): boolean =>
  [FIRST_HEADINGS, LABELS].every(phrases => placesIn(file, phrases).length > 0)

/** The letter from its head on, to the page below it that is another paper; null where that is the whole text. */
export function ownPart(source: SourceDocument, file: FoldedText): Span | null {
  const all = source.part ?? span(0, source.text.length)
  const [first] = placesIn(file, FIRST_HEADINGS)
  const start = first ? Math.max(all.start, topOf(source, file.origins[headOr(file, first).start]!)) : all.start
  const labels = LABELS.flatMap(says => exactPlacesOf(file, says).map(label => label.start))
  const below = labels.length > 0 ? otherPaper(source, file.origins[Math.max(...labels)]!) : null
  const end = below?.start ?? all.end
  return start > all.start || end < all.end ? span(start, end) : null
}

/**
 * Whether items stand above `start`, where the letter begins: what was cited and a rationale, under one form's labels.
 * A denial may have a "Decision rationale:" too.
 */
export const hasItemsAbove = (file: FoldedText, start: number): boolean =>
  LETTER_FORMS.some(({ items }) => {
    if (items.kind === 'single') return false
    const above = items.labels.filter(({ says }) =>
      says.some(label => exactPlacesOf(file, label).some(place => file.origins[place.end - 1]! < start)),
    )
    return (['reviewer', 'rationale'] as const).every(part => above.some(label => label.part === part))
  })

/** The head above the first heading, or that heading; a damaged one is looked for only where none is whole. */
const headOr = (file: FoldedText, first: PhrasePlace): PhrasePlace =>
  headAbove(headLines(file, exactPlacesOf), span(0, first.start)) ??
  headAbove(headLines(file, placesOf), span(0, first.start)) ??
  first

/** The first page behind `offset` that is another paper by its own words, and does not go on with a sentence. */
const otherPaper = ({ text, pages }: SourceDocument, offset: number): Span | undefined =>
  pages.find(({ start, end }) => {
    if (start <= offset || !endsSentence(text.slice(Math.max(0, start - ABOVE), start))) return false
    const kind = kindOfPaper(text.slice(start, end))
    return kind !== null && kind !== 'E_FRAGMENT'
  })
