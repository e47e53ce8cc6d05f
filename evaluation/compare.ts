import type { CaseRecord } from '../document/index.ts'
import { asGold } from './as-gold.ts'
import { evaluate } from './evaluate.ts'
import type { Gold } from './gold.ts'
import type { Miss } from './tally.ts'

/** A value that one version of a record has and the other has not. `verdict` is null if gold does not cover it. */
export interface ValueChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
  readonly verdict: 'better' | 'worse' | null
}

/** The changes in each letter; letters without changes are left out. A letter may be missing on one side. */
export function compare(
  before: ReadonlyMap<string, CaseRecord>,
  after: ReadonlyMap<string, CaseRecord>,
  golds: ReadonlyMap<string, Gold>,
): Map<string, ValueChange[]> {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort()
  const changes = names.map((name): [string, ValueChange[]] => {
    const [one, other] = [before.get(name), after.get(name)]
    if (!one || !other)
      return [
        name,
        [{ field: 'record', before: one ? 'a record' : null, after: other ? 'a record' : null, verdict: null }],
      ]
    return [name, changesOf(name, one, other, golds.get(name))]
  })
  return new Map(changes.filter(([, list]) => list.length > 0))
}

/** The earlier record takes the place of gold: what the later one "misses" is what changed. */
function changesOf(name: string, before: CaseRecord, after: CaseRecord, gold: Gold | undefined): ValueChange[] {
  const changed = missesOf(name, asGold(before), after)
  const wrongBefore = gold ? missesOf(name, gold, before) : []
  const wrongAfter = gold ? missesOf(name, gold, after) : []
  return changed.map(({ field, expected, got }) => ({
    field,
    before: expected,
    after: got,
    verdict: gold ? verdictOf({ field, expected, got }, wrongBefore, wrongAfter) : null,
  }))
}

const missesOf = (name: string, gold: Gold, record: CaseRecord): readonly Miss[] =>
  evaluate(new Map([[name, gold]]), new Map([[name, record]])).misses.get(name) ?? []

/** A value is wrong if it is a miss of its field. Losing a wrong one or gaining a right one is better. */
function verdictOf(
  { field, expected, got }: Miss,
  before: readonly Miss[],
  after: readonly Miss[],
): ValueChange['verdict'] {
  const isWrong = (misses: readonly Miss[], value: string) =>
    misses.some(miss => miss.field === field && miss.got === value)
  const gain = got === null ? 0 : isWrong(after, got) ? -1 : 1
  const loss = expected === null ? 0 : isWrong(before, expected) ? 1 : -1
  const sum = gain + loss
  return sum > 0 ? 'better' : sum < 0 ? 'worse' : null
}

/** Changes as text for review: counts per field, then letter by letter `+` gained, `-` lost, `~` another value. */
export function changesText(changes: ReadonlyMap<string, readonly ValueChange[]>): string {
  if (changes.size === 0) return 'no value changed'
  const lines = Array.from(changes, ([name, list]) =>
    [name, ...list.map(change => `  ${changeLine(change)}`)].join('\n'),
  )
  return [...countsOf([...changes.values()].flat()), '', ...lines].join('\n')
}

function countsOf(changes: readonly ValueChange[]): string[] {
  const fields = Map.groupBy(changes, change => change.field)
  const width = Math.max(...[...fields.keys()].map(field => field.length))
  const count = (list: readonly ValueChange[], verdict: ValueChange['verdict']) =>
    list.filter(one => one.verdict === verdict).length
  return Array.from(
    fields,
    ([field, list]) =>
      `${field.padEnd(width)}  ${list.length} changed: ${count(list, 'better')} better, ${count(list, 'worse')} worse, ${count(list, null)} open`,
  )
}

const SHOWN = 120

function changeLine({ field, before, after, verdict }: ValueChange): string {
  const [was, is] = [before, after].map(value => value && (value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value))
  const value =
    before === null ? `+ ${field}: ${is}` : after === null ? `- ${field}: ${was}` : `~ ${field}: ${was} => ${is}`
  return verdict ? `${value}  (${verdict})` : value
}
