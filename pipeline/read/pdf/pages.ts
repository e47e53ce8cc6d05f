import { type PageFindings, type Run, type Span, span } from '../../../document/index.ts'
import type { ReadText } from '../read-text.ts'
import { appendPage, type ReadPage } from './page/page.ts'

/** The pages of a file that were read so far. */
export interface PagesRead {
  text: string
  readonly pages: Span[]
  readonly runs: Run[]
  readonly findings: { readonly [kind in keyof PageFindings]: number[] }
}

/** Where reading begins. */
export const noPages = (): PagesRead => ({
  text: '',
  pages: [],
  runs: [],
  findings: { blank: [], garbled: [], unseen: [], covered: [], repeated: [] },
})

/** Adds a page with its text layer. */
export function addPage(read: PagesRead, page: ReadPage): void {
  const number = startPage(read)
  read.text = appendPage(read.text, page, number, read.runs)
  for (const kind of ['blank', 'garbled', 'unseen', 'covered'] as const)
    if (page[kind]) read.findings[kind].push(number)
  endPage(read)
}

/** Begins a page, behind the page break that ends the one before; returns its number. */
export function startPage(read: PagesRead): number {
  const { pages } = read
  const last = pages.at(-1)
  if (last) {
    read.text = `${read.text.replace(/\n$/, '')}\f`
    pages[pages.length - 1] = span(last.start, read.text.length)
  }
  pages.push(span(read.text.length, read.text.length))
  return pages.length
}

/** Ends the page that was begun last. */
export function endPage({ pages, text }: PagesRead): void {
  pages[pages.length - 1] = span(pages.at(-1)!.start, text.length)
}

/** What was read of the file when all its pages were added. */
export const textOfPages = ({ text, pages, runs, findings }: PagesRead): ReadText => ({
  text,
  pages,
  runs,
  ...(Object.values(findings).some(numbers => numbers.length > 0) && { findings }),
})
