import { DOCUMENTS_OPENING, EFFECT, REVIEW_SERVICE } from '../fixed-text.ts'
import type { ItemSource, LetterSource } from '../letter.ts'
import { unmarked } from '../letter.ts'
import { short, spelled } from './dates.ts'
import { body, heading, listed, type Paragraph, title, withBlankLines } from './paragraph.ts'

/** Form B: its opening follows a letter of 9/2013, the rest is from memory. */
export function composeB(letter: LetterSource): Paragraph[] {
  const { name, header, summary, items, documents, credentials } = letter
  if (!header?.urDenial || !documents || typeof credentials !== 'string')
    throw new Error(`${name} lacks a part of form B`)
  return withBlankLines(
    [
      heading('MAXIMUS FEDERAL SERVICES, INC.'),
      heading('Notice of Independent Medical Review Determination'),
      body(`Dated: ${short(header.decision)}`),
    ],
    [
      body(`Date of UR Decision: ${short(header.urDenial)}`),
      body(`Date of Injury: ${short(header.injury)}`),
      body(`IMR Application Received: ${short(header.applicationReceived)}`),
      body(`MAXIMUS Case Number: ${name}`),
    ],
    items.map(outcome),
    [
      heading('INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE'),
      body(
        `An application for Independent Medical Review was filed on ${short(header.applicationReceived)} disputing the ` +
          `Utilization Review Denial dated ${short(header.urDenial)}. A Notice of Assignment and Request for Information ` +
          `was provided to the above parties on ${short(header.assigned)}. A decision has been made for each of the ` +
          'treatment and/or services that were in dispute:',
      ),
    ],
    items.map(outcome),
    [title('Medical Qualifications of the Expert Reviewer:'), body(credentials)],
    [
      title('Case Summary:'),
      body(
        'Disclaimer: The following case summary was taken directly from the utilization review denial/modification ' +
          `dated ${spelled(header.urDenial)}.`,
      ),
      body(summary),
    ],
    [
      title('Documents Reviewed for Determination:'),
      body(DOCUMENTS_OPENING),
      ...listed(documents.entries, documents.mark),
    ],
    ...items.map(discussed),
    [title('Effect of the Decision:'), body(EFFECT)],
    [body(REVIEW_SERVICE)],
  )
}

const outcome = ({ heading, decision, glued }: ItemSource, at: number): Paragraph =>
  body(
    `${at + 1}) MAXIMUS Federal Services, Inc. has determined the request for ${heading} is ` +
      `${decision === 'overturned' ? '' : glued ? 'not' : 'not '}medically necessary and appropriate.`,
  )

function discussed({ heading, claimsAdministrator, reviewer, rationale }: ItemSource, at: number): Paragraph[] {
  return withBlankLines(
    [title(`${at + 1}) Regarding the request for ${unmarked(heading)}:`)],
    [
      title(
        'Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision',
      ),
      body(`${claimsAdministrator?.says ?? ''} ${reviewer.says}`),
    ],
    [title('Rationale for the Decision:'), body(rationale)],
  )
}
