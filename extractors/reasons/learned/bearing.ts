import { type DisputedItem, remembered } from '../../../document/index.ts'
import vocabulary from '../../../vocabulary/learned/bearing.json' with { type: 'json' }
import type { RationaleClause } from '../parts.ts'
import { SCALE } from './classifier.ts'

/** What was learned: how much each feature of a clause speaks for it. */
export interface BearingWeights {
  readonly weights: readonly { readonly feature: string; readonly weight: number }[]
}

/** A clause and the stems of its words. */
export type StemmedClause = Pick<RationaleClause, 'part'> & { readonly stems: readonly string[] }

/** How likely each clause of a rationale states a reason, whichever it may be, as log-odds. */
export type Bearing = (clauses: readonly StemmedClause[], decision: DisputedItem['decision']) => readonly number[]

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
  clauses: readonly StemmedClause[],
  decision: DisputedItem['decision'],
): readonly (readonly string[])[] {
  const parts = clauses.map(({ part }) => part)
  return clauses.map(({ stems }, at) => [
    ...stems,
    OPENS(`${stems[0]}`),
    LENGTH(COUNTS[Math.floor(Math.min(stems.length, LONG) / FAR)]!),
    DECIDED(decision),
    ...placeOf(parts, at),
  ])
}

/** Names of features that begin alike. Each is made once, as a new string is slow to look up. */
const named = (prefix: string): ((rest: string) => string) => remembered(rest => `${prefix}${rest}`, MOST)
const MOST = 1000

const OPENS = named('^')
const LENGTH = named('@length ')
const DECIDED = named('@')
const PART = named('@')
const NEIGHBOURS = [-2, -1, 1, 2].map(step => ({ step, PART: named(`@${step} `) }))
const TO_CONCLUSION = named('@conclusion ')
const PART_TO_CONCLUSION = {
  recital: named('@recital '),
  case: named('@case '),
  'summing-up': named('@summing-up '),
  conclusion: named('@conclusion '),
}
const SINCE_RECITAL = named('@since recital ')
const RECITALS = named('@recitals ')
const FIFTH = named('@fifth ')

const NONE = 'none'
const COUNTS = ['0', '1', '2', '3', '4', '5', '6']
const distance = (clauses: number): string => COUNTS[Math.min(clauses, FAR)]!

function placeOf(parts: readonly RationaleClause['part'][], at: number): string[] {
  const part = parts[at]!
  const conclusion = parts.indexOf('conclusion', at + 1)
  const toConclusion = conclusion < 0 ? NONE : distance(conclusion - at)
  const recital = at === 0 ? -1 : parts.lastIndexOf('recital', at - 1)
  return [
    PART(part),
    ...NEIGHBOURS.map(({ step, PART }) => PART(parts[at + step] ?? NONE)),
    TO_CONCLUSION(toConclusion),
    PART_TO_CONCLUSION[part](toConclusion),
    SINCE_RECITAL(recital < 0 ? NONE : distance(at - recital)),
    RECITALS(sideOfRecitals(parts, at)),
    FIFTH(COUNTS[Math.floor((FIFTHS * at) / parts.length)]!),
    at === 0 ? '@first' : '@later',
  ]
}

function sideOfRecitals(parts: readonly RationaleClause['part'][], at: number): string {
  const first = parts.indexOf('recital')
  if (first < 0) return NONE
  if (at < first) return 'follow'
  return at > parts.lastIndexOf('recital') ? 'precede' : 'around'
}
