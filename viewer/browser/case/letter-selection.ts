import type { CaseRecord, Evidence } from '../../../document/index.ts'
import type { LetterAnswer } from '../../api.ts'

/** A part of the letter that a person selected. */
export interface Selected {
  readonly text: string
  readonly places: readonly Omit<Evidence, 'rule'>[]
}

/** The letter on display, as pages or text. */
export interface LetterView {
  /** Highlights the places of a value; `scroll` scrolls to the first of them. */
  mark(pointer: string | null, how: 'selected' | 'hovered', scroll?: boolean): void
  /** What is selected in the letter now. */
  selection(): Selected | null
}

/** A letter to show, and what to do when a value is chosen in it. */
export interface LetterOptions {
  readonly record: CaseRecord
  readonly letter: LetterAnswer
  /** URL of the file or the file itself, if it can be drawn. */
  readonly file: string | Uint8Array | null
  readonly onPoint: (pointer: string | null) => void
  readonly onChoose: (pointer: string) => void
}

/** The part of the letter between two offsets, one place for each page that it touches. */
export function placesBetween({ letter }: LetterOptions, start: number, end: number): Selected['places'] {
  return letter.pages.flatMap((page, at) => {
    const [from, to] = [Math.max(start, page.start), Math.min(end, page.end)]
    if (from >= to) return []
    return [{ start: from, end: to, page: at + 1, boxes: boxesBetween(letter, from, to) }]
  })
}

/** One box per line for the runs between two offsets; the characters of a run are taken as equally wide. */
function boxesBetween({ runs }: LetterAnswer, start: number, end: number): [number, number, number, number][] {
  return runs
    .filter(run => run.start < end && run.end > start)
    .map(({ start: from, end: to, box: [x0, y0, x1, y1] }) => {
      const width = (x1 - x0) / (to - from)
      return [x0 + Math.max(0, start - from) * width, y0, x1 - Math.max(0, to - end) * width, y1].map(
        number => Math.round(number * 10) / 10,
      ) as [number, number, number, number]
    })
}

/** The text between two offsets as a record has it, with lines joined. */
export const wordsBetween = ({ letter }: LetterOptions, start: number, end: number): string =>
  letter.text.slice(start, end).replace(/\s+/g, ' ').trim()

/** The offset in the letter of a point in the document's selection, from the text element that contains it. */
export function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const stretch = element?.closest<HTMLElement>('[data-start]')
  if (!stretch) return null
  return Number(stretch.dataset.start) + Math.min(node instanceof Element ? 0 : offset, stretch.textContent.length)
}

/** What the document's selection covers of a letter displayed in a box. */
export function selectionIn(box: HTMLElement, options: LetterOptions): Selected | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || !selection.anchorNode || !selection.focusNode) return null
  if (!box.contains(selection.anchorNode) || !box.contains(selection.focusNode)) return null
  const [a, b] = [
    offsetOf(selection.anchorNode, selection.anchorOffset),
    offsetOf(selection.focusNode, selection.focusOffset),
  ]
  if (a === null || b === null || a === b) return null
  const [start, end] = trimmed(options.letter.text, Math.min(a, b), Math.max(a, b))
  const text = wordsBetween(options, start, end)
  return text === '' ? null : { text, places: placesBetween(options, start, end) }
}

function trimmed(text: string, start: number, end: number): [number, number] {
  const words = text.slice(start, end)
  return [start + (words.length - words.trimStart().length), end - (words.length - words.trimEnd().length)]
}

/** Scrolls an element to the middle of the scrolling box: the letter itself, or on a narrow screen the page. */
export function scrollTo(box: HTMLElement, element: HTMLElement | undefined): void {
  if (!element) return
  if (box.scrollHeight <= box.clientHeight + 1) {
    element.scrollIntoView({ block: 'center' })
    return
  }
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()]
  box.scrollTop += inner.top - outer.top - (box.clientHeight - Math.min(inner.height, box.clientHeight)) / 2
}
