import { type Found, found, matchesOf, type Span, shift, span, verbatim } from '../../document/index.ts'
import { unjoined } from './edges.ts'

/** A topic within a chapter: the words that name it, and its pages. */
export interface Topic {
  readonly words: Span
  readonly pages: Span | null
}

const LABEL = String.raw`\b(?:page\(s\)|pages?|pgs?\.?|pp?\.)[:.]? ?`
/** A year after pages is not a page. */
const NUMBER = String.raw`(?!(?:19|20)\d\d\b)\d{1,4}\b`
const JOINT = `(?:,? (?:and|&|to|through) |, ?| ?[-–] ?)`
/** "Page(s): 98-99", "pages 111-113", "pp. 78, 91", "page 341, and page 343", "pg 98-99 of 127" */
const PAGES = new RegExp(`${LABEL}(?<pages>${NUMBER}(?:${JOINT}(?:${LABEL})?${NUMBER})*(?: of ${NUMBER})?)`, 'dgi')

/**
 * The topics after a chapter's title, each with its pages: "Drug testing, page 43, and Opioids, page 78", or the other
 * way round: "page 43, Drug testing". Without pages it is all one topic; words after the last pages are a topic without
 * pages.
 */
export function topicsIn(text: string, range: Span): Topic[] {
  const pages = matchesOf(text.slice(range.start, range.end), PAGES).map(({ index, 0: words, indices }) => ({
    ...span(range.start + index, range.start + index + words.length),
    pages: shift(span(...indices!.groups!.pages!), range.start),
  }))
  if (pages.length === 0) return [{ words: range, pages: null }]
  const starts = [...pages.map(({ start }) => start), range.end]
  const between = starts.map((start, at) => unjoined(text, span(pages[at - 1]?.end ?? range.start, start)))
  const precede = isEmpty(between[0]!) && between.slice(1).some(words => !isEmpty(words))
  if (precede) return pages.map((one, at) => ({ words: between[at + 1]!, pages: one.pages }))
  const last = between.at(-1)!
  const paged = pages.map((one, at) => ({ words: between[at]!, pages: one.pages }))
  return isEmpty(last) ? paged : [...paged, { words: last, pages: null }]
}

const isEmpty = ({ start, end }: Span): boolean => start === end

/** The pages as written, without the space that a line end leaves after a hyphen. */
export function pagesFound(text: string, pages: Span, rule: string): Found<string> {
  const written = verbatim(text, pages, rule)
  const value = written.value.replace(/(?<=\d[-–]) (?=\d)/g, '')
  return value === written.value ? written : found<string>(value, pages, rule)
}
