import type { CaseAnswer, SearchResult } from '../../api.ts'
import { getJson } from '../client.ts'
import { fill, h } from '../dom.ts'
import { resultList } from '../search/result-list.ts'

/** Decisions similar to the one on an item of the case, initially the selected one. */
export function showAlike(box: HTMLElement, { record, ref }: CaseAnswer, pointer: string): void {
  const items = record.disputedItems
  if (items.length === 0) return
  const list = h('div', { 'aria-live': 'polite' })
  const load = async (item: number) => {
    const path = `/api/similar/${encodeURIComponent(ref)}/${item}`
    const found = await getJson<readonly SearchResult[]>(path).catch(() => [])
    const none = h('p', { class: 'note' }, 'This run has no other decision on such a service.')
    fill(list, found.length === 0 ? none : resultList(found))
  }
  const choice = h(
    'select',
    { id: 'alike-item' },
    items.map(({ ordinal, text }) =>
      h('option', { value: ordinal }, `${ordinal}. ${text.length > 80 ? `${text.slice(0, 80)} …` : text}`),
    ),
  )
  choice.addEventListener('change', () => void load(Number(choice.value)))
  fill(
    box,
    h('h2', {}, 'Decisions like this one'),
    h('p', { class: 'help' }, 'The same service and condition, starting with those decided the other way.'),
    h('label', { for: 'alike-item' }, 'Item'),
    choice,
    list,
  )
  const selected = items[Number(/^\/disputedItems\/(\d+)/.exec(pointer)?.[1] ?? 0)] ?? items[0]!
  choice.value = String(selected.ordinal)
  void load(selected.ordinal)
}
