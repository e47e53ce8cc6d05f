import type { CaseRecord } from '../../document/index.ts'

/** An aggregate that grows by one record at a time. It holds counts only, so its memory is bounded. */
export interface Sum<T> {
  add(record: CaseRecord): void
  total(): T
}

/** Several sums as one, whose total has the same keys. */
export function sumOf<T extends object>(parts: { readonly [K in keyof T]: Sum<T[K]> }): Sum<T> {
  const entries = Object.entries<Sum<unknown>>(parts)
  return {
    add: record => {
      for (const [, part] of entries) part.add(record)
    },
    total: () => Object.fromEntries(entries.map(([key, part]) => [key, part.total()])) as T,
  }
}

/** The sum of a number that each record gives. */
export function count(of: (record: CaseRecord) => number): Sum<number> {
  let sum = 0
  return {
    add: record => {
      sum += of(record)
    },
    total: () => sum,
  }
}
