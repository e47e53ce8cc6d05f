import { fold } from './tally.ts'

interface Named {
  readonly text: string
  readonly also?: readonly string[]
}

/** A pair of names; `strict` if their words are equal. */
export interface Match<G, R> {
  readonly gold: G
  readonly record: R
  readonly strict: boolean
}

/**
 * Pairs the names in gold with those in the record, one to one. Strict: the words are equal (to the main wording or an
 * alternative). Lenient: at least half of the words are shared; the best pairs go first.
 */
export function matchNamed<G extends Named, R extends Named>(
  golds: readonly G[],
  records: readonly R[],
): Match<G, R>[] {
  const candidates = golds.flatMap(gold => records.map(record => ({ gold, record, likeness: likeness(gold, record) })))
  const matches: Match<G, R>[] = []
  const taken = new Set<unknown>()
  for (const { gold, record, likeness } of candidates
    .filter(one => one.likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness)) {
    if (taken.has(gold) || taken.has(record)) continue
    taken.add(gold).add(record)
    matches.push({ gold, record, strict: likeness >= 2 })
  }
  return matches
}

/** 2 for equal words; otherwise the Dice coefficient of the words. */
function likeness(gold: Named, record: Named): number {
  const wordings = [gold.text, ...(gold.also ?? [])]
  if (wordings.some(wording => fold(wording) === fold(record.text))) return 2
  return Math.max(...wordings.map(wording => dice(words(wording), words(record.text))))
}

const words = (text: string): string[] => fold(text).match(/[\p{L}\d]+/gu) ?? []

function dice(one: readonly string[], other: readonly string[]): number {
  const rest = [...other]
  const shared = one.filter(word => {
    const at = rest.indexOf(word)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  }).length
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length)
}
