import { h } from '../dom.ts'
import type { LetterOptions, LetterView } from './letter-selection.ts'
import { showPdf } from './pdf-pages.ts'
import { showText } from './text-pages.ts'

/** Shows the letter in a box: its pages, or its text if there are no pages to draw. */
export async function showLetter(box: HTMLElement, options: LetterOptions, signal: AbortSignal): Promise<LetterView> {
  box.replaceChildren(opening())
  const isPdf = options.record.source.mediaType === 'application/pdf'
  if (isPdf && options.file !== null) {
    try {
      return await showPdf(box, options, signal)
    } catch (error) {
      if (signal.aborted) throw error
      box.replaceChildren(h('p', { class: 'note' }, 'The page cannot be displayed here, so its text is shown.'))
    }
  } else if (isPdf)
    box.replaceChildren(
      h('p', { class: 'note' }, 'The file was removed or changed since it was read, so the saved text is shown.'),
    )
  else box.replaceChildren()
  return showText(box, options)
}

/** Stands for a letter that is not there yet. */
export const opening = (): HTMLElement => h('p', { class: 'note', role: 'status' }, 'Opening the letter …')
