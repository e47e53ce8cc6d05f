import { h } from '../dom.ts'
import { type LetterOptions, type LetterView, scrollTo, selectionIn } from './letter-selection.ts'
import { kindOf } from './values.ts'

interface TextMark {
  readonly pointer: string
  readonly start: number
  readonly end: number
}

/** Shows a letter as text, with a highlight for every value. */
export function showText(box: HTMLElement, options: LetterOptions): LetterView {
  const { letter, record, onPoint, onChoose } = options
  const marks = Object.entries(record.evidence)
    .reverse()
    .flatMap(([pointer, places]) => places.map(({ start, end }) => ({ pointer, start, end })))
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  const stretches = stretchesOf(letter.text, marks)
  const pages = letter.pages.map((page, at) =>
    h(
      'div',
      { class: 'text-page', 'aria-label': `Page ${at + 1}`, role: 'group' },
      stretches
        .filter(({ start }) => start >= page.start && start < page.end)
        .map(({ start, end, over }) => {
          const pointers = over.map(({ pointer }) => pointer)
          const last = pointers.at(-1)
          return h(
            'span',
            { class: last ? `stretch kind-${kindOf(last)}` : '', data: { start, pointers: pointers.join(' ') } },
            letter.text.slice(start, end),
          )
        }),
    ),
  )
  box.append(...pages)
  const pointerAt = (target: EventTarget | null) =>
    (target as HTMLElement | null)?.closest<HTMLElement>('[data-pointers]')?.dataset.pointers?.split(' ').at(-1) || null
  box.addEventListener('mouseover', event => onPoint(pointerAt(event.target)))
  box.addEventListener('mouseleave', () => onPoint(null))
  box.addEventListener('click', event => {
    const pointer = pointerAt(event.target)
    if (pointer && getSelection()?.isCollapsed) onChoose(pointer)
  })
  return {
    mark: (pointer, how, scroll) => {
      let first: HTMLElement | undefined
      for (const stretch of box.querySelectorAll<HTMLElement>('[data-pointers]')) {
        const own =
          pointer !== null &&
          (stretch.dataset.pointers ?? '').split(' ').some(one => one === pointer || one.startsWith(`${pointer}/`))
        stretch.classList.toggle(how, own)
        if (own) first ??= stretch
      }
      if (scroll) scrollTo(box, first)
    },
    selection: () => selectionIn(box, options),
  }
}

/**
 * The text split wherever a highlight or a page begins or ends, with the highlights of each piece, the shortest last.
 */
function stretchesOf(
  text: string,
  marks: readonly TextMark[],
): { start: number; end: number; over: readonly TextMark[] }[] {
  const cuts = new Set([0, text.length])
  for (const { start, end } of marks) cuts.add(start).add(end)
  for (const { index } of text.matchAll(/\f/g)) cuts.add(index).add(index + 1)
  const ordered = [...cuts].filter(cut => cut <= text.length).sort((a, b) => a - b)
  return ordered.slice(0, -1).map((start, at) => {
    const end = ordered[at + 1]!
    return { start, end, over: marks.filter(mark => mark.start <= start && mark.end >= end) }
  })
}
