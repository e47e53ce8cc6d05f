import type { Promised } from '../../../document/index.ts'
import type { OutcomeWords, SectionRule } from './form.ts'

/** What several forms share. */

/** How the head of a letter begins in every form: no other document numbers or assigns a case this way. */
export const HEAD = ['MAXIMUS FEDERAL SERVICES, INC.', 'Case Number:', 'Date Assigned:']

/** The labels of the header table. */
export const HEADER_LABELS = [
  'Case Number:',
  'Date Assigned:',
  'Date of Injury:',
  'Decision Date:',
  'UR Denial Date:',
  'Priority:',
  'Application Received:',
]

/** What the header table states. */
export const HEADER_TABLE: readonly Promised[] = [
  'caseNumber',
  'dates/injury',
  'dates/urDenial',
  'dates/applicationReceived',
  'dates/assigned',
  'dates/decision',
  'priority',
]

/** Opens the list of documents. */
export const DOCUMENTS_OPENING =
  'The following relevant documents received from the interested parties and the documents provided with the ' +
  'application were reviewed and considered. These documents included:'

/** The outcomes of forms B and C. */
export const NECESSARY_AND_APPROPRIATE: readonly OutcomeWords[] = [
  { says: 'is not medically necessary and appropriate', decision: 'upheld' },
  { says: 'are not medically necessary and appropriate', decision: 'upheld' },
  { says: 'is medically necessary and appropriate', decision: 'overturned' },
  { says: 'are medically necessary and appropriate', decision: 'overturned' },
  { says: 'is/are not medically necessary and appropriate', decision: 'upheld' },
  { says: 'is/are medically necessary and appropriate', decision: 'overturned' },
]

/** Beginnings of the sentences, in letters of 2013 and early 2014, in which a side says what it cites. */
export const citingSentences = (side: string): string[] =>
  [
    'based his/her decision on',
    'based its decision on',
    'based the decision on',
    'relied on',
    'relied upon',
    'also relied on',
    'cited',
    'used',
    'found',
    'stated',
    'noted',
    'determined',
    'concluded',
    'did not cite',
    'did not rely',
  ].map(verb => `${side} ${verb}`)

/**
 * What ends the last rationale: notices, which may also be in a cover letter, the signature, the list of recipients.
 * All from memory; posted letters of form D end with their rationale, so this section does not count for that form.
 */
export const CLOSING: SectionRule = {
  kind: 'closing',
  headings: [
    'Effect of the Decision:',
    'Disclaimer: MAXIMUS is providing an independent review service',
    'DISCLAIMER: MAXIMUS is providing an independent review service',
    'The determination of MAXIMUS Federal Services and its physician reviewer is deemed to be',
    'In certain limited circumstances, you can appeal the Final Determination',
    'Sincerely,',
    'cc: Department of Industrial Relations',
  ],
  weight: 0,
  optional: true,
  repeats: true,
}
