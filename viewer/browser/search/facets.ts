import { counted } from '../../../document/format.ts'
import type { FacetCounts, FacetValue, SearchAnswer } from '../../api.ts'
import { searchLink } from '../address.ts'
import { type Child, h } from '../dom.ts'

const FIRST = 6
/** Facets that are open initially; the others are collapsed. */
const OPEN: readonly string[] = ['decision', 'category', 'subcategory', 'drug', 'diagnosis', 'part', 'year']

/** The facets of the results, with a checkbox for each value. */
export function facetList({ facets }: SearchAnswer, parameters: URLSearchParams): readonly Child[] {
  const chosen = [...parameters.keys()].some(name => name.startsWith('f.'))
  return [
    chosen && h('a', { class: 'button clear', href: searchLink(withoutFacets(parameters)) }, 'Clear all filters'),
    facets.filter(offersChoice).map(facet => facetBox(facet, parameters)),
  ]
}

/** The active filters, each with a button to remove it; on a phone only these are shown of the facets. */
export function chosenFilters({ facets }: SearchAnswer, parameters: URLSearchParams): HTMLElement | null {
  const chosen = facets.flatMap(facet =>
    parameters.getAll(`f.${facet.name}`).map(value => {
      const label = facet.values.find(one => one.value === value)?.label ?? value
      const rest = new URLSearchParams(parameters)
      rest.delete('after')
      rest.delete(`f.${facet.name}`, value)
      return h(
        'li',
        {},
        h(
          'a',
          {
            class: 'button chosen',
            href: searchLink(rest),
            'aria-label': `Remove the filter ${facet.label}: ${label}`,
          },
          h('span', { class: 'label' }, facet.label),
          ` ${label} `,
          h('span', { 'aria-hidden': 'true' }, '×'),
        ),
      )
    }),
  )
  return chosen.length === 0 ? null : h('ul', { class: 'chosen-filters', 'aria-label': 'Active filters' }, chosen)
}

/** If no case has two letters, there is nothing to choose. */
const offersChoice = ({ name, values }: FacetCounts): boolean => values.length > (name === 'rank' ? 1 : 0)

function facetBox({ name, label, values, all }: FacetCounts, parameters: URLSearchParams): HTMLElement {
  const own = new Set(parameters.getAll(`f.${name}`))
  const rows = values.map((value, at) => facetRow(name, value, at >= FIRST && !own.has(value.value), own, parameters))
  const rest = values.length - rows.filter(row => !row.hidden).length
  const list = h('ul', {}, rows)
  const more = h('button', { type: 'button', class: 'more' }, `Show ${counted(rest)} more`)
  more.addEventListener('click', () => {
    for (const row of rows) row.hidden = false
    more.before(...(values.length > 15 ? [narrowBox(label, values, rows)] : []))
    more.remove()
  })
  const box = h(
    'details',
    { class: 'facet', data: { facet: name } },
    h('summary', {}, label),
    list,
    rest > 0 && more,
    all > values.length && h('p', { class: 'help' }, `The ${counted(values.length)} most common of ${counted(all)}.`),
  )
  box.open = own.size > 0 || (remembered.get(name) ?? OPEN.includes(name))
  box.addEventListener('toggle', () => remembered.set(name, box.open))
  return box
}

/** Which facets the user opened or closed. */
const remembered = new Map<string, boolean>()

function narrowBox(label: string, values: readonly FacetValue[], rows: readonly HTMLElement[]): HTMLElement {
  const box = h('input', {
    type: 'search',
    class: 'narrow',
    'aria-label': `Find in ${label}`,
    placeholder: 'Find in list',
  })
  box.addEventListener('input', () => {
    const wanted = box.value.toLowerCase()
    for (const [at, row] of rows.entries()) row.hidden = !values[at]!.label.toLowerCase().includes(wanted)
  })
  return box
}

function facetRow(
  name: string,
  { value, label, count, overturned }: FacetValue,
  hidden: boolean,
  own: ReadonlySet<string>,
  parameters: URLSearchParams,
): HTMLElement {
  const box = h('input', { type: 'checkbox', name: `f.${name}`, value })
  box.checked = own.has(value)
  box.addEventListener('change', () => {
    const next = new URLSearchParams(parameters)
    next.delete('after')
    if (box.checked) next.append(`f.${name}`, value)
    else next.delete(`f.${name}`, value)
    location.hash = searchLink(next)
  })
  const share = name === 'decision' ? '' : `${counted(overturned)} of ${counted(count)} overturned`
  const row = h(
    'li',
    {},
    h(
      'label',
      { title: share },
      box,
      h('span', { class: 'value' }, label),
      h('span', { class: 'count' }, counted(count)),
    ),
  )
  row.hidden = hidden
  return row
}

function withoutFacets(parameters: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...parameters].filter(([name]) => !name.startsWith('f.') && name !== 'after'))
}
