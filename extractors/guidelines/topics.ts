import { type Span, span } from '../../document/index.ts'

/** What was read of a chapter: the words that name it, and its pages. */
export interface Topic {
  readonly words: Span
  readonly pages: Span | null
}

/**
 * The topics behind a chapter's title, each up to its pages: "Drug testing, page 43, and Opioids, page 78". Without pages
 * all is one; what stands behind the last pages is none. `pages` is a global pattern that ends with its first group.
 */
export function topicsIn(text: string, range: Span, pages: RegExp): Topic[] {
  const topics: Topic[] = []
  let from = range.start
  for (const match of text.slice(range.start, range.end).matchAll(pages)) {
    const words = withoutAnd(text, span(from, range.start + match.index))
    from = range.start + match.index + match[0].length
    if (topics.length === 0 || words.end > words.start)
      topics.push({ words, pages: span(from - match[1]!.length, from) })
  }
  return topics.length > 0 ? topics : [{ words: range, pages: null }]
}

/** ", and the Opioids" */
function withoutAnd(text: string, { start, end }: Span): Span {
  const [before] = /^[,;. ]*(?:and )?(?:the )?/.exec(text.slice(start, end))!
  return span(start + before.length, end)
}
