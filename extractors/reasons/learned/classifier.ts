import type { ReasonCode } from '../../../document/index.ts'
import vocabulary from '../../../vocabulary/learned/reasons.json' with { type: 'json' }
import { isAbsent } from '../absence.ts'
import { GROUPS } from '../rules.ts'
import type { ClauseWords } from '../words.ts'
import { stemOf, WORD } from './stems.ts'

type Decision = 'upheld' | 'overturned'

/** How sure the classifier is of each code, for one clause. */
export type Likelihoods = ReadonlyMap<ReasonCode, number>

/** What was learned: a row for each feature, with a weight for each code of a denial, and for each code of an overturn. */
export interface Weights {
  readonly codes: Readonly<Record<Decision, readonly string[]>>
  readonly weights: readonly (Readonly<Partial<Record<Decision, readonly number[]>>> & { readonly feature: string })[]
}

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
  const rows = {
    upheld: rowsOf(weights, 'upheld'),
    overturned: rowsOf(weights, 'overturned'),
  }
  return (clause, decision) => {
    const own = codes[decision]
    const sums = new Float64Array(own.length)
    let known = 0
    for (const feature of featuresOf(clause)) {
      const row = rows[decision].get(feature)
      if (!row) continue
      known++
      for (let at = 0; at < row.length; at++) sums[at]! += row[at]!
    }
    const scale = SCALE * Math.sqrt(known || 1)
    return new Map(own.map((code, at) => [code as ReasonCode, 1 / (1 + Math.exp(-sums[at]! / scale))]))
  }
}

const rowsOf = (weights: Weights['weights'], decision: Decision): ReadonlyMap<string, Int16Array> =>
  new Map(weights.flatMap(row => (row[decision] ? [[row.feature, Int16Array.from(row[decision])]] : [])))

/** The classifier as it was trained on all that there is. */
export const CLASSIFIER: Classifier = classifierOf(vocabulary)

/**
 * What the classifier sees of a clause: the stems of its words, and of two that follow each other; the groups of words that
 * the rules know; and of all but the pairs whether the clause calls it missing ("~").
 *
 *     "There is no record of relief."   => record ~record relief ~relief "record relief" <benefit> ~<benefit> ~
 */
export function featuresOf(clause: ClauseWords): ReadonlySet<string> {
  const features = new Set<string>(clause.ranges.length > 0 ? ['', '~'] : [''])
  addWords(features, clause)
  addGroups(features, clause)
  return features
}

function addWords(features: Set<string>, { words, ranges }: ClauseWords): void {
  let before = ''
  for (const { 0: word, index } of words.matchAll(WORD)) {
    if (EMPTY.has(word)) continue
    const stem = stemOf(word)
    features.add(stem)
    if (isAbsent(ranges, index)) features.add(`~${stem}`)
    if (before) features.add(`${before} ${stem}`)
    before = stem
  }
}

function addGroups(features: Set<string>, { words, ranges, mayMatch }: ClauseWords): void {
  const found: string[] = []
  for (const { name, pattern, number } of GROUPS) {
    if (!mayMatch(number)) continue
    pattern.lastIndex = 0
    let match = pattern.exec(words)
    if (!match) continue
    features.add(`<${name}>`)
    for (const other of found) features.add(`<${other}> <${name}>`)
    found.push(name)
    while (match && !isAbsent(ranges, match.index)) match = pattern.exec(words)
    if (match) features.add(`~<${name}>`)
  }
}

// biome-ignore format: a list of words
const EMPTY: ReadonlySet<string> = new Set(['the', 'a', 'an', 'of', 'to', 'for', 'and', 'or', 'in', 'on', 'is', 'are', 'was', 'were',
  'be', 'been', 'has', 'have', 'had', 'that', 'this', 'it', 'with', 'by', 'as', 'at', 'from', 'his', 'her', 'he', 'she'])
