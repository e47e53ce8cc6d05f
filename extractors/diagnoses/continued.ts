import { conceptOf, findSites, namesCondition } from '../../terminology/index.ts'
import { isMain, statementsIn } from './statements.ts'

/**
 * "Diagnoses: Wrist sprain. Anxiety. Gout.": a sentence that only names a condition continues the list of diagnoses that
 * reaches the end of the opening sentence.
 */
export const continuesDiagnoses = (opening: string, words: string): boolean =>
  namesOnlyCondition(words) &&
  statementsIn(opening).some(statement => isMain(statement) && statement.list.end >= opening.length - 1)

/** More words say more than a name. */
const LONGEST_NAME = 5
const LETTERS = /^[A-Za-z' -]+$/

/** "Left ankle sprain." but not "Fell asleep at work." */
function namesOnlyCondition(sentence: string): boolean {
  const name = sentence.replace(/\.$/, '')
  const words = name.split(' ')
  if (words.length > LONGEST_NAME || !LETTERS.test(name) || !namesCondition(words.at(-1)!)) return false
  const concept = conceptOf(
    name,
    findSites(name).map(({ part }) => part.value),
  )
  return concept !== null && concept.code !== null && !concept.symptom && statementsIn(sentence).length === 0
}
