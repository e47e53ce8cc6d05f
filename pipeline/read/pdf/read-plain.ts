import type { LetterInput, ReadingLimits } from '../input.ts'
import type { ReadText } from '../read-text.ts'
import { readDrawing } from './page/page.ts'
import { addPage, noPages, textOfPages } from './pages.ts'
import { drawPlain } from './plain/index.ts'

/**
 * What pdf.js would read of a file, if the file is plain; otherwise null. `pages` is the apparent size of its page tree;
 * where a file seems to have more pages than it draws, pdf.js has to say what it is.
 */
export function readPlain({ bytes }: LetterInput, limits: ReadingLimits, pages: number): ReadText | null {
  const drawn = drawPlain(bytes, limits.pages)
  if (typeof drawn === 'string' || pages > drawn.length) return null
  const read = noPages()
  for (const { drawing, view } of drawn) addPage(read, readDrawing(drawing, view))
  return textOfPages(read)
}
