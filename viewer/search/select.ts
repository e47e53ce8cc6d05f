import type { FacetColumn } from '../../dataset/index.ts'

/** The values chosen in each facet, as numbers of its column: any of them will do. */
export type Chosen = ReadonlyMap<FacetColumn, ReadonlySet<number>>

export interface Selection {
  /** Units that match the words and every facet, in order. */
  readonly units: Uint32Array
  readonly counts: readonly ValueCounts[]
}

/** By number of value: units, and those of them that were overturned. */
export interface ValueCounts {
  readonly column: FacetColumn
  readonly all: Uint32Array
  readonly overturned: Uint32Array
}

/**
 * Selects among units that match the words. A facet counts what the choices in all *other* facets leave, so that it
 * shows what another choice in it would give.
 */
export function select(
  matching: Uint32Array,
  columns: readonly FacetColumn[],
  chosen: Chosen,
  isOverturned: (unit: number) => boolean,
): Selection {
  const counts = columns.map(column => ({
    column,
    all: new Uint32Array(column.words.length),
    overturned: new Uint32Array(column.words.length),
  }))
  const filters = [...chosen].map(([column, values]) => ({ at: columns.indexOf(column), column, values }))
  const units = new Uint32Array(matching.length)
  let found = 0
  for (const unit of matching) {
    const failed = failedFilter(unit, filters)
    if (failed === SEVERAL) continue
    const overturned = isOverturned(unit) ? 1 : 0
    if (failed === NONE) {
      units[found++] = unit
      for (const count of counts) add(count, unit, overturned)
    } else add(counts[failed]!, unit, overturned)
  }
  return { units: units.subarray(0, found), counts }
}

interface Filter {
  readonly at: number
  readonly column: FacetColumn
  readonly values: ReadonlySet<number>
}

const [NONE, SEVERAL] = [-1, -2]

/** The one facet that a unit fails; or that it fails none, or several. */
function failedFilter(unit: number, filters: readonly Filter[]): number {
  let failed = NONE
  for (const { at, column, values } of filters) {
    if (hasAny(column, unit, values)) continue
    if (failed !== NONE) return SEVERAL
    failed = at
  }
  return failed
}

function add({ column: { starts, values }, all, overturned }: ValueCounts, unit: number, by: number): void {
  const end = starts[unit + 1]!
  for (let at = starts[unit]!; at < end; at++) {
    const value = values[at]!
    all[value]!++
    overturned[value]! += by
  }
}

export function hasAny({ starts, values }: FacetColumn, unit: number, wanted: ReadonlySet<number>): boolean {
  for (let at = starts[unit]!; at < starts[unit + 1]!; at++) if (wanted.has(values[at]!)) return true
  return false
}
