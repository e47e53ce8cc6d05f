import { day } from '../../document/format.ts'

/** Children of an element: strings are text, never markup. */
export type Child = Node | string | number | null | undefined | false | readonly Child[]

type Properties = Readonly<Record<string, unknown>>

/**
 * Creates an element. `on…` are listeners, `data` and `style` are maps, `class` and `aria-…` are attributes; properties
 * that are false, null or undefined are left out.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) setProperty(element, name, value)
  append(element, children)
  return element
}

function setProperty(element: HTMLElement, name: string, value: unknown): void {
  if (value === undefined || value === null || value === false) return
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value as EventListener)
  else if (name === 'data') Object.assign(element.dataset, value)
  else if (name === 'style')
    for (const [key, one] of Object.entries(value as object)) element.style.setProperty(key, one)
  else element.setAttribute(name, value === true ? '' : String(value))
}

/** Appends children; strings become text. */
export function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue
    if (Array.isArray(child)) append(element, child as readonly Child[])
    else element.append(child instanceof Node ? child : String(child))
  }
}

/** Replaces the children of an element. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren()
  append(element, children)
}

/** Text in which parts between U+E000 and U+E001 are highlighted. */
export const marked = (text: string): readonly Child[] =>
  text
    .split(/(\uE000[^\uE001]*\uE001)/)
    .map(part => (part.startsWith('\uE000') ? h('mark', {}, part.slice(1, -1)) : part))

/** "27 Dec 2016" */
export const dayOrNone = (iso: string | null): string => (iso === null ? 'no date' : day(iso))

/** What is shown instead of a page, with a way out. */
export const note = (text: string): HTMLElement =>
  h(
    'div',
    { class: 'note', role: 'alert' },
    h('h1', {}, text),
    h('p', {}, h('a', { href: '#/search' }, 'Search decisions')),
  )

/** Shows a status message and announces it to screen readers. */
export function announce(text: string, isError = false): void {
  const state = document.getElementById('state')!
  state.textContent = text
  state.classList.toggle('error', isError)
}
