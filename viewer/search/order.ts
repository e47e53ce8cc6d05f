import type { Sort } from '../api.ts'
import type { SearchIndex } from './index-file.ts'

/** Returns the sort key of a unit; lowest first. Equal ones keep the order of the index. */
export type KeyOf = (unit: number) => number

/** `scores` are those of FTS5, best lowest, for units that were ranked. */
export function orderKey(
  sort: Sort,
  { days, doubts, confidences, caseRows }: SearchIndex,
  scores: ReadonlyMap<number, number>,
): KeyOf {
  if (sort === 'best') return unit => scores.get(unit) ?? 0
  if (sort === 'newest') return unit => -days[unit]!
  if (sort === 'oldest') return unit => (days[unit]! === -(2 ** 31) ? Infinity : days[unit]!)
  // Confidence counts for less than one doubt.
  if (sort === 'doubtful') return unit => confidences[unit]! - 2 * doubts[unit]!
  return unit => caseRows[unit]!
}

/** The next units after a key; the following page begins after `next`. */
export interface OrderedPage {
  readonly units: readonly number[]
  readonly next: string | null
}

/** Takes the first `size` units after `after` without sorting the rest. */
export function pageOf(units: Uint32Array, key: KeyOf, after: string | null, size: number): OrderedPage {
  const [afterKey, afterUnit] = (after === null ? null : parsedKey(after)) ?? [-Infinity, -1]
  const isAfter = (k: number, unit: number) => k > afterKey || (k === afterKey && unit > afterUnit)
  const page: { readonly key: number; readonly unit: number }[] = []
  let behind = 0
  for (const unit of units) {
    const own = key(unit)
    if (!isAfter(own, unit)) continue
    behind++
    if (page.length === size && own >= page.at(-1)!.key) continue
    const at = page.findIndex(other => own < other.key)
    page.splice(at < 0 ? page.length : at, 0, { key: own, unit })
    if (page.length > size) page.pop()
  }
  const last = page.at(-1)
  return { units: page.map(({ unit }) => unit), next: last && behind > size ? `${last.key}~${last.unit}` : null }
}

/** The key and unit after which a page begins; null for anything that is not a `next`. */
export function parsedKey(after: string): readonly [key: number, unit: number] | null {
  const [key = '', unit = ''] = /^(-?(?:[\d.e+-]+|Infinity))~(\d+)$/.exec(after)?.slice(1) ?? []
  return key === '' || Number.isNaN(Number(key)) ? null : [Number(key), Number(unit)]
}
