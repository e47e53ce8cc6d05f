import type { DisputedItem } from '../../document/index.ts'
import { counted } from '../quality/format.ts'
import type { Sum } from '../quality/sum.ts'
import { startTally, UNKNOWN } from '../quality/tally.ts'

/** Items with the same decision and name, and how many of them have each reason. */
export interface ReasonGroup {
  readonly name: string
  /** Those for which a reason was read. */
  readonly items: number
  readonly reasons: readonly ReasonCount[]
}

interface ReasonCount {
  readonly code: string
  readonly items: number
  /** How many of these have it as the decisive reason. */
  readonly first: number
}

/** Two reasons that occur in the same items. */
export interface ReasonPair {
  readonly codes: readonly [string, string]
  readonly items: number
}

/** Counts of reasons for upholding and overturning. */
export interface ReasonStatistics {
  /** Items without a reason, which count in nothing else here. */
  readonly unread: Readonly<Record<DisputedItem['decision'], number>>
  readonly upheld: ReasonGroup
  readonly overturned: ReasonGroup
  /** For upheld denials. Most items first. */
  readonly categories: readonly ReasonGroup[]
  readonly drugClasses: readonly ReasonGroup[]
  readonly pairs: readonly ReasonPair[]
}

/** What the shares of reasons are of, in the words of the report and of the viewer. */
export const ofReasons = (decision: DisputedItem['decision'], items: number, unread: number): string =>
  `Shares are of the ${decision} items for which a reason was read: ${counted(items)}` +
  `${unread === 0 ? '' : ` (for ${counted(unread)} more none was read)`}. An item has up to three reasons, so shares can ` +
  'add up to more than 100%.'

/** A code of a reason or a part of the body in words: "no functional improvement". */
export const spokenCode = (code: string): string => code.replaceAll('-', ' ').replace('first line', 'first-line')

type Named = (item: DisputedItem) => string | null

/** Why denials are upheld or overturned: counts of items by their reasons. */
export function reasons(drugClass: Named): Sum<ReasonStatistics> {
  const all = groups(({ decision }) => decision)
  const categories = groups(ofDenials(({ category }) => category ?? UNKNOWN))
  const drugClasses = groups(ofDenials(drugClass))
  const pairs = startTally(() => ({ items: 0 }))
  const unread = { upheld: 0, overturned: 0 }
  return {
    add: ({ disputedItems }) => {
      for (const item of disputedItems) {
        if (item.reasons.length === 0) unread[item.decision]++
        for (const { add } of [all, categories, drugClasses]) add(item)
        if (item.decision === 'upheld') for (const pair of pairsOf(item)) pairs.of(pair).items++
      }
    },
    total: () => ({
      unread,
      upheld: all.named('upheld'),
      overturned: all.named('overturned'),
      categories: categories.total(),
      drugClasses: drugClasses.total(),
      pairs: pairs
        .entries()
        .map(([name, { items }]) => ({ codes: name.split(' ') as [string, string], items }))
        .sort((a, b) => b.items - a.items),
    }),
  }
}

const ofDenials =
  (named: Named): Named =>
  item =>
    item.decision === 'upheld' ? named(item) : null

function pairsOf({ reasons }: DisputedItem): string[] {
  const codes = [...new Set(reasons.map(({ code }) => code))].sort()
  return codes.flatMap((one, at) => codes.slice(at + 1).map(other => `${one} ${other}`))
}

/** Items by their name, most frequent first. */
function groups(named: Named) {
  const sums = startTally(() => ({ items: 0, reasons: startTally(() => ({ items: 0, first: 0 })) }))
  const add = (item: DisputedItem): void => {
    const name = named(item)
    if (name === null || item.reasons.length === 0) return
    const sum = sums.of(name)
    sum.items++
    for (const [at, { code }] of item.reasons.entries()) {
      const count = sum.reasons.of(code)
      count.items++
      if (at === 0) count.first++
    }
  }
  const total = (): ReasonGroup[] =>
    sums
      .entries()
      .map(([name, { items, reasons }]) => ({ name, items, reasons: counts(reasons.entries()) }))
      .sort((a, b) => b.items - a.items)
  const empty = (name: string): ReasonGroup => ({ name, items: 0, reasons: [] })
  return { add, total, named: (name: string) => total().find(group => group.name === name) ?? empty(name) }
}

const counts = (entries: readonly [string, { items: number; first: number }][]): ReasonCount[] =>
  entries.map(([code, count]) => ({ code, ...count })).sort((a, b) => b.items - a.items)
