import {
  Rejected,
  type RejectionCode,
  type SectionedDocument,
  type SectionKind,
  type SourceDocument,
  type Span,
  span,
} from '../document/index.ts'
import { kindOfPaper } from '../extractors/index.ts'
import { fold } from './fold/index.ts'
import { FORMS } from './forms/index.ts'
import { exactPlacesOf, type Place, placesOf, type Sought, sought } from './places.ts'
import { sectionize } from './sectionize.ts'

/**
 * The letters of a file, cut into their parts: mostly one, else as many as have a beginning of their own and are whole.
 * Throws `Rejected` with the code of what the file is instead, or with E_AMBIGUOUS.
 */
export function lettersIn(source: SourceDocument): SectionedDocument[] {
  const file = sought(fold(source))
  return severalIn(source, file) ?? [letterIn(source, file)]
}

/** A cut is right if every part is a letter with nothing missing; a heading that is only repeated makes no letters. */
function severalIn(source: SourceDocument, file: Sought): SectionedDocument[] | null {
  const cuts = beginnings(source, file)
  if (cuts.length < 2) return null
  const letters = unlessRejected(() =>
    cuts.map((start, at) => {
      const part = span(at === 0 ? 0 : start, cuts[at + 1] ?? source.text.length)
      return letterIn({ ...partOf(source, part), id: `${source.id}#${at + 1}` })
    }),
  )
  return letters?.every(isWhole) ? letters : null
}

function unlessRejected<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Rejected) return null
    throw error
  }
}

const isWhole = (letter: SectionedDocument): boolean => letter.items.length > 0 && !isMissing(letter)

const isMissing = ({ messages }: SectionedDocument): boolean => messages.some(({ code }) => code === 'section/missing')

/** A part of a file as a source of its own: offsets and page numbers stay those of the file. */
function partOf(source: SourceDocument, part: Span): SourceDocument {
  const inside = (offset: number) => Math.min(Math.max(offset, part.start), part.end)
  const pages = source.pages.map(({ start, end }) => span(inside(start), inside(end)))
  return { ...source, pages, part }
}

/** The heading that every letter of a form has once, before all others. */
const FIRST_HEADINGS = distinct(
  FORMS.flatMap(({ sections }) => sections.find(({ optional }) => !optional)?.headings ?? []),
)

/** What stands above it: a letterhead, a title, the table of the header. */
const HEADS = [
  'MAXIMUS FEDERAL SERVICES, INC.',
  'Notice of Independent Medical Review Determination',
  'MEDICAL PROFESSIONAL REVIEW',
  'Case Number:',
  'Date Assigned:',
]

