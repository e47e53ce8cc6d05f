import type { FacetCounts, SearchAnswer, SearchQuery, Sort } from '../api.ts'
import type { SearchIndex } from './index-file.ts'
import { labelsOf } from './labels.ts'
import { orderKey, pageOf } from './order.ts'
import { resultsOf } from './results.ts'
import { type Chosen, type Selection, select, type ValueCounts } from './select.ts'
import { caseNumbersIn, matchOf, type WordMatch } from './words.ts'

/** Results per page. */
export const PAGE = 25
/** With more matches than this the order means nothing, and ranking would take seconds. */
const MOST_RANKED = 20_000
const MOST_VALUES = 200
/** Weights of a match in the item, the rationale, the summary, diagnoses and treatments. */
const WEIGHTS = '12, 3, 1, 2, 2'

/** Answers searches. */
export interface Search {
  answer(query: SearchQuery): SearchAnswer
  /** Every unit found, in order. */
  all(query: SearchQuery): { readonly units: readonly number[]; readonly match: WordMatch }
}

/** Searches over an open index. */
export function startSearch(index: SearchIndex): Search {
  const labels = labelsOf(index)
  const everything = Uint32Array.from({ length: index.units }, (_, unit) => unit)
  const overturned = overturnedIn(index)
  const cases = caseCounter(index)
  const found = (query: SearchQuery) => {
    const match = matchOf(query.words, query.field)
    const matching = inCases(index, caseNumbersIn(query.words), matchingUnits(index, match, everything))
    const selection = select(matching, index.columns, chosenIn(index, query.chosen), overturned)
    return { match, selection, ...ordering(index, query.sort, match, selection) }
  }
  return {
    answer: query => {
      const { match, selection, tooManyToRank, key } = found(query)
      const page = pageOf(selection.units, key, query.after, PAGE)
      return {
        total: selection.units.length,
        cases: cases(selection.units),
        overturned: selection.units.reduce((sum, unit) => sum + overturned[unit]!, 0),
        inItem: inItem(index, query, selection.units, everything),
        canRank: match.wanted !== null,
        tooManyToRank,
        results: resultsOf(index, page.units, match),
        next: page.next,
        facets: selection.counts.map(counts => facetCounts(counts, query.chosen, labels)),
      }
    },
    all: query => {
      const { match, selection, key } = found(query)
      return { match, units: [...selection.units].sort((a, b) => key(a) - key(b) || a - b) }
    },
  }
}

/** How many of the units found have the words in the item. */
function inItem(index: SearchIndex, query: SearchQuery, found: Uint32Array, everything: Uint32Array): number | null {
  if (query.field !== 'all') return null
  const match = matchOf(query.words, 'item')
  if (match.wanted === null) return null
  const matching = new Uint8Array(everything.length)
  for (const unit of matchingUnits(index, match, everything)) matching[unit] = 1
  return found.reduce((sum, unit) => sum + matching[unit]!, 0)
}

function matchingUnits({ database }: SearchIndex, match: WordMatch, everything: Uint32Array): Uint32Array {
  // One string with all numbers is transferred much faster than as many rows.
  const statement = database.prepare('select json_group_array(rowid - 1) as units from search where search match ?')
  const ask = (query: string) => Uint32Array.from(JSON.parse(String(statement.get(query)?.units)) as number[])
  const wanted = match.wanted === null ? everything : ask(match.wanted)
  if (match.unwanted === null) return wanted
  const unwanted = new Uint8Array(everything.length)
  for (const unit of ask(match.unwanted)) unwanted[unit] = 1
  return wanted.filter(unit => unwanted[unit] === 0)
}

/** Units of the cases with these numbers; all units if there are no numbers. */
function inCases({ database, caseRows }: SearchIndex, numbers: readonly string[], units: Uint32Array): Uint32Array {
  if (numbers.length === 0) return units
  const statement = database.prepare('select rowid from cases where case_number in (select value from json_each(?))')
  const rows = new Set(statement.all(JSON.stringify(numbers)).map(({ rowid }) => rowid))
  return units.filter(unit => rows.has(caseRows[unit]!))
}

function ordering(index: SearchIndex, asked: Sort, { wanted }: WordMatch, { units }: Selection) {
  const tooManyToRank = asked === 'best' && wanted !== null && units.length > MOST_RANKED
  const ranks = asked === 'best' && wanted !== null && !tooManyToRank
  const sort: Sort = asked === 'best' && !ranks ? 'newest' : asked
  return { tooManyToRank, key: orderKey(sort, index, ranks ? scoresOf(index, wanted) : new Map()) }
}

function scoresOf({ database }: SearchIndex, wanted: string): Map<number, number> {
  const statement = database.prepare(
    `select rowid - 1, round(bm25(search, ${WEIGHTS}), 12) from search where search match ?`,
  )
  statement.setReturnArrays(true)
  return new Map(statement.all(wanted) as unknown as [number, number][])
}

/** A value that nothing has is kept as a choice without results, so that no filter is silently dropped. */
function chosenIn({ columns }: SearchIndex, chosen: SearchQuery['chosen']): Chosen {
  const known = columns.flatMap(column => {
    const values = chosen[column.name]
    return values ? [[column, new Set(values.map(value => column.words.indexOf(value)))] as const] : []
  })
  return new Map(known)
}

/** 1 for each unit that was overturned. */
export function overturnedIn({ columns, units }: SearchIndex): Uint8Array {
  const won = new Uint8Array(units)
  const decisions = columns.find(({ name }) => name === 'decision')
  const overturned = decisions?.words.indexOf('overturned')
  if (decisions)
    for (let unit = 0; unit < units; unit++) {
      const at = decisions.starts[unit]!
      if (at !== decisions.starts[unit + 1] && decisions.values[at] === overturned) won[unit] = 1
    }
  return won
}

/** The units of a case are adjacent. */
const caseCounter =
  ({ caseRows }: SearchIndex) =>
  (units: Uint32Array): number =>
    units.reduce((sum, unit, at) => sum + Number(at === 0 || caseRows[unit] !== caseRows[units[at - 1]!]), 0)

type Labels = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The most frequent values, and the chosen ones regardless of their count. */
function facetCounts(
  { column, all, overturned }: ValueCounts,
  chosen: SearchQuery['chosen'],
  labels: Labels,
): FacetCounts {
  const own = new Set(chosen[column.name])
  const values = column.words
    .map((value, at) => ({
      value,
      label: labels.get(column.name)?.get(value) ?? value,
      count: all[at]!,
      overturned: overturned[at]!,
    }))
    .filter(({ value, count }) => count > 0 || own.has(value))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const kept = values.filter(({ value }, at) => at < MOST_VALUES || own.has(value))
  return { name: column.name, label: column.label, values: kept, all: values.length }
}
