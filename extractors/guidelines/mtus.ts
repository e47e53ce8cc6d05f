import { type Citation, type Draft, found, type Span, span, trimmed, verbatim } from '../../document/index.ts'
import guidelines from '../../vocabulary/terms/guidelines.json' with { type: 'json' }
import { splitSections } from './sections.ts'
import { topicsIn } from './topics.ts'

const alternatives = (names: readonly string[]): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map(RegExp.escape)
    .join('|')

/** All titles of chapters, longest first, as alternatives of a pattern. */
export const CHAPTERS = alternatives(guidelines.chapters.map(chapter => chapter.title))

/** "ACOEM", "ACOEM Practice Guidelines, Chapter 12" before the chapter's title, in older letters. */
const SOURCE = String.raw`(?:ACOEM(?: Practice)?(?: Guidelines)?,? ?)?(?:Chapter \d{1,2}:? ?)?`

/**
 * Where a chapter begins: at the start or after ", and " (never at a bare "and", which titles contain). In older
 * letters, which have no list of sections, a bare comma will do; in a list, where a section may be named like a chapter,
 * only before a title with its year.
 */
const chapterAfter = (separator: string): RegExp =>
  new RegExp(
    `(?:^|${separator})${SOURCE}(${CHAPTERS})(?: Guidelines)?(?: \\(?((?:19|20)\\d\\d)\\)?)?(?= |[,.;]|$)` +
      // A chapter of no known title is recognized by its year.
      `|(?:^|, and )([A-Z][A-Za-z, &/-]{2,80}?) ((?:19|20)\\d\\d)(?= Guidelines|[,.;]|$)`,
    'g',
  )
/** "…, Section(s): Treatment, General Approaches 2004": a known title with its year is no section. */
const WITH_YEAR = `, (?=${SOURCE}(?:${CHAPTERS})(?: Guidelines)? \\(?(?:19|20)\\d\\d)`
const CHAPTER = chapterAfter(`, and |${WITH_YEAR}`)
const CHAPTER_UNLISTED = chapterAfter('[,;] (?:and )?')
/** ", Section(s): Special Studies, Summary" */
const SECTIONS = /Section\(s\): ?(.*)$/
/** "Physical Medicine Page(s): 98-99" */
const PAGES = /Page\(s\): ?([\d][\d, &-]*\d|\d)/g

/** The chapters cited in `body`, what follows "Decision based on MTUS". */
export function mtusCitations(text: string, body: Span): Draft<Citation>[] {
  const words = text.slice(0, body.end)
  const cited = text.slice(body.start, body.end)
  const chapters = cited.matchAll(cited.includes('Section(s):') ? CHAPTER : CHAPTER_UNLISTED)
  const heads = Array.from(chapters, match => headOf(words, match, body.start))
  if (heads.length === 0) return [unknownChapter(text, body)]
  return heads.flatMap((head, at) => citationsOf(text, head, heads[at + 1]?.from ?? body.end))
}

interface ChapterHead {
  /** Start of the separator, where the chapter before it ends. */
  readonly from: number
  readonly title: Span
  readonly year: Span | null
  readonly end: number
}

function headOf(text: string, match: RegExpExecArray, origin: number): ChapterHead {
  const from = origin + match.index
  const end = from + match[0].length
  const title = (match[1] ?? match[3])!
  const year = match[2] ?? match[4]
  const start = text.indexOf(title, from)
  const yearAt = year === undefined ? -1 : text.indexOf(year, start + title.length)
  return { from, title: span(start, start + title.length), year: yearAt < 0 ? null : span(yearAt, yearAt + 4), end }
}

/** One a topic that has pages of its own, else one. */
function citationsOf(text: string, head: ChapterHead, end: number): Draft<Citation>[] {
  const { title, year } = head
  return topicsIn(text, trimmed(text, span(head.end, end)), PAGES).map(({ words, pages }) => ({
    source: found('MTUS', title, 'guideline/mtus-chapter'),
    title: verbatim(text, title, 'guideline/mtus-chapter'),
    year: year && found(Number(text.slice(year.start, year.end)), year, 'guideline/year'),
    sections: sectionsOf(text, words),
    pages: pages && verbatim(text, pages, 'guideline/pages'),
  }))
}

/** After a label the sections are a list; without one, in older letters, the words after the chapter are the section. */
function sectionsOf(text: string, range: Span) {
  const labelled = SECTIONS.exec(text.slice(range.start, range.end))
  if (labelled) return splitSections(text, groupSpan(range.start, labelled))
  const topic = unpunctuated(text, range)
  return topic.end > topic.start && !/^Guidelines$/.test(text.slice(topic.start, topic.end))
    ? [verbatim(text, topic, 'guideline/topic')]
    : []
}

function groupSpan(origin: number, match: RegExpExecArray): Span {
  const start = origin + match.index + match[0].indexOf(match[1]!, match[0].indexOf(':') + 1)
  return span(start, start + match[1]!.length)
}

/** Without the marks that separate citations and end sentences. */
export function unpunctuated(text: string, range: Span): Span {
  let { start, end } = trimmed(text, range)
  while (start < end && ',;:-–. '.includes(text[start]!)) start++
  while (end > start && ',;:. '.includes(text[end - 1]!)) end--
  return span(start, end)
}

function unknownChapter(text: string, body: Span): Draft<Citation> {
  const title = unpunctuated(text, body)
  return {
    source: found('MTUS', title, 'guideline/mtus-unknown'),
    title: title.end > title.start ? verbatim(text, title, 'guideline/mtus-unknown') : null,
    year: null,
    sections: [],
    pages: null,
  }
}
