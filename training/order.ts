import { reasonReading } from '../extractors/index.ts'
import type { ItemWithGold } from './examples.ts'
import { type Observation, regressionOf } from './regression.ts'
import { POSTED } from './sources.ts'

const { asTold, placeTraits } = reasonReading

/** An item and the reasons that were read, by models that had not seen it. */
export interface ReadItem {
  readonly item: Pick<ItemWithGold, 'source' | 'gold'>
  readonly stated: readonly reasonReading.StatedReason[]
}

/** As many reasons as annotators give. */
export const MOST = 3

/** The reasons that are read of items by what was learned. */
export const readWith = (
  items: readonly ItemWithGold[],
  { weigh, ...models }: reasonReading.ClauseModels & { readonly weigh: reasonReading.Weigh },
): ReadItem[] =>
  items.map(item => ({
    item,
    stated: reasonReading.statedIn(item.rationale, item.clauses, item.about, weigh, models).slice(0, MOST),
  }))

/** What the square of a weight costs. */
const PENALTY = 3
/** Posted letters are fewer than invented ones, and what matters. */
const POSTED_COUNTS = 2

/** Learns what tells the decisive reason of an item from each of the others that were read. */
export function orderingOf(read: readonly ReadItem[]): reasonReading.Ordering {
  const pairs = read.flatMap(({ item, stated }) => {
    const told = asTold(stated)
    const traits = placeTraits(told)
    const decisive = told.findIndex(({ code }) => code === item.gold[0])
    if (decisive < 0) return []
    const own = traits.filter((_, at) => at !== decisive).map(other => [traits[decisive]!, other] as const)
    return Array.from({ length: item.source === POSTED.letters ? POSTED_COUNTS : 1 }, () => own).flat()
  })
  const names = [...new Set(pairs.flat().flatMap(Object.keys))].sort()
  const rows: Observation[] = pairs.map(([its, other]) => ({
    values: names.map(name => (its[name] ?? 0) - (other[name] ?? 0)),
    right: 1,
  }))
  const weights = regressionOf(
    rows,
    names.map(() => PENALTY),
  )
  return { weights: names.map((trait, at) => ({ trait, weight: Math.round(weights[at]! * 100) / 100 })) }
}
