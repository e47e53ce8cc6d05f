import type { Span } from './span.ts'

/**
 * What was doubtful or missing in a letter. Faults of a letter are never exceptions: they become messages, and a record
 * with a message of severity `error` is `partial`.
 */
export type MessageCode =
  | 'form/unknown'
  | 'form/undecided'
  | 'page/empty'
  | 'page/damaged'
  | 'page/recognized'
  | 'text/damaged'
  | 'text/garbled'
  | 'text/unseen'
  | 'text/covered'
  | 'text/repeated'
  | 'text/run-together'
  | 'text/split-word'
  | 'page/blurred'
  | 'header/missing'
  | 'header/date-order'
  | 'header/repaired'
  | 'header/contradiction'
  | 'date/contradiction'
  | 'date/impossible'
  | 'date/implausible'
  | 'worker/contradiction'
  | 'section/missing'
  | 'section/empty'
  | 'section/opening-missing'
  | 'item/heading-missing'
  | 'item/heading-doubtful'
  | 'item/outcome-unknown'
  | 'item/outcome-doubtful'
  | 'item/label-repeated'
  | 'item/label-missing'
  | 'item/contradiction'
  | 'item/criterion-unmet'
  | 'item/side-contradiction'
  | 'item/unfinished'
  | 'item/repeated'
  | 'item/undecided'
  | 'item/missing'
  | 'item/out-of-place'
  | 'item/none'
  | 'item/reason-unread'
  | 'citation/unparsed'
  | 'credential/unknown'
  | 'extractor/threw'
  | 'value/corrected'
  | 'case/duplicate'

/** `error`: what the form promises was not found, or contradicts itself; `warning`: something is doubtful; `info`: a note. */
export type Severity = 'info' | 'warning' | 'error'

/** `pointer` is a JSON Pointer into the record, or null; `reason` never quotes the letter. */
export interface Message {
  readonly code: MessageCode
  readonly severity: Severity
  readonly pointer: string | null
  readonly reason: string
}

/** A message about a place in the folded text, before it is known which value of the record was read there. */
export interface PlacedMessage extends Message {
  readonly span?: Span
}

const RANK = /^letter (\d+) of its case$/

/** Says that earlier records of the same results have the same case number: `rank` counts them, and is 2 or more. */
export const duplicateCase = (rank: number): Message => ({
  code: 'case/duplicate',
  severity: 'info',
  pointer: '/caseNumber',
  reason: `letter ${rank} of its case`,
})

/** 1 for the first letter of a case in the results, and for one without a case number; 2 for the second, … */
export function caseRankOf({
  messages,
}: {
  readonly messages: readonly { readonly code: string; readonly reason: string }[]
}): number {
  const duplicate = messages.find(({ code }) => code === 'case/duplicate')
  return Number(RANK.exec(duplicate?.reason ?? '')?.[1] ?? 1)
}
