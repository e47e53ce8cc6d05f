import type { Span } from '../../document/index.ts'
import { conceptOf, findSites, namesCondition } from '../../terminology/index.ts'
import { sentences } from '../language/sentences.ts'
import { isMain, type Statement, statementsIn } from './statements.ts'

/** A sentence with the lists of conditions that it opens. */
export interface ConditionSentence {
  /** Where its words begin in the text. */
  readonly start: number
  readonly words: string
  readonly statements: readonly Statement[]
}

/**
 * The sentences of a text. "Diagnoses: Wrist sprain. Anxiety. Gout." is one: sentences that only name a condition
 * continue the list of diagnoses before them, as if semicolons stood for their full stops.
 */
export function conditionSentences(text: string): ConditionSentence[] {
  const found: ConditionSentence[] = []
  for (const { start, end } of sentences(text)) {
    const last = found.at(-1)
    if (last && isOpen(last) && namesOnlyCondition(text.slice(start, end))) {
      const stopped = last.words.replace(STOP, ';')
      const words = stopped + text.slice(last.start + stopped.length, end)
      found[found.length - 1] = { start: last.start, words, statements: statementsIn(words) }
    } else {
      const words = text.slice(start, end)
      found.push({ start, words, statements: statementsIn(words) })
    }
  }
  return found
}

const STOP = /\.$/

/** Whether a list of diagnoses reaches the end of a sentence. */
const isOpen = ({ words, statements }: ConditionSentence): boolean =>
  STOP.test(words) && statements.some(statement => isMain(statement) && reachesEnd(words, statement.list))

const reachesEnd = (words: string, { start, end }: Span): boolean => end >= words.length - 1 && start < end

/** More words say more than a name. */
const LONGEST_NAME = 5

/** "Left ankle sprain." but not "Fell asleep at work." */
function namesOnlyCondition(sentence: string): boolean {
  const words = sentence.replace(STOP, '')
  const each = words.split(' ')
  if (each.length > LONGEST_NAME || !LETTERS.test(words) || !namesCondition(each.at(-1)!)) return false
  if (statementsIn(sentence).length > 0) return false
  const concept = conceptOf(
    words,
    findSites(words).map(({ part }) => part.value),
  )
  return concept !== null && concept.code !== null && !concept.symptom
}

const LETTERS = /^[A-Za-z' -]+$/
