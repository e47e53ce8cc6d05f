import type { CaseRecord, DisputedItem } from '../../document/index.ts'
import { addDecision, type DecisionCounts, noDecisions } from '../quality/rate.ts'
import type { Sum } from '../quality/sum.ts'
import { startTally } from '../quality/tally.ts'

/** The decisions on all disputed items that share a name. */
export interface Rate extends Readonly<DecisionCounts> {
  readonly name: string
}

/** Decisions by the names of an item; each name counts an item once. Most items first. */
export function rates(namesOf: (item: DisputedItem, record: CaseRecord) => readonly string[]): Sum<readonly Rate[]> {
  const sums = startTally(noDecisions)
  return {
    add: record => {
      for (const item of record.disputedItems)
        for (const name of new Set(namesOf(item, record))) addDecision(sums.of(name), item)
    },
    // Ties keep the alphabetical order in which the names come.
    total: () =>
      sums
        .entries()
        .map(([name, sum]) => ({ name, ...sum }))
        .sort((a, b) => b.items - a.items),
  }
}

/** The decisions on all disputed items. */
export function decisions(): Sum<DecisionCounts> {
  const sum = noDecisions()
  return {
    add: record => {
      for (const item of record.disputedItems) addDecision(sum, item)
    },
    total: () => ({ ...sum }),
  }
}
