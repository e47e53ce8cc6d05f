import { type Found, found } from '../../document/index.ts'
import type { ItemSurroundings } from '../extractor.ts'
import type { StatedReason } from './order.ts'
import { isOperation, mentionsService } from './service.ts'

const DEPENDENT = ['depends-on-denied-item', 'supports-necessary-item']

export const isDependent = ({ code }: StatedReason): boolean => DEPENDENT.includes(code)

/**
 * The item on whose decision this one depends:
 *
 *     As the requested surgery is not necessary, the brace is not either.   => the first operation of the letter
 *     Since the injection is not supported, neither is the fluoroscopy.     => the item that an injection stands in
 *
 * It must have the same decision. A service that is not an item of the letter yields nothing.
 */
export function dependedOn(text: string, reason: StatedReason, about: ItemSurroundings): Found<number> | null {
  const { clause, rule } = reason.lead
  const words = text.slice(clause.start, clause.end)
  const others = about.items.filter(item => item.ordinal !== about.ordinal && item.decision === about.decision)
  const operation = others.find(({ heading }) => isOperation(heading))
  const named = SURGERY.test(words) ? operation : others.find(({ heading }) => mentionsService(words, heading))
  const target = named ?? (ANCILLARY.test(words) ? operation : undefined)
  return target ? found(target.ordinal as number, clause, `reasons/${rule.id}`) : null
}

/**
 * For an operation, "The surgery is not necessary" merely repeats the decision, as "this injection" does for an
 * injection.
 */
export function isOfItself(text: string, { lead: { clause } }: StatedReason, { heading }: ItemSurroundings): boolean {
  const words = text.slice(clause.start, clause.end)
  return isOperation(heading) || (!LEADS.test(words) && mentionsService(words, heading))
}

// "As the injection is not supported": a premise of the decision, not the decision itself
const LEADS = /^\W*(?:as|since|because|given|due to|in the absence)\b/i

const SURGERY = /\b(?:surg(?:ery|eries|ical)|operat(?:ion|ive)|arthroscop\w+|procedure)\b/i
const ANCILLARY = /\b(?:ancillary|associated|adjunct\w*)\b/i
