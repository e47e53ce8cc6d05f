import { conceptOf, findSites, isConditionWord, namesCondition } from '../../terminology/index.ts'
import type { ListedCondition } from './candidates.ts'
import { isFragment } from './complete-items.ts'
import { COMPLAINT, PROCEDURES, wording } from './edges.ts'
import { isBackward, isMain, type Statement } from './statements.ts'

/** The items of a list that are conditions: in a main statement nearly all, elsewhere those that its opener introduces. */
export const heldBy = (
  sentence: string,
  statement: Statement,
  candidates: readonly ListedCondition[],
): ListedCondition[] =>
  isMain(statement)
    ? candidates.filter(each => isCondition(sentence, each))
    : leading(statement, candidates).map(withoutTail)

/** Diagnoses are short; a longer unknown phrase is prose that no cue ended, and not part of the body. */
const LONGEST = 14
/** Limit for an unknown condition that is only suspected. */
const SHORT = 6

function isCondition(text: string, candidate: ListedCondition): boolean {
  const { item, words, concept, resolution } = candidate
  if (isOperation(candidate) && (resolution.modifier?.category !== 'historical' || isBare(words))) return false
  if (resolution.denied && concept === null) return namesCondition(words)
  return concept !== null || namesCondition(words) || (words.split(' ').length <= LONGEST && !isFragment(text, item.at))
}

/** "ankle sprain and surgical fixation": a treatment, unless it is said to be over. */
const isOperation = ({ words, concept }: ListedCondition): boolean =>
  PROCEDURES.test(words) && (concept === null || /^Z9[0-8]/.test(concept.code ?? 'Z98'))

// "trigger finger, s/p release": what was done about the condition before it.
const isBare = (words: string): boolean => !/\s/.test(words)

/** Outside the main statements a list continues as long as its items are what the opener introduces. */
function leading(statement: Statement, candidates: readonly ListedCondition[]): ListedCondition[] {
  if (isBackward(statement)) {
    const held = candidates.slice(candidates.findLastIndex(each => !holds(statement, each)) + 1)
    return held.filter(({ resolution }) => resolution.modifier?.start === statement.opener.start)
  }
  const lead = statement.opener.rule.opens === 'led' ? candidates.findIndex(each => holds(statement, each)) : -1
  const isHeld = (each: ListedCondition, index: number) =>
    holds(statement, each) || (lead >= 0 && index > lead && isComplaint(each))
  const stop = candidates.findIndex(
    (each, index) => !isHeld(each, index) && !isPassedOver(statement, each) && !isUnknown(statement, each),
  )
  return candidates.slice(0, stop < 0 ? candidates.length : stop).filter(isHeld)
}

/** "has gout acting up lately": what is only told may run on behind the name. */
function withoutTail(each: ListedCondition): ListedCondition {
  const code = each.concept?.code
  let words = each.words.replace(CLAUSE, '')
  while (code && TAIL.test(words) && !KEPT.test(words) && !belongs(words.slice(words.lastIndexOf(' ')))) {
    words = words.slice(0, words.lastIndexOf(' ')).replace(LINK, '')
  }
  const kept = conceptOf(
    words,
    findSites(words).map(({ part }) => part.value),
  )
  if (words === each.words || kept?.code !== code) return each
  const at = { ...each.item.at, end: each.item.at.start + words.length }
  return { ...each, words, item: { ...each.item, at } }
}

const belongs = (word: string): boolean => isConditionWord(word) || findSites(word).length > 0

const TAIL = /^.*\w [A-Za-z][A-Za-z'’-]*$/
const CLAUSE = wording('told')
const KEPT = wording('whole')
const LINK = wording('loose-end')

/** "seen for wrist sprain and hand numbness": behind a disease or an injury, what is complained of is treated as well. */
const isComplaint = ({ concept, words }: ListedCondition): boolean =>
  concept?.symptom === true && words.split(' ').length <= SHORT && !NOT_NAMED.purposes!.test(words)

/** What does not count, but does not end its list: "given Norco for pain and gout", "a history of surgery and gout". */
function isPassedOver({ opener }: Statement, candidate: ListedCondition): boolean {
  if (opener.rule.opens === 'purposes' || opener.rule.opens === 'led') return candidate.concept?.symptom ?? false
  return opener.rule.opens === 'history' && isOperation(candidate)
}

/** "gout, dropped arches, asthma": an unknown name does not end a list of names. */
const isUnknown = ({ opener }: Statement, { words }: ListedCondition): boolean =>
  CONTINUED.has(opener.rule.opens!) && words.split(' ').length <= SHORT && !PROSE.test(words)
const CONTINUED: ReadonlySet<string> = new Set(['named', 'history'])

const PROSE = wording('verb')

function holds({ opener }: Statement, { concept, words, resolution }: ListedCondition): boolean {
  if (opener.rule.direction === 'backward' && PROSE.test(words)) return false
  const kind = opener.rule.opens === 'led' ? 'purposes' : opener.rule.opens!
  if (kind === 'named') return concept !== null || (words.split(' ').length <= SHORT && namesCondition(words))
  // "to rule out intracranial hemorrhage": a condition by its last word, although the vocabulary does not have it
  if (!concept)
    return kind === 'possible' && words.split(' ').length <= SHORT && namesCondition(words) && !PROCEDURES.test(words)
  if (concept.symptom || words.split(' ').length > LONGEST) return false
  // "history included status post hernia repair": over, according to its own words
  if (kind === 'history' && resolution.modifier?.rule.divides) return concept.code !== null
  if (NOT_NAMED[kind]?.test(words)) return false
  // "would not rule out malingering" (Z76.5)
  if (kind === 'possible') return !/^Z(?!76\.5)/.test(concept.code ?? '')
  // "denied for lack of evidence of gout"
  if (kind === 'purposes' && resolution.denied) return false
  return concept.code !== null && !OUTSIDE[kind]?.test(concept.code)
}

/** Words that have a code, but name no condition behind such an opener. */
const NOT_NAMED: Readonly<Record<string, RegExp>> = {
  // "has difficulty sleeping": a complaint; "has no known drug allergies": a line of every history; "had a closed
  // reduction under hematoma block"; "constipation is managed with Colace": an effect of another treatment
  diseases: new RegExp(`${COMPLAINT.source}|${wording('allergy').source}|${PROCEDURES.source}`, 'i'),
  absent: wording('allergy'),
  purposes: wording('no-purpose'),
}

// States after surgery (Z) and injuries of no place (T14) are not diseases. After "has" and "denied", neither are
// what examinations and scans find: arthropathy, spine, soft tissue (M12 and on), other than crooked or
// locking fingers and a frozen shoulder.
const FOUND = /^(?:Z|T14|M1[2-9]|M(?!20|65\.3|75\.0|79\.7|87)[2-9])/
const OUTSIDE: Readonly<Record<string, RegExp>> = {
  history: /^(?:Z(?!8[5-7])|T14)/,
  purposes: /^(?:Z(?!20|77)|T14)/,
  diseases: FOUND,
  absent: FOUND,
  excluded: /^(?:Z|T14)/,
}
