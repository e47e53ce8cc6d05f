import { type Found, found } from '../../document/index.ts'
import type { ItemSurroundings } from '../extractor.ts'
import type { StatedReason } from './order.ts'
import { isOperation, speaksOf } from './service.ts'

const DEPENDENT = ['depends-on-denied-item', 'supports-necessary-item']

export const isDependent = ({ code }: StatedReason): boolean => DEPENDENT.includes(code)

/**
 * The item on whose decision this one rests:
 *
 *     As the requested surgery is not necessary, the brace is not either.   => the first operation of the letter
 *     Since the injection is not supported, neither is the fluoroscopy.     => the item that an injection stands in
 *
 * It has to be decided the same way. A companion that is no item of the letter gives nothing.
 */
export function dependedOn(text: string, reason: StatedReason, about: ItemSurroundings): Found<number> | null {
  const { clause, rule } = reason.lead
  const words = text.slice(clause.start, clause.end)
  const others = about.items.filter(item => item.ordinal !== about.ordinal && item.decision === about.decision)
  const operation = others.find(({ heading }) => isOperation(heading))
  const named = SURGERY.test(words) ? operation : others.find(({ heading }) => speaksOf(words, heading))
  const target = named ?? (ANCILLARY.test(words) ? operation : undefined)
  return target ? found(target.ordinal as number, clause, `reasons/${rule.id}`) : null
}

/** "The surgery is not necessary" says of an operation only what was decided, as "this injection" does of an injection. */
export function isOfItself(text: string, { lead: { clause } }: StatedReason, { heading }: ItemSurroundings): boolean {
  const words = text.slice(clause.start, clause.end)
  return isOperation(heading) || (!LEADS.test(words) && speaksOf(words, heading))
}

// "As the injection is not supported": what leads to the decision is not what was decided
const LEADS = /^\W*(?:as|since|because|given|due to|in the absence)\b/i

const SURGERY = /\b(?:surg(?:ery|eries|ical)|operat(?:ion|ive)|arthroscop\w+|procedure)\b/i
const ANCILLARY = /\b(?:ancillary|associated|adjunct\w*)\b/i
