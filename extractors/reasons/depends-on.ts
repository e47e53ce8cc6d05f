import { type Found, found, type Span } from '../../document/index.ts'
import vocabulary from '../../vocabulary/wordings/rationales.json' with { type: 'json' }
import type { ItemSurroundings } from '../extractor.ts'
import { patternsOf } from '../language/named-patterns.ts'
import { numberOf } from '../language/numbers.ts'
import { isLearned, type ReasonCandidate } from './candidates.ts'
import { isOperation, mentionsService } from './service.ts'

const wording = patternsOf(vocabulary.patterns)

const DEPENDENT = ['depends-on-denied-item', 'supports-necessary-item']

/** Whether a reason is the decision on another item. */
export const isDependent = ({ code }: ReasonCandidate): boolean => DEPENDENT.includes(code)

/**
 * The item on whose decision this one depends:
 *
 *     As the requested surgery is not necessary, the brace is not either.   => the first operation of the letter
 *     Since the injection is not supported, neither is the fluoroscopy.     => the item that an injection stands in
 *     Given that item 2 is not certified, …                                 => the second item
 *
 * It must have the same decision. A service that is not an item of the letter yields nothing.
 */
export function dependedOn(text: string, reason: ReasonCandidate, about: ItemSurroundings): Found<number> | null {
  const { clause, rule } = reason.lead
  const words = text.slice(clause.start, clause.end)
  const others = about.items.filter(item => item.ordinal !== about.ordinal && item.decision === about.decision)
  const target = targetOf(words, others) ?? targetOf(judgedBefore(text, clause, isLearned(rule)), others)
  return target ? found(target.ordinal, clause, `reasons/${rule.id}`) : null
}

/** "The fusion is denied. That makes the brace moot": how far back an item may be named. */
const BACK = 250

const JUDGED = wording('judged')

/** The words before a clause, up to its end; if only the classifier says that it depends, they must speak of a decision. */
function judgedBefore(text: string, { start, end }: Span, learned: boolean): string {
  const words = text.slice(Math.max(0, start - BACK), end)
  return !learned || JUDGED.test(words) ? words : ''
}

type OtherItem = ItemSurroundings['items'][number]

/** The item whose number the words give; else an operation where they speak of one, the one named first; else what they name. */
function targetOf(words: string, others: readonly OtherItem[]): OtherItem | undefined {
  const number = numberOf(NUMBERED.exec(words)?.[1] ?? '')
  if (number !== null) return others.find(({ ordinal }) => ordinal === number)
  const named = others.filter(({ heading }) => mentionsService(words, heading))
  const operations = others.filter(({ heading }) => isOperation(heading))
  const operation = operations.find(item => named.includes(item)) ?? operations[0]
  if (SURGERY.test(words)) return operation
  if (named.length > 0) return named[0]
  return ANCILLARY.test(words) ? (operation ?? others.find(({ heading }) => PROCEDURE.test(heading))) : undefined
}

/**
 * For an operation, "The surgery is not necessary" merely repeats the decision, as "this injection" does for an
 * injection.
 */
export function isOfItself(
  text: string,
  { lead: { clause } }: ReasonCandidate,
  { heading }: ItemSurroundings,
): boolean {
  const words = text.slice(clause.start, clause.end)
  return isOperation(heading) || (!LEADS.test(words) && mentionsService(words, heading))
}

const LEADS = wording('premise')

const NUMBERED = wording('numbered-item')
const SURGERY = wording('operation')
const ANCILLARY = wording('another-item')
const PROCEDURE = wording('procedure')
