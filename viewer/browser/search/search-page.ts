import { counted, plural, wholePercent } from '../../../document/format.ts'
import type { SearchAnswer, SearchResult } from '../../api.ts'
import { searchLink } from '../address.ts'
import { getJson } from '../client.ts'
import { announce, fill, h } from '../dom.ts'
import { chosenFilters, facetList } from './facets.ts'
import { pointerOf, resultList } from './result-list.ts'
import { rememberTrail } from './trail.ts'

const FIELDS = [
  ['all', 'everywhere'],
  ['item', 'in the item'],
  ['rationale', 'in the rationale'],
  ['summary', 'in the case summary'],
  ['diagnoses', 'in diagnoses'],
  ['treatments', 'in treatments'],
] as const

const SORTS = [
  ['best', 'Best match'],
  ['newest', 'Newest first'],
  ['oldest', 'Oldest first'],
  ['doubtful', 'Most doubtful first'],
  ['case', 'In the order of the run'],
] as const

/**
 * The search page: one box, facets and results. The address holds the query, and every change of it is a new address.
 * `onShown` is called when the results are there.
 */
export function showSearch(
  main: HTMLElement,
  parameters: URLSearchParams,
  signal: AbortSignal,
  onShown: () => void,
): void {
  const facets = h('div', { class: 'facets', id: 'facets' })
  const results = h('section', { class: 'results', 'aria-label': 'Results' })
  const toggle = h(
    'button',
    { type: 'button', class: 'facet-toggle', 'aria-expanded': 'false', 'aria-controls': 'facets' },
    'Filters',
  )
  toggle.addEventListener('click', () => {
    const open = facets.classList.toggle('open')
    toggle.setAttribute('aria-expanded', String(open))
  })
  const same = main.querySelector('.search-page form') && main.querySelector('.search-page')
  if (same) updateForm(main, parameters)
  const page = h('div', { class: 'search-page' }, searchForm(parameters), toggle, facets, results)
  if (same) {
    // The box keeps its cursor, and old results stay until new ones arrive.
    const kept = main.querySelector<HTMLElement>('.results')!
    kept.setAttribute('aria-busy', 'true')
    void load(main.querySelector<HTMLElement>('.facets')!, kept, parameters, signal).then(onShown)
    return
  }
  fill(main, page)
  void load(facets, results, parameters, signal).then(onShown)
}

async function load(
  facets: HTMLElement,
  results: HTMLElement,
  parameters: URLSearchParams,
  signal: AbortSignal,
): Promise<void> {
  try {
    const answer = await getJson<SearchAnswer>(`/api/search?${parameters}`, signal)
    fill(facets, facetList(answer, parameters))
    fill(
      results,
      resultHead(answer, parameters),
      chosenFilters(answer, parameters),
      resultList(answer.results, parameters.get('sort') === 'doubtful'),
      more(answer, parameters),
    )
    remember(answer, parameters)
    announce(`${plural(answer.total, 'decision')} found`)
  } catch (error) {
    if (signal.aborted) return
    fill(results, h('p', { class: 'note', role: 'alert' }, (error as Error).message))
  } finally {
    results.removeAttribute('aria-busy')
  }
}

function remember({ results, cases, next }: SearchAnswer, parameters: URLSearchParams): void {
  const first = new Map<string, SearchResult>()
  for (const result of results) if (!first.has(result.ref)) first.set(result.ref, result)
  rememberTrail({
    back: searchLink(parameters),
    cases: [...first.values()].map(one => ({ ref: one.ref, pointer: pointerOf(one) })),
    total: cases,
    isFirstPage: !parameters.has('after'),
    further: next === null ? null : searchLink(withParameter(parameters, 'after', next)),
  })
}

function withParameter(parameters: URLSearchParams, name: string, value: string): URLSearchParams {
  const copy = new URLSearchParams(parameters)
  copy.set(name, value)
  return copy
}

