import type { FacetColumn } from '../../dataset/index.ts'

/** The values chosen in each facet, as numbers of its column; any of them matches. */
export type Chosen = ReadonlyMap<FacetColumn, ReadonlySet<number>>

/** The units of a selection, with the counts of each facet. */
export interface Selection {
  /** Units that match the words and every facet, in order. */
  readonly units: Uint32Array
  readonly counts: readonly ValueCounts[]
}

/** By number of value: units, and how many of them were overturned. */
export interface ValueCounts {
  readonly column: FacetColumn
  readonly all: Uint32Array
  readonly overturned: Uint32Array
}

/**
 * Selects among units that match the words. A facet counts what the choices in all *other* facets leave, so it shows
 * what another choice in it would yield.
 */
export function select(
  matching: Uint32Array,
  columns: readonly FacetColumn[],
  chosen: Chosen,
  overturned: Uint8Array,
): Selection {
  const filters = [...chosen].map(([column, values]) => ({ column, values }))
  const units = new Uint32Array(matching.length)
  // Units that fail one facet only still count in that facet.
  const failing = new Map(filters.map(({ column }) => [column, [] as number[]]))
  let found = 0
  for (const unit of matching) {
    const failed = failedFilter(unit, filters)
    if (failed === null) units[found++] = unit
    else if (failed !== 'several') failing.get(failed)!.push(unit)
  }
  const selected = units.subarray(0, found)
  const counts = columns.map(column => {
    const counts = noCounts(column)
    count(counts, selected, overturned)
    count(counts, Uint32Array.from(failing.get(column) ?? []), overturned)
    return counts
  })
  return { units: selected, counts }
}

const noCounts = (column: FacetColumn): ValueCounts => ({
  column,
  all: new Uint32Array(column.words.length),
  overturned: new Uint32Array(column.words.length),
})

interface Filter {
  readonly column: FacetColumn
  readonly values: ReadonlySet<number>
}

/** The only facet that a unit fails; null if it fails none. */
function failedFilter(unit: number, filters: readonly Filter[]): FacetColumn | 'several' | null {
  let failed: FacetColumn | null = null
  for (const { column, values } of filters) {
    if (hasAny(column, unit, values)) continue
    if (failed !== null) return 'several'
    failed = column
  }
  return failed
}

/** Column by column for memory locality: this is most of the work of a search. */
function count(
  { column: { starts, values }, all, overturned }: ValueCounts,
  units: Uint32Array,
  won: Uint8Array,
): void {
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!
    const end = starts[unit + 1]!
    for (let at = starts[unit]!; at < end; at++) {
      const value = values[at]!
      all[value]!++
      overturned[value]! += won[unit]!
    }
  }
}

/** Whether a unit has any of the wanted values. */
export function hasAny({ starts, values }: FacetColumn, unit: number, wanted: ReadonlySet<number>): boolean {
  for (let at = starts[unit]!; at < starts[unit + 1]!; at++) if (wanted.has(values[at]!)) return true
  return false
}
