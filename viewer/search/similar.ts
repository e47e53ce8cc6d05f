import type { FacetColumn } from '../../dataset/index.ts'
import type { SearchResult } from '../api.ts'
import type { SearchIndex } from './index-file.ts'
import { resultsOf } from './results.ts'
import { overturnedIn } from './search.ts'
import { hasAny } from './select.ts'

const MOST = 12
/** How many items with similar words are compared in detail. */
const CANDIDATES = 400
const WORDS = 12

/**
 * Decisions similar to the one on an item: same sub-category and similar words, most alike in drug, diagnosis and body
 * part first; those decided the other way come before the others.
 */
export function similarTo(index: SearchIndex, caseId: string, item: number): readonly SearchResult[] {
  const unit = unitOf(index, caseId, item)
  if (unit === undefined) return []
  const overturned = overturnedIn(index)
  const alike = likeness(index, unit)
  const ranked = candidates(index, unit)
    .filter(other => index.caseRows[other] !== index.caseRows[unit] && sharesAny(index, 'subcategory', unit, other))
    .map((other, at) => ({
      other,
      otherWay: overturned[other] !== overturned[unit],
      score: alike(other) - at / CANDIDATES,
    }))
    .sort(
      (a, b) =>
        Number(b.otherWay) - Number(a.otherWay) || b.score - a.score || index.days[b.other]! - index.days[a.other]!,
    )
  const [otherWay, sameWay] = [true, false].map(way => ranked.filter(one => one.otherWay === way))
  const shown = [...otherWay!.slice(0, MOST - Math.min(4, sameWay!.length)), ...sameWay!].slice(0, MOST)
  return resultsOf(
    index,
    shown.map(({ other }) => other),
    { wanted: null, unwanted: null },
  )
}

function unitOf({ database }: SearchIndex, caseId: string, item: number): number | undefined {
  const row = database
    .prepare(
      `select unit from items join search_units on item_row = items.rowid where items.case_id = ? and items.item = ?`,
    )
    .get(caseId, item)
  return row && Number(row.unit) - 1
}

/** Items that share words with this one, best first. */
function candidates({ database }: SearchIndex, unit: number): number[] {
  const row = database
    .prepare('select text from search_units join items on items.rowid = item_row where unit = ?')
    .get(unit + 1)
  const words = [
    ...new Set(
      String(row?.text ?? '')
        .toLowerCase()
        .match(/\p{L}{4,}/gu),
    ),
  ].slice(0, WORDS)
  if (words.length === 0) return []
  const query = `{item} : (${words.map(word => `"${word}"`).join(' OR ')})`
  const found = database.prepare(
    'select rowid - 1 as unit from search where search match ? order by bm25(search) limit ?',
  )
  return found.all(query, CANDIDATES).map(one => Number(one.unit))
}

/** Weights of what counts besides the words. */
const WEIGHTS = { drug: 3, diagnosis: 2, part: 2, reason: 1, guideline: 1 } as const

function likeness(index: SearchIndex, unit: number): (other: number) => number {
  return other =>
    Object.entries(WEIGHTS).reduce((sum, [name, weight]) => sum + (sharesAny(index, name, unit, other) ? weight : 0), 0)
}

function sharesAny({ columns }: SearchIndex, name: string, unit: number, other: number): boolean {
  const column = columns.find(one => one.name === name)
  return column !== undefined && hasAny(column, other, valuesOf(column, unit))
}

const valuesOf = ({ starts, values }: FacetColumn, unit: number): ReadonlySet<number> =>
  new Set(values.subarray(starts[unit]!, starts[unit + 1]!))
