import { remembered, type Span } from '../../document/index.ts'
import { absentRanges } from './absence.ts'
import { type Stems, stemsOf } from './learned/stems.ts'
import { mayMatch } from './rules.ts'

/** The words of a clause, in lower case, which of them it calls missing, and which patterns of the rules may match it. */
export interface ClauseWords {
  readonly words: string
  readonly stems: Stems
  readonly ranges: readonly Span[]
  readonly mayMatch: (number: number) => boolean
}

/** Items of a letter share clauses, and letters share what they recite of guidelines. */
export const wordsOf: (text: string) => ClauseWords = remembered(readWords, 300)

/** What is not at once needed is looked for when somebody asks, and only once. */
function readWords(text: string): ClauseWords {
  const words = text.toLowerCase()
  let stems: Stems | undefined
  let ranges: readonly Span[] | undefined
  let may: ClauseWords['mayMatch'] | undefined
  return {
    words,
    get stems() {
      stems ??= stemsOf(words)
      return stems
    },
    get ranges() {
      ranges ??= absentRanges(words)
      return ranges
    },
    mayMatch: number => {
      may ??= mayMatch(words)
      return may(number)
    },
  }
}
