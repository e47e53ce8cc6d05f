import { openPdf } from '../case/pdf-library.ts'
import { drawWhenSeen } from '../case/pdf-pages.ts'
import { fill, h } from '../dom.ts'

/** A file that became no record, as it is: its pages, or its text. */
export async function showFile(main: HTMLElement, id: string, signal: AbortSignal): Promise<void> {
  const address = `/api/input/${encodeURIComponent(id)}/file`
  const box = h('div', { class: 'letter alone' })
  fill(
    main,
    h(
      'div',
      { class: 'case' },
      h(
        'header',
        { class: 'case-head' },
        h('h1', {}, 'Rejected file'),
        h('a', { class: 'button', href: '#/run' }, '‹ Run'),
      ),
      box,
    ),
  )
  const response = await fetch(address, { signal }).catch(() => undefined)
  if (!response) return fill(box, h('p', { class: 'note', role: 'alert' }, 'The server does not answer.'))
  if (!response.ok) return fill(box, h('p', { class: 'note', role: 'alert' }, (await response.json()).reason))
  if (response.headers.get('content-type') !== 'application/pdf')
    return fill(box, h('div', { class: 'text-page' }, await response.text()))
  try {
    const document = await openPdf(address)
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const element = h(
        'div',
        { class: 'pdf-page', style: { '--ratio': `${width} / ${height}`, '--points': String(width) } },
        h('canvas', { role: 'img', 'aria-label': `Page ${number}` }),
      )
      box.append(element)
      drawWhenSeen(page, element, signal)
    }
  } catch {
    fill(
      box,
      h('p', { class: 'note', role: 'alert' }, 'This file cannot be displayed: it is damaged or needs a password.'),
    )
  }
}
