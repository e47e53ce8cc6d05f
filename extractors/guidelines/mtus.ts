import { type Citation, type Draft, found, matchesOf, type Span, span, verbatim } from '../../document/index.ts'
import { type ChapterHead, titleAt } from './chapters.ts'
import { isPunctuation, unpunctuated } from './edges.ts'
import { afterSchedule } from './names.ts'
import { splitSections } from './sections.ts'
import { pagesFound, type Topic, topicsIn } from './topics.ts'

/**
 * The chapters cited in `body`, what follows "Decision based on MTUS":
 *
 *     Low Back Complaints 2004, Section(s): Special Studies, Summary, and Opioid Treatment 2016.
 *     Chronic Pain Treatment Guidelines Physical Medicine Page(s): 98-99.
 *     ACOEM, Chronic Pain Treatment Guidelines.
 */
export function mtusCitations(text: string, body: Span): Draft<Citation>[] {
  if (isPunctuation(text, body)) return []
  const heads = headsIn(text, body)
  return heads.flatMap((head, at) => citationsOf(text, head, heads[at + 1]?.from ?? body.end))
}

/** A chapter in a list, and the end of the one before it. */
interface ListedChapter extends ChapterHead {
  readonly from: number
}

/** Titles contain "and" and commas too, so a separator counts only before a title. */
const SEPARATOR = /[,;.]? and (?:the )?|[,;.] (?=[A-Z])/g

/** More than any sentence has. */
const MOST = 100

function headsIn(text: string, body: Span): ListedChapter[] {
  const words = text.slice(0, body.end)
  const isListed = SECTIONS.test(words.slice(body.start))
  const heads: ListedChapter[] = [{ from: body.start, ...firstChapter(words, body) }]
  for (const { 0: separator, index } of matchesOf(words.slice(body.start), SEPARATOR).slice(0, MOST)) {
    const from = body.start + index
    if (from < heads.at(-1)!.end) continue
    const head = laterChapter(words, from, separator, isListed)
    if (head) heads.push({ from, ...head })
  }
  return heads
}

function firstChapter(text: string, { start, end }: Span): ChapterHead {
  const bare = unpunctuated(text, span(start, end)).start
  return titleAt(text, bare) ?? untitled(text, span(bare, end))
}

/** A chapter without a known title and without a year extends to its sections or pages. */
function untitled(text: string, body: Span): ChapterHead {
  const label = text.slice(body.start, body.end).search(/,? (?:Section(?:\(s\)|s)?|Page\(s\)):/)
  const title = unpunctuated(text, label < 0 ? body : span(body.start, body.start + label))
  return { ...title, title, year: null, regulation: null, isKnown: false, isSure: false }
}

/**
 * A section may be named like a chapter, so in a list of sections a chapter needs its year or a preceding "and". Older
 * letters have no such list, and a comma is enough.
 */
function laterChapter(text: string, from: number, separator: string, isListed: boolean): ChapterHead | null {
  const head = titleAt(text, afterSchedule(text, from + separator.length))
  if (!head || !/[A-Z]/.test(text[head.start]!)) return null
  if (!isListed) return head.year || head.isSure ? head : null
  if (head.year) return head.isKnown || separator === ', and ' ? head : null
  return head.isSure && separator.includes('and') ? head : null
}

/** "Section(s):", "Section:", "Sections:" */
const SECTIONS = /\bSection(?:\(s\)|s)?: ?/

/** One citation for each topic with pages of its own, else a single one. */
const citationsOf = (text: string, head: ListedChapter, end: number): Draft<Citation>[] =>
  topicsIn(text, span(head.end, end)).map(topic => citationOf(text, head, topic))

function citationOf(text: string, { title, year, ...head }: ListedChapter, { words, pages }: Topic): Draft<Citation> {
  const rule = 'guideline/mtus-chapter'
  return {
    // "ACOEM Practice Guidelines, Chapter 12, Low Back Complaints": the book that contains the chapter is part of the
    // source.
    source: found('MTUS', [span(head.start, title.end), ...(head.regulation ? [head.regulation] : [])], rule),
    title: verbatim(text, title, rule),
    year: year && found(Number(text.slice(year.start, year.end)), year, 'guideline/year'),
    sections: sectionsOf(text, words),
    pages: pages && pagesFound(text, pages, 'guideline/pages'),
  }
}

/**
 * After a label the sections are a list; in older letters, without one, the words after the chapter are the section.
 */
function sectionsOf(text: string, range: Span) {
  const label = SECTIONS.exec(text.slice(range.start, range.end))
  if (label) return splitSections(text, span(range.start + label.index + label[0].length, range.end))
  const topic = unpunctuated(text, range)
  return topic.end > topic.start ? [verbatim(text, topic, 'guideline/topic')] : []
}
