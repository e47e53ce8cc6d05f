import { remembered, type Span } from '../../document/index.ts'
import { absentRanges, isAbsent } from './absence.ts'
import { type Stems, stemsOf } from './learned/stems.ts'
import { mayMatch, PATTERNS, type ReasonRule } from './rules.ts'

/** The words of a clause, in lower case, which of them it calls missing, and which patterns of the rules may match it. */
export interface ClauseWords {
  readonly words: string
  readonly stems: Stems
  readonly ranges: readonly Span[]
  /** At the number of each pattern 1 if it may match. */
  readonly may: Uint8Array
  /** Where it says what a rule asks for; -1 if it does not, or the rule does not hold. */
  readonly placeOf: (rule: ReasonRule) => number
}

/** Items of a letter share clauses, and letters share what they recite of guidelines. */
export const wordsOf: (text: string) => ClauseWords = remembered(readWords, 300)

/** What is not at once needed is looked for when somebody asks, and only once. */
function readWords(text: string): ClauseWords {
  const words = text.toLowerCase()
  let stems: Stems | undefined
  let ranges: readonly Span[] | undefined
  let may: Uint8Array | undefined
  let places: Int32Array | undefined
  const clause: ClauseWords = {
    words,
    get stems() {
      stems ??= stemsOf(words)
      return stems
    },
    get ranges() {
      ranges ??= absentRanges(words)
      return ranges
    },
    get may() {
      may ??= mayMatch(words)
      return may
    },
    placeOf: rule => {
      places ??= new Int32Array(PATTERNS.length).fill(UNKNOWN)
      if (places[rule.number] === UNKNOWN) places[rule.number] = placeIn(clause, rule)
      return places[rule.number]!
    },
  }
  return clause
}

const NOWHERE = -1
const UNKNOWN = -2

function placeIn({ words, ranges }: ClauseWords, rule: ReasonRule): number {
  const place = saidIn(words, ranges, rule)
  if (place === NOWHERE || rule.unless?.test(words)) return NOWHERE
  return rule.needs === null || rule.needs.test(words) ? place : NOWHERE
}

/** Where the pattern of a rule first matches something that is called missing, or is not, as the rule asks. */
function saidIn(words: string, ranges: readonly Span[], { pattern, absent, affirmed }: ReasonRule): number {
  if (absent && ranges.length === 0) return NOWHERE
  pattern.lastIndex = 0
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    if (!absent && !affirmed) return match.index
    if (isAbsent(ranges, match.index) === absent) return match.index
    if (match[0] === '') pattern.lastIndex++
  }
  return NOWHERE
}
