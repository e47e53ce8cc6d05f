import type { ReasonCode } from '../../../document/index.ts'
import learned from '../../../vocabulary/learned/reasons.json' with { type: 'json' }
import vocabulary from '../../../vocabulary/wordings/rationales.json' with { type: 'json' }
import { isAbsent } from '../absence.ts'
import { GROUPS } from '../rules.ts'
import type { ClauseWords } from '../words.ts'
import { type Alphabet, alone, missing, type NumberOf, newAlphabet, pair, placeFinder, UNKNOWN } from './alphabet.ts'

type Decision = 'upheld' | 'overturned'

/** How sure the classifier is of each code, for one clause. */
export type Likelihoods = readonly (readonly [ReasonCode, number])[]

/** What was learned: a row for each feature, with a weight for each code of a denial, and for each code of an overturn. */
export interface Weights {
  readonly codes: Readonly<Record<Decision, readonly string[]>>
  readonly weights: readonly (Readonly<Partial<Record<Decision, readonly number[]>>> & { readonly feature: string })[]
}

/** How likely each code of a decision is the reason that a clause states. */
export type Classifier = (clause: ClauseWords, decision: Decision) => Likelihoods

/** Weights are kept as whole numbers. */
export const SCALE = 10

/**
 * A linear classifier over the words of a clause, learned from gold and from clauses of our own (`npm run train`):
 *
 *     "Earlier visits did nothing for her."   => no-functional-improvement 0.83, request-unclear 0.04, …
 *
 * It knows other words than the rules do, and is right less often: `stated.ts` says what it is asked.
 */
export function classifierOf({ codes, weights }: Weights): Classifier {
  const alphabet = newAlphabet()
  const tables = {
    upheld: weightRowsOf(weights, 'upheld', alphabet),
    overturned: weightRowsOf(weights, 'overturned', alphabet),
  }
  return (clause, decision) => {
    const own = codes[decision]
    const { rowOf, values, isCounted } = tables[decision]
    const rows: number[] = []
    for (const feature of featuresOf(clause, alphabet.known)) {
      const row = rowOf(feature)
      if (row === null || isCounted[row] === 1) continue
      isCounted[row] = 1
      rows.push(row)
    }
    const sums = new Float64Array(own.length)
    for (const row of rows) {
      isCounted[row] = 0
      for (let at = 0; at < own.length; at++) sums[at]! += values[row * own.length + at]!
    }
    const scale = SCALE * Math.sqrt(rows.length || 1)
    return own.map((code, at) => [code as ReasonCode, 1 / (1 + Math.exp(-sums[at]! / scale))] as const)
  }
}

/** The row of each feature, and the rows one after the other, as small pieces of memory would lie far from each other. */
interface WeightRows {
  readonly rowOf: (feature: number) => number | null
  readonly values: Int16Array
  /** For each row, 1 while it counts for the clause that is read: a feature may come twice. */
  readonly isCounted: Uint8Array
}

function weightRowsOf(weights: Weights['weights'], decision: Decision, { featureOf }: Alphabet): WeightRows {
  const own = weights.filter(row => row[decision])
  return {
    rowOf: placeFinder(own.map(({ feature }) => featureOf(feature))),
    values: Int16Array.from(own.flatMap(row => row[decision]!)),
    isCounted: new Uint8Array(own.length),
  }
}

/** The classifier as it was trained on all that there is. */
export const CLASSIFIER: Classifier = classifierOf(learned)

/**
 * What the classifier sees of a clause: the stems of its words, and of two that follow each other; the groups of words that
 * the rules know; and of all but the pairs whether the clause calls it missing ("~"). Some may come twice.
 *
 *     "There is no record of relief."   => record ~record relief ~relief "record relief" <benefit> ~<benefit> ~
 */
export function featuresOf(clause: ClauseWords, numberOf: NumberOf): readonly number[] {
  const features = [alone(numberOf(''))]
  if (clause.ranges.length > 0) features.push(missing(numberOf('')))
  addWords(features, clause, numberOf)
  addGroups(features, clause, numberOf)
  return features
}

function addWords(features: number[], { stems: { stems, starts }, ranges }: ClauseWords, numberOf: NumberOf): void {
  let before = UNKNOWN
  for (let at = 0; at < stems.length; at++) {
    const stem = stems[at]!
    if (EMPTY.has(stem)) continue
    const symbol = numberOf(stem)
    if (symbol !== UNKNOWN) {
      features.push(alone(symbol))
      if (isAbsent(ranges, starts[at]!)) features.push(missing(symbol))
      if (before !== UNKNOWN) features.push(pair(before, symbol))
    }
    before = symbol
  }
}

function addGroups(features: number[], { words, ranges, may }: ClauseWords, numberOf: NumberOf): void {
  const found: number[] = []
  for (const { name, pattern, number } of GROUPS) {
    const group = numberOf(`<${name}>`)
    if (group === UNKNOWN || may[number] !== 1) continue
    pattern.lastIndex = 0
    let match = pattern.exec(words)
    if (!match) continue
    features.push(alone(group))
    for (const other of found) features.push(pair(other, group))
    found.push(group)
    while (match && !isAbsent(ranges, match.index)) match = pattern.exec(words)
    if (match) features.push(missing(group))
  }
}

/** Words that say nothing about the reason. */
const EMPTY: ReadonlySet<string> = new Set(vocabulary.functionWords)
