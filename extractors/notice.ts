import { type CaseRecord, type Found, found, span } from '../document/index.ts'
import type { CaseDraft, CaseExtractor } from './extractor.ts'
import { DATE, isoDate } from './language/dates.ts'

type Field = keyof CaseRecord['dates']
/** A field may have several wordings; the first that is found counts. */
type Wordings = readonly (readonly [field: Field, wording: string])[]

/**
 * What a notice of determination of 2013 states in sentences:
 *
 *     An application for Independent Medical Review was filed on 9/6/2013 disputing the Utilization Review Denial dated
 *     8/30/2013. A Notice of Assignment and Request for Information was provided to the above parties on 9/18/2013.
 */
const SENTENCES: Wordings = [
  ['applicationReceived', 'application for Independent Medical Review was filed on'],
  ['urDenial', 'disputing the Utilization Review (?:Denial|Modification|Denial/Modification) dated'],
  ['assigned', 'Notice of Assignment and Request for Information was provided to the above parties on'],
]

/** Its opening lines: "Dated: 9/26/2013", "Date of UR Decision: 8/30/2013", "IMR Application Received: 9/6/2013". */
const LINES: Wordings = [
  ['decision', '\\bDated:'],
  ['urDenial', '\\bDate of UR Decision:'],
  ['applicationReceived', '\\bIMR Application Received:'],
]

/** Dates in the sentences of a notice of determination. */
export const notice: CaseExtractor = {
  name: 'notice',
  reads: 'notice',
  extract: text => datesAfter(text, SENTENCES),
}

/** Dates in the opening lines of a notice of determination. */
export const noticeOpening: CaseExtractor = {
  name: 'notice-opening',
  reads: 'header',
  extract: text => datesAfter(text, LINES),
}

function datesAfter(text: string, wordings: Wordings): CaseDraft {
  const dates: { [field in Field]?: Found<string> | null } = {}
  for (const [field, wording] of wordings) dates[field] ??= dateAfter(text, field, wording)
  return { dates }
}

function dateAfter(text: string, field: Field, wording: string): Found<string> | null {
  const match = new RegExp(`${wording} ?(${DATE.source})`, 'i').exec(text)
  const iso = match && isoDate(match[1]!)
  if (!match || iso === null) return null
  const end = match.index + match[0].length
  return found<string>(iso, span(end - match[1]!.length, end), `notice/${field}`)
}