/** Whatever stands before one of these still belongs to the letter before. */
const LABELS = distinct(
  FORMS.flatMap(({ items }) => ('labels' in items ? items.labels.flatMap(({ says }) => says) : [])),
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
function beginnings(source: SourceDocument, folded: Sought): number[] {
  if (placesIn(folded, FIRST_HEADINGS).length < 2) return [0]
  const file = sought(fold({ ...source, pages: [span(0, source.text.length)] }))
  const firsts = placesIn(file, FIRST_HEADINGS)
  const [labels, heads] = [placesIn(file, LABELS), headLines(file, placesOf)]
  return firsts.map((first, at) => {
    const end = labels.findLast(label => label.end <= first.start)?.end ?? 0
    const from = Math.max(end, firsts[at - 1]?.end ?? 0)
    const head = headAbove(heads, span(from, first.start)) ?? first
    return topOf(source, file.origins[head.start]!)
  })
}

/** A line of a head, and where it stands. */
interface HeadLine extends Place {
  readonly says: string
}

/** From the last to the first. */
const headLines = (file: Sought, look: typeof placesOf): HeadLine[] =>
  HEADS.flatMap(says => look(file, says).map(place => ({ says, ...place }))).sort((a, b) => b.start - a.start)

/**
 * Where the head begins of the letter whose first heading ends `range`. It has each of its lines once, and they stand
 * together: a second one, or one far above, is another paper's.
 */
function headAbove(lines: readonly HeadLine[], range: Span): Place | null {
  const seen = new Set<string>()
  let head: Place | null = null
  for (const line of lines.filter(({ start }) => start >= range.start && start < range.end)) {
    if (seen.has(line.says) || (head && head.start - line.end > FAR)) break
    seen.add(line.says)
    head = line
  }
  return head
}

/** Between the lines of a head stand addresses at most. */
const FAR = 500

const placesIn = (file: Sought, phrases: readonly string[]): Place[] =>
  phrases.flatMap(phrase => placesOf(file, phrase)).sort((a, b) => a.start - b.start)

/** The beginning of the page, if a letter that stands there may begin with it, else of the line. */
function topOf({ text, pages }: SourceDocument, offset: number): number {
  const page = pages.findLast(({ start }) => start <= offset)!.start
  const isOwn = offset - page < ABOVE && !SENTENCE_END.test(text.slice(page, offset).trimEnd())
  return isOwn ? page : text.lastIndexOf('\n', offset) + 1
}

/** "… is not medically" at the end of a page, "necessary." on top of the next: so ends the letter before, no stamp. */
const SENTENCE_END = /[.!?]["')]?$/

/** The one letter of a file, without the papers that lie above and below it. */
export function letterIn(source: SourceDocument, file = sought(fold(source))): SectionedDocument {
  const own = ownPart(source, file)
  const letter = own && unlessRejected(() => demandLetter(sectionize(partOf(source, own))))
  if (letter) return letter
  try {
    return demandLetter(sectionize(source, file))
  } catch (error) {
    if (!(error instanceof Rejected) || error.code !== 'E_NOT_A_LETTER') throw error
    throw new Rejected(paperIn(file), 'recognize')
  }
}

/** A part of a letter lacks its beginning or its end: what has both is a form that nobody has filled in. */
function paperIn(file: Sought): RejectionCode {
  const kind = kindOfPaper(file.text) ?? 'E_NOT_A_LETTER'
  const hasBoth = [FIRST_HEADINGS, LABELS].every(phrases => placesIn(file, phrases).length > 0)
  return kind === 'E_FRAGMENT' && hasBoth ? 'E_NOT_A_LETTER' : kind
}

/** The letter from its head on, to the page below it that is another paper; null where that is the whole text. */
function ownPart(source: SourceDocument, file: Sought): Span | null {
  const all = source.part ?? span(0, source.text.length)
  const [first] = placesIn(file, FIRST_HEADINGS)
  const start = first ? Math.max(all.start, topOf(source, file.origins[headOr(file, first).start]!)) : all.start
  const labels = LABELS.flatMap(says => exactPlacesOf(file, says).map(label => label.start))
  const below = labels.length > 0 ? otherPapers(source, file.origins[Math.max(...labels)]!) : []
  const end = below[0]?.start ?? all.end
  return start > all.start || end < all.end ? span(start, end) : null
}

/** The head above the first heading, or that heading; a damaged one is looked for only where none is whole. */
const headOr = (file: Sought, first: Place): Place =>
  headAbove(headLines(file, exactPlacesOf), span(0, first.start)) ??
  headAbove(headLines(file, placesOf), span(0, first.start)) ??
  first

/** Pages behind `offset` that are another paper by their own words, and do not go on with a sentence. */
const otherPapers = ({ text, pages }: SourceDocument, offset: number): Span[] =>
  pages.filter(({ start, end }) => {
    if (start <= offset || !SENTENCE_END.test(text.slice(0, start).trimEnd())) return false
    const kind = kindOfPaper(text.slice(start, end))
    return kind !== null && kind !== 'E_FRAGMENT'
  })

/** Headings alone make no letter, whatever words they share with one; items with nothing above them are its end. */
function demandLetter(letter: SectionedDocument): SectionedDocument {
  if (!hasReasons(letter) && (isMissing(letter) || hasEmpty(letter))) throw new Rejected('E_NOT_A_LETTER', 'recognize')
  if (!hasBeginning(letter)) throw new Rejected('E_FRAGMENT', 'recognize')
  return letter
}

const hasReasons = ({ items, folded }: SectionedDocument): boolean =>
  items.some(({ claimsAdministrator, reviewer, rationale }) =>
    [claimsAdministrator, reviewer, rationale].some(part => part !== null && !isUnfilled(folded.text, part)),
  )

/** As in the form before it is filled in. */
const hasEmpty = ({ sections, folded }: SectionedDocument): boolean =>
  sections.some(({ kind, body }) => ABOVE_ITEMS.has(kind) && isUnfilled(folded.text, body))

/** "", "________", "[rationale]" */
const isUnfilled = (text: string, { start, end }: Span): boolean =>
  /^(?:_*|\[[^\]]*\])$/.test(text.slice(start, end).trim())

/** What stands above the items of every form. */
const ABOVE_ITEMS: ReadonlySet<SectionKind> = new Set(['notice', 'determination', 'documents', 'summary', 'issue'])

const HEADER_LABEL = /\b(?:Case Number|Date Assigned|Date of Injury|Decision Date) ?:/

const hasBeginning = ({ sections, folded: { text } }: SectionedDocument): boolean =>
  sections.some(
    ({ kind, body }) =>
      ABOVE_ITEMS.has(kind) || (kind === 'header' && HEADER_LABEL.test(text.slice(body.start, body.end))),
  )
