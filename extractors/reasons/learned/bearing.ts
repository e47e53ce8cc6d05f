import type { DisputedItem } from '../../../document/index.ts'
import vocabulary from '../../../vocabulary/learned/bearing.json' with { type: 'json' }
import type { RationaleClause } from '../parts.ts'
import { SCALE } from './classifier.ts'
import { stemOf, WORD } from './stems.ts'

/** What was learned: how much each feature of a clause speaks for it. */
export interface BearingWeights {
  readonly weights: readonly { readonly feature: string; readonly weight: number }[]
}

/** A clause and its words in lower case. */
export type WordedClause = Pick<RationaleClause, 'part'> & { readonly words: string }

/** How likely each clause of a rationale states a reason, whichever it may be, as log-odds. */
export type Bearing = (clauses: readonly WordedClause[], decision: DisputedItem['decision']) => readonly number[]

/**
 * A linear model of where in a rationale reasons stand, learned from the clauses that annotators quote (`npm run train`).
 * It makes up for a cut into parts that is wrong: a guideline that is not named, a fact told as history.
 *
 *     Refills are given when a dose is spent. | She takes no opioid.   => -4.1, 0.6
 */
export function bearingOf({ weights }: BearingWeights): Bearing {
  const known = new Map(weights.map(({ feature, weight }) => [feature, weight]))
  return (clauses, decision) =>
    featuresOfClauses(clauses, decision).map(features => {
      let sum = 0
      let count = 0
      for (const feature of features) {
        const weight = known.get(feature)
        if (weight === undefined) continue
        sum += weight
        count++
      }
      return sum / (SCALE * Math.sqrt(count || 1))
    })
}

/** The model as it was trained on all that there is. */
export const BEARING: Bearing = bearingOf(vocabulary)

/** Further away, and longer, all is alike. */
const FAR = 5
const LONG = 30
const FIFTHS = 5

/**
 * What the model sees of each clause: the stems of its words, which is the first, how many there are; its part and those
 * of its neighbours; its place in the rationale, after a recital and before the conclusion.
 */
export function featuresOfClauses(
  clauses: readonly WordedClause[],
  decision: DisputedItem['decision'],
): readonly string[][] {
  const parts = clauses.map(({ part }) => part)
  return clauses.map(({ words }, at) => {
    const stems = Array.from(words.match(WORD) ?? [], stemOf)
    return [...stems, `^${stems[0]}`, `@length ${lengthOf(stems)}`, `@${decision}`, ...placeOf(parts, at)]
  })
}

const lengthOf = (stems: readonly string[]): number => Math.floor(Math.min(stems.length, LONG) / FAR)

function placeOf(parts: readonly RationaleClause['part'][], at: number): string[] {
  const conclusion = parts.indexOf('conclusion', at + 1)
  const toConclusion = conclusion < 0 ? 'none' : Math.min(conclusion - at, FAR)
  const recital = at === 0 ? -1 : parts.lastIndexOf('recital', at - 1)
  return [
    `@${parts[at]}`,
    ...[-2, -1, 1, 2].map(step => `@${step} ${parts[at + step] ?? 'none'}`),
    `@conclusion ${toConclusion}`,
    `@${parts[at]} ${toConclusion}`,
    `@since recital ${recital < 0 ? 'none' : Math.min(at - recital, FAR)}`,
    `@recitals ${sideOfRecitals(parts, at)}`,
    `@fifth ${Math.floor((FIFTHS * at) / parts.length)}`,
    at === 0 ? '@first' : '@later',
  ]
}

function sideOfRecitals(parts: readonly RationaleClause['part'][], at: number): string {
  const first = parts.indexOf('recital')
  if (first < 0) return 'none'
  if (at < first) return 'follow'
  return at > parts.lastIndexOf('recital') ? 'precede' : 'around'
}
