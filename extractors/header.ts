import { type CaseRecord, type Draft, type Found, found, span } from '../document/index.ts'
import { isoDate } from './dates.ts'
import type { CaseExtractor } from './extractor.ts'

const DATE = String.raw`(\d{1,2}/\d{1,2}/\d{4})`

/**
 * The header table, row by row:
 *
 *     Case Number: CM16-9000001
 *     Date Assigned: 11/09/2016 Date of Injury: 10/13/2016
 *     Decision Date: 12/09/2016 UR Denial Date: 11/03/2016
 *     Priority: Standard Application Received: 11/03/2016
 *
 * The label of the last field wraps in its cell, so its date may stand before the label's second word.
 */
const FIELDS = {
  injury: new RegExp(`Date of Injury: ?${DATE}`),
  urDenial: new RegExp(`UR Denial Date: ?${DATE}`),
  applicationReceived: new RegExp(`Application (?:Received: ?)?${DATE}`),
  assigned: new RegExp(`Date Assigned: ?${DATE}`),
  decision: new RegExp(`Decision Date: ?${DATE}`),
} as const satisfies Record<keyof CaseRecord['dates'], RegExp>

const CASE_NUMBER = /Case Number: ?(CM\d{2}-\d{7})\b/
const PRIORITY = /Priority: ?(Standard|Expedited|Regular)\b/

export const header: CaseExtractor = {
  name: 'header',
  reads: 'header',
  extract: text => ({
    caseNumber: captured(text, CASE_NUMBER, 'header/case-number', number => number),
    dates: Object.fromEntries(
      Object.entries(FIELDS).map(([field, pattern]) => [field, captured(text, pattern, `header/${field}`, isoDate)]),
    ) as Draft<CaseRecord['dates']>,
    priority: captured(text, PRIORITY, 'header/priority', word => (word === 'Expedited' ? 'expedited' : 'standard')),
  }),
}

/** Where a column of labels comes before its column of dates, the last label does not own the first date. */
const LABEL_BEFORE = /(?:Number|Assigned|Injury|Date|Priority): ?$/

function captured<T extends string>(
  text: string,
  pattern: RegExp,
  rule: string,
  read: (words: string) => T | null,
): Found<T> | null {
  const match = pattern.exec(text)
  const value = match && read(match[1]!)
  if (!match || value === null || LABEL_BEFORE.test(text.slice(0, match.index))) return null
  const end = match.index + match[0].length
  return found<T>(value, span(end - match[1]!.length, end), rule)
}
