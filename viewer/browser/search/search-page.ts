import { counted, plural, wholePercent } from '../../../document/format.ts'
import type { SearchAnswer, SearchResult } from '../../api.ts'
import { caseLink, searchLink } from '../address.ts'
import { getJson } from '../client.ts'
import { announce, dayOrNone, fill, h, marked } from '../dom.ts'
import { chosenFilters, facetList } from './facets.ts'
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
 */
export function showSearch(main: HTMLElement, parameters: URLSearchParams, signal: AbortSignal): void {
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
    void load(main.querySelector<HTMLElement>('.facets')!, kept, parameters, signal)
    return
  }
  fill(main, page)
  void load(facets, results, parameters, signal)
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

function remember({ results, next }: SearchAnswer, parameters: URLSearchParams): void {
  const first = new Map<string, SearchResult>()
  for (const result of results) if (!first.has(result.ref)) first.set(result.ref, result)
  rememberTrail({
    back: searchLink(parameters),
    cases: [...first.values()].map(one => ({ ref: one.ref, pointer: pointerOf(one) })),
    further: next === null ? null : searchLink(withParameter(parameters, 'after', next)),
  })
}

const pointerOf = ({ item }: SearchResult): string => (item === null ? '' : `/disputedItems/${item - 1}/text`)

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
      'All words must occur. Use “quotes” for a phrase, epid* for the beginning of a word, -word to exclude a word, and OR for either. A case number finds its decisions.',
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
  const sort = h(
    'select',
    { id: 'sort' },
    SORTS.map(([value, text]) => h('option', { value }, text)),
  )
  sort.value = parameters.get('sort') ?? 'best'
  sort.addEventListener('change', () => {
    const next = new URLSearchParams(parameters)
    set(next, 'sort', sort.value === 'best' ? '' : sort.value)
    next.delete('after')
    location.hash = searchLink(next)
  })
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
    h(
      'div',
      { class: 'result-tools' },
      h('label', { for: 'sort' }, 'Order'),
      sort,
      answer.total > 0 &&
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

/** The list of results, with their doubts if these determine the order. */
export function resultList(results: readonly SearchResult[], tellsDoubts = false): HTMLElement {
  if (results.length === 0) return h('p', { class: 'note' }, 'Nothing found. Try fewer words or fewer filters.')
  return h(
    'ol',
    { class: 'result-list' },
    results.map(result => h('li', {}, resultCard(result, tellsDoubts))),
  )
}

const CLAUSES = {
  rationale: 'Rationale',
  summary: 'Case summary',
  diagnoses: 'Diagnoses',
  treatments: 'Treatments',
} as const

function resultCard(result: SearchResult, tellsDoubts: boolean): HTMLElement {
  const { ref, caseNumber, text, clause, clauseField, decision, category, subcategory } = result
  const { date, status, confidence, doubts, specialties } = result
  const pointer = pointerOf(result)
  const service = [category, subcategory === category ? null : subcategory].filter(Boolean).join(' › ')
  return h(
    'article',
    { class: 'result' },
    h('h2', {}, h('a', { href: caseLink(ref, pointer) }, text === null ? 'No disputed item found' : marked(text))),
    h(
      'p',
      { class: 'facts' },
      decision !== null && h('span', { class: `badge ${decision}` }, decision),
      h('span', {}, caseNumber ?? 'no case number'),
      h('span', {}, dayOrNone(date)),
      service !== '' && h('span', {}, service),
      specialties.length > 0 && h('span', {}, specialties.join(', ')),
      status === 'partial' && h('span', { class: 'badge doubt' }, 'partial'),
      confidence !== null &&
        (confidence < 0.75 || tellsDoubts) &&
        h('span', { class: confidence < 0.75 ? 'badge doubt' : '' }, `confidence ${confidence.toFixed(2)}`),
      tellsDoubts && doubts > 0 && h('span', { class: 'badge doubt' }, plural(doubts, 'doubt')),
    ),
    clause !== null &&
      h('p', { class: 'clause' }, clauseField !== null && h('b', {}, `${CLAUSES[clauseField]}: `), marked(clause)),
  )
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
