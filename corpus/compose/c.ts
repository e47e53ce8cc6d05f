import {
  APPEAL,
  DECISIONS_OPENING,
  DOCUMENTS_OPENING,
  HEADINGS,
  methodWith,
  REVIEW_SERVICE,
  SUMMARY_OPENING,
} from '../fixed-text.ts'
import type { ItemSource, LetterSource } from '../letter.ts'
import { slashed } from './dates.ts'
import { body, heading, listed, type Paragraph, title, withBlankLines } from './paragraph.ts'

/** Form C: its headings are known from the code of a reader from 2017, its sentences from memory. */
export function composeC(letter: LetterSource): Paragraph[] {
  const { name, header, summary, items, documents, credentials } = letter
  if (!header?.urDenial || !documents || typeof credentials !== 'string')
    throw new Error(`${name} lacks a part of form C`)
  return withBlankLines(
    [heading('MAXIMUS FEDERAL SERVICES, INC.'), heading('Independent Medical Review')],
    [
      body(`Case Number:  ${name}`),
      body(`Date Assigned:  ${slashed(header.assigned)} Date of Injury:  ${slashed(header.injury)}`),
      body(`Decision Date:  ${slashed(header.decision)} UR Denial Date:  ${slashed(header.urDenial)}`),
      body(`Priority:  ${header.priority} Application Received:  ${slashed(header.applicationReceived)}`),
    ],
    [body(finalDetermination(items))],
    [body(APPEAL)],
    [heading(HEADINGS.method), body(methodWith(credentials).replaceAll('expert reviewer', 'physician reviewer'))],
    [heading('DOCUMENTS REVIEWED'), body(DOCUMENTS_OPENING), ...listed(documents.entries, documents.mark)],
    [heading(HEADINGS.summary), body(SUMMARY_OPENING.replace('expert', 'physician')), body(summary)],
    [heading('IMR DECISION(S) AND RATIONALE(S)'), body(DECISIONS_OPENING)],
    ...items.map(decided),
    [body(REVIEW_SERVICE)],
  )
}

/** "Final Determination: UPHOLD. This means we decided that none of …" */
function finalDetermination(items: readonly ItemSource[]): string {
  const isUpheld = items.some(({ decision }) => decision === 'upheld')
  const isOverturned = items.some(({ decision }) => decision === 'overturned')
  const [word, share] = !isOverturned
    ? ['UPHOLD', 'none']
    : isUpheld
      ? ['PARTIAL OVERTURN', 'some']
      : ['OVERTURN', 'all']
  return (
    `Final Determination: ${word}. This means we decided that ${share} of the disputed items/services are medically ` +
    'necessary and appropriate. A detailed explanation of the decision for each of the disputed items/services is ' +
    'provided later in this letter.'
  )
}

function decided({ heading, decision, claimsAdministrator, reviewer, rationale }: ItemSource, at: number): Paragraph[] {
  return withBlankLines(
    [title(`${at + 1}. ${heading} is ${decision === 'upheld' ? 'not ' : ''}medically necessary and appropriate.`)],
    [body(claimsAdministrator?.says ?? '')],
    [body(reviewer.says)],
    [title("The Physician Reviewer's decision rationale:"), body(rationale)],
  )
}