function searchForm(parameters: URLSearchParams): HTMLFormElement {
  const box = h('input', {
    type: 'search',
    id: 'q',
    name: 'q',
    value: parameters.get('q') ?? '',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'epidural “lumbar radiculopathy” -cervical',
    'aria-describedby': 'q-help',
  })
  const field = h(
    'select',
    { name: 'in', 'aria-label': 'Where to search' },
    FIELDS.map(([value, text]) => h('option', { value }, text)),
  )
  field.value = parameters.get('in') ?? 'all'
  const form = h(
    'form',
    { class: 'search-form', role: 'search' },
    h('label', { for: 'q', class: 'hidden' }, 'Search decisions'),
    h('div', { class: 'search-line' }, box, field, h('button', { type: 'submit', class: 'primary' }, 'Search')),
    h(
      'p',
      { id: 'q-help', class: 'help' },
      'All words must occur. Use “quotes” for a phrase, epid* for the beginning of a word, ',
      h('span', { class: 'whole' }, '-word'),
      ' or NOT word to exclude a word, and OR for either. A case number, or its last seven digits, finds its decisions.',
    ),
  )
  const submit = () => {
    const next = new URLSearchParams(parametersNow())
    set(next, 'q', box.value.trim())
    set(next, 'in', field.value === 'all' ? '' : field.value)
    next.delete('after')
    location.hash = searchLink(next)
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    submit()
  })
  field.addEventListener('change', submit)
  return form
}

const parametersNow = (): string => location.hash.split('?')[1] ?? ''

function updateForm(main: HTMLElement, parameters: URLSearchParams): void {
  const box = main.querySelector<HTMLInputElement>('#q')
  if (box && box !== document.activeElement) box.value = parameters.get('q') ?? ''
  const field = main.querySelector<HTMLSelectElement>('select[name=in]')
  if (field) field.value = parameters.get('in') ?? 'all'
}

function set(parameters: URLSearchParams, name: string, value: string): void {
  if (value === '') parameters.delete(name)
  else parameters.set(name, value)
}

function resultHead(answer: SearchAnswer, parameters: URLSearchParams): HTMLElement {
  return h(
    'div',
    { class: 'result-head' },
    h(
      'h1',
      {},
      plural(answer.total, 'decision'),
      h('span', { class: 'in-cases' }, ` in ${plural(answer.cases, 'case')}`),
    ),
    answer.total > 0 &&
      h(
        'p',
        { class: 'rate' },
        h('b', {}, wholePercent(answer.overturned / answer.total)),
        ` overturned (${counted(answer.overturned)})`,
      ),
    answer.total > 0 &&
      h(
        'div',
        { class: 'result-tools' },
        h('label', { for: 'sort' }, 'Order'),
        orderChoice(answer, parameters),
        h(
          'a',
          { class: 'button', href: `/api/search.csv?${withoutPage(parameters)}`, download: 'decisions.csv' },
          'CSV',
        ),
      ),
    answer.inItem !== null &&
      answer.inItem > 0 &&
      answer.inItem < answer.total &&
      inItemLink(answer.inItem, parameters),
    answer.tooManyToRank && h('p', { class: 'help' }, 'Too many results to rank: the newest come first.'),
  )
}

function orderChoice({ canRank }: SearchAnswer, parameters: URLSearchParams): HTMLSelectElement {
  const sort = h(
    'select',
    { id: 'sort' },
    SORTS.filter(([value]) => value !== 'best' || canRank).map(([value, text]) => h('option', { value }, text)),
  )
  // What is usual is not in the address; without words to match, the newest come first.
  const usual = canRank ? 'best' : 'newest'
  sort.value = parameters.get('sort') ?? usual
  if (sort.value === '') sort.value = usual
  sort.addEventListener('change', () => {
    const next = new URLSearchParams(parameters)
    set(next, 'sort', sort.value === usual ? '' : sort.value)
    next.delete('after')
    location.hash = searchLink(next)
  })
  return sort
}

/** Most mentions are of earlier treatments; users who look for decisions on a service want the items. */
const inItemLink = (count: number, parameters: URLSearchParams): HTMLElement =>
  h(
    'p',
    { class: 'help in-item' },
    h(
      'a',
      { href: searchLink(withParameter(withoutPage(parameters), 'in', 'item')) },
      `Only the ${counted(count)} that ${count === 1 ? 'has' : 'have'} these words in the item`,
    ),
  )

function withoutPage(parameters: URLSearchParams): URLSearchParams {
  const copy = new URLSearchParams(parameters)
  copy.delete('after')
  return copy
}

function more({ next }: SearchAnswer, parameters: URLSearchParams): HTMLElement {
  const first = new URLSearchParams(withoutPage(parameters))
  const further = new URLSearchParams(parameters)
  if (next !== null) further.set('after', next)
  return h(
    'nav',
    { class: 'paging', 'aria-label': 'Pages of results' },
    parameters.has('after') && h('a', { class: 'button', href: searchLink(first) }, 'First page'),
    next !== null && h('a', { class: 'button', href: searchLink(further) }, 'Next page'),
  )
}
