import { type CaseFacts, type Message, matchesOf, type SourceDocument } from '../../document/index.ts'
import { unknownStates } from '../../extractors/index.ts'
import { doubt } from './doubt.ts'

/** Contradictions in what a letter says about its case and its reviewer. */
export const identityDoubts = (
  facts: CaseFacts,
  source: SourceDocument,
  { opening, credentials }: { readonly opening: string; readonly credentials: string },
): Message[] => [...numberDoubts(facts, source), ...priorityDoubts(opening), ...stateDoubts(facts, credentials)]

/** "Case Number: CM16-9900001", and on another page "IMR Case Number CM16-9900002". */
const LABELLED = /\bCase\s(?:Number|No\.?|#):?\s{0,3}(CM\d{2}-\d{7}|13-\d{3,6})\b/gi

/** Running heads, which the folded text lacks, also state the number. */
function numberDoubts({ caseNumber }: CaseFacts, { text: all, part }: SourceDocument): Message[] {
  const text = part ? all.slice(part.start, part.end) : all
  const others = new Set(matchesOf(text, LABELLED).map(([, number]) => number!.toUpperCase()))
  others.delete(caseNumber ?? '')
  if (caseNumber === null || others.size === 0) return []
  return [doubt('header/contradiction', 'warning', '/caseNumber', 'the letter states another case number as well')]
}

/** "Priority: Expedited Standard" */
const PRIORITIES = /\bPriority: ?(?=.{0,30}\bexpedited\b)(?=.{0,30}\b(?:standard|regular)\b)/i

const priorityDoubts = (opening: string): Message[] =>
  PRIORITIES.test(opening)
    ? [doubt('header/contradiction', 'warning', '/priority', 'the header states both priorities')]
    : []

function stateDoubts({ reviewer }: CaseFacts, credentials: string): Message[] {
  if (reviewer.statesOfLicensure.length === 0 || !unknownStates(credentials)) return []
  const reason = 'a part of the list of licenses names no state'
  return [doubt('credential/unknown', 'warning', '/reviewer/statesOfLicensure', reason)]
}
