import { lazy } from '../document/index.ts'
import { drugNames, type Term } from './interventions.ts'
import { JaroWinklerDistance } from './likeness.ts'

// Above this are errors of one or two letters ("ketaprofen", "methylpredniosone"); below it, other drugs.
const NEAR = 0.91
const SHORTEST = 6

const byFirst = lazy(() =>
  Map.groupBy(
    Array.from(drugNames()).filter(([name, { use }]) => use === null && name.length >= SHORTEST && !name.includes(' ')),
    ([name]) => name[0]!,
  ),
)

/** The drug that a misspelt word stands for, if it is close enough to exactly one. */
export function respelled(word: string): Term | null {
  const name = word.toLowerCase()
  if (name.length < SHORTEST) return null
  let best: Term | null = null
  let nearest = NEAR
  for (const [candidate, term] of byFirst().get(name[0]!) ?? []) {
    if (Math.abs(candidate.length - name.length) > 2) continue
    const likeness = JaroWinklerDistance(name, candidate)
    if (likeness > nearest) [best, nearest] = [term, likeness]
  }
  return best
}
