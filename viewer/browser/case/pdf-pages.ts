import type { PDFPageProxy } from 'pdfjs-dist'
import type { CaseRecord } from '../../../document/index.ts'
import type { LetterAnswer } from '../../api.ts'
import { h } from '../dom.ts'
import { type LetterOptions, type LetterView, scrollTo, selectionIn } from './letter-selection.ts'
import { openPdf } from './pdf-library.ts'
import { kindOf } from './values.ts'

type Viewport = ReturnType<PDFPageProxy['getViewport']>

/** A page on display and its overlays; coordinates are fractions of its width and height. */
interface PageView {
  readonly element: HTMLElement
  readonly boxes: readonly PlacedBox[]
}

interface PlacedBox {
  readonly pointer: string
  readonly element: HTMLElement
  readonly rectangle: Rectangle
}

interface Rectangle {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Draws the pages of a letter with a box over every value. */
export async function showPdf(box: HTMLElement, options: LetterOptions, signal: AbortSignal): Promise<LetterView> {
  const document = await openPdf(options.file!)
  signal.addEventListener('abort', () => void document.loadingTask.destroy())
  const views: PageView[] = []
  box.replaceChildren()
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const view = pageView(viewport, number, options)
    views.push(view)
    listen(view, options)
    box.append(view.element)
    drawWhenSeen(page, view.element, signal)
  }
  return {
    mark: (pointer, how, scroll) => {
      const own = views
        .flatMap(({ boxes }) => boxes)
        .filter(one => {
          const is = pointer !== null && (one.pointer === pointer || one.pointer.startsWith(`${pointer}/`))
          one.element.classList.toggle(how, is)
          return is
        })
      if (scroll) scrollTo(box, own[0]?.element)
    },
    selection: () => selectionIn(box, options),
  }
}

function pageView(viewport: Viewport, number: number, { record, letter }: LetterOptions): PageView {
  const boxes = boxesOf(record, number, viewport)
  const element = h(
    'div',
    {
      class: 'pdf-page',
      role: 'group',
      'aria-label': `Page ${number} of the letter`,
      data: { page: number },
      style: { '--ratio': `${viewport.width} / ${viewport.height}`, '--points': String(viewport.width) },
    },
    h('canvas', { 'aria-hidden': 'true' }),
    h(
      'div',
      { class: 'boxes', 'aria-hidden': 'true' },
      boxes.map(({ element }) => element),
    ),
    h('div', { class: 'text-layer' }, textRuns(letter, number, viewport)),
  )
  return { element, boxes }
}

/** Large boxes first, so that a word within a rationale is on top of it; of equal boxes the text of an entry last. */
function boxesOf(record: CaseRecord, page: number, viewport: Viewport): PlacedBox[] {
  const boxes = Object.entries(record.evidence)
    .reverse()
    .flatMap(([pointer, places]) =>
      places
        .filter(place => place.page === page)
        .flatMap(place => place.boxes.map(one => ({ pointer, rectangle: shares(one, viewport) }))),
    )
    .sort((a, b) => b.rectangle.width * b.rectangle.height - a.rectangle.width * a.rectangle.height)
    .map(({ pointer, rectangle }) => ({
      pointer,
      rectangle,
      element: placed(h('div', { class: `box kind-${kindOf(pointer)}`, data: { pointer } }), rectangle),
    }))
  // Many values are often read from the same words: only the uppermost is coloured, or the words would become dark.
  const uppermost = new Map(boxes.map(({ rectangle, element }) => [JSON.stringify(rectangle), element]))
  for (const { rectangle, element } of boxes)
    element.classList.toggle('covered', uppermost.get(JSON.stringify(rectangle)) !== element)
  return boxes
}

/** A box in points from the lower left, as fractions of the page as it is rotated and cropped. */
function shares([x0, y0, x1, y1]: readonly number[], viewport: Viewport): Rectangle {
  const [a, b] = viewport.convertToViewportPoint(x0!, y0!) as [number, number]
  const [c, d] = viewport.convertToViewportPoint(x1!, y1!) as [number, number]
  const { width, height } = viewport
  return {
    left: Math.min(a, c) / width,
    top: Math.min(b, d) / height,
    width: Math.abs(c - a) / width,
    height: Math.abs(d - b) / height,
  }
}

function placed<T extends HTMLElement>(element: T, { left, top, width, height }: Rectangle): T {
  for (const [name, share] of Object.entries({ left, top, width, height }))
    element.style.setProperty(name, `${(share * 100).toFixed(3)}%`)
  return element
}

/** The text of the letter over its picture, so that it can be selected; each element knows its offset. */
function textRuns({ text, runs }: LetterAnswer, page: number, viewport: Viewport): HTMLElement[] {
  return runs
    .filter(run => run.page === page)
    .map(run => {
      const rectangle = shares(run.box, viewport)
      const points = rectangle.height * viewport.height
      return placed(
        h(
          'span',
          { data: { start: run.start }, style: { '--size': points.toFixed(2) } },
          text.slice(run.start, run.end),
        ),
        rectangle,
      )
    })
}

function listen({ element, boxes }: PageView, { onPoint, onChoose }: LetterOptions): void {
  const under = (event: MouseEvent): string | null => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const [x, y] = [(event.clientX - left) / width, (event.clientY - top) / height]
    const hit = boxes.findLast(
      ({ rectangle: r }) => x >= r.left && x <= r.left + r.width && y >= r.top && y <= r.top + r.height,
    )
    return hit?.pointer ?? null
  }
  element.addEventListener('mousemove', event => onPoint(event.buttons === 0 ? under(event) : null))
  element.addEventListener('mouseleave', () => onPoint(null))
  element.addEventListener('click', event => {
    const pointer = under(event)
    if (pointer && getSelection()?.isCollapsed) onChoose(pointer)
  })
}

/** Draws a page when it comes near the visible part, and again when it has become much wider. */
export function drawWhenSeen(page: PDFPageProxy, element: HTMLElement, signal: AbortSignal): void {
  let drawnWidth = 0
  const draw = () => {
    const width = Math.round(element.clientWidth * Math.min(devicePixelRatio, 2))
    if (width === 0 || (drawnWidth > 0 && width < drawnWidth * 1.2)) return
    drawnWidth = width
    void drawPage(page, element, width)
  }
  const seen = new IntersectionObserver(entries => entries.some(({ isIntersecting }) => isIntersecting) && draw(), {
    rootMargin: '800px',
  })
  const sized = new ResizeObserver(() => {
    element.style.setProperty(
      '--scale',
      String(element.clientWidth / Number(element.style.getPropertyValue('--points'))),
    )
    if (drawnWidth > 0) draw()
  })
  seen.observe(element)
  sized.observe(element)
  signal.addEventListener('abort', () => {
    seen.disconnect()
    sized.disconnect()
  })
}

async function drawPage(page: PDFPageProxy, element: HTMLElement, width: number): Promise<void> {
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
  const canvas = h('canvas', { 'aria-hidden': 'true' })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  await page.render({ canvas, viewport }).promise.catch(() => undefined)
  element.querySelector('canvas')?.replaceWith(canvas)
  element.classList.add('drawn')
}
