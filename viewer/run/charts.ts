import { FIRST_LETTER, ofReasons, SMALL, wilson } from '../../dataset/index.ts'
import type { ChartAnswer, ChartRow, ChartsAnswer, FacetValue, SearchAnswer, SearchQuery } from '../api.ts'
import type { Search } from '../search/search.ts'

const MOST_ROWS = 12

/** Facets whose values have a rate of their own, with the titles from the report. */
const RATES = [
  ['category', 'By category'],
  ['subcategory', 'By sub-category'],
  ['drug', 'By drug ingredient'],
  ['guideline', 'By guideline that the reviewer cited'],
  ['specialty', 'By specialty of the reviewer'],
  ['diagnosis', 'By diagnosis'],
  ['part', 'By body part'],
  ['year', 'By year of the decision'],
] as const

/** Each reason belongs to one kind of decision, so the chart shows its share among those, not a rate. */
const REASONS = [
  ['upheld', 'Why denials are upheld'],
  ['overturned', 'Why denials are overturned'],
] as const

/** The charts of the report that can be counted from the index, each row with the query for its cases. */
export function chartsOf(search: Search): ChartsAnswer {
  const once = hasRepeated(search) ? FIRSTS : NOTHING
  const all = search.answer(queryFor(once))
  const rates = RATES.map(([facet, title]) => rateChart(all, once, facet, title))
  const reasons = REASONS.map(([decision, title]) => {
    const chosen = { ...once, decision: [decision] }
    return reasonChart(search, chosen, { decision, title })
  })
  const charts = [...rates.slice(0, 3), ...reasons, ...rates.slice(3)].filter(({ rows }) => rows.length > 0)
  return { small: SMALL, total: all.total, overturned: all.overturned, charts }
}

type ChosenFacets = SearchQuery['chosen']

/** The letters of a case count once. */
const FIRSTS: ChosenFacets = { rank: [FIRST_LETTER] }
const NOTHING: ChosenFacets = {}

const hasRepeated = (search: Search): boolean => valuesOf(search.answer(queryFor(NOTHING)), 'rank').length > 1

const queryFor = (chosen: ChosenFacets): SearchQuery => ({
  words: '',
  field: 'all',
  chosen,
  sort: 'case',
  after: null,
})

const valuesOf = ({ facets }: SearchAnswer, facet: string): readonly FacetValue[] =>
  facets.find(({ name }) => name === facet)?.values ?? []

function rateChart(all: SearchAnswer, chosen: ChosenFacets, facet: string, title: string): ChartAnswer {
  const found = all.facets.find(({ name }) => name === facet)
  const values = found?.values ?? []
  const byTime = facet === 'year'
  const shown = byTime ? values.toSorted((a, b) => (a.value < b.value ? -1 : 1)) : values.slice(0, MOST_ROWS)
  return {
    title,
    about:
      found && shown.length < found.all
        ? `The ${shown.length} most frequent of ${found.all.toLocaleString('en-US')}.`
        : '',
    counted: 'overturned',
    rows: shown.map(({ value, label, count, overturned }) =>
      rowOf(label, { ...chosen, [facet]: [value] }, { items: count, counted: overturned }),
    ),
  }
}

function reasonChart(
  search: Search,
  chosen: ChosenFacets,
  { decision, title }: { readonly decision: (typeof REASONS)[number][0]; readonly title: string },
): ChartAnswer {
  const found = search.answer(queryFor(chosen))
  const values = found.total === 0 ? [] : valuesOf(found, 'reason')
  const any = { ...chosen, reason: values.map(({ value }) => value) }
  const items = values.length === 0 ? 0 : search.answer(queryFor(any)).total
  return {
    title,
    about: ofReasons(decision, items, found.total - items),
    counted: 'of them',
    rows: values
      .slice(0, MOST_ROWS)
      .map(({ value, label, count }) => rowOf(label, { ...chosen, reason: [value] }, { items, counted: count })),
  }
}

function rowOf(label: string, chosen: ChosenFacets, { items, counted }: Pick<ChartRow, 'items' | 'counted'>): ChartRow {
  const [low, high] = wilson(counted, items) ?? [0, 1]
  const query = Object.entries(chosen).flatMap(([facet, values]) =>
    values.map((value): [string, string] => [`f.${facet}`, value]),
  )
  return { label, query: new URLSearchParams(query).toString(), items, counted, low, high }
}
