import type { LetterForm } from './form.ts'
import {
  CLOSING,
  citingSentences,
  DOCUMENTS_OPENING,
  HEAD,
  HEADER_LABELS,
  HEADER_TABLE,
  NECESSARY_AND_APPROPRIATE,
} from './phrases.ts'

/**
 * Form C, about November 2013 to mid 2014: a cover letter with the final determination, the documents reviewed, numbered
 * items. Known from its headings; the wording of items is from memory.
 */
export const formC: LetterForm = {
  name: 'C',
  markers: [
    { says: 'MAXIMUS FEDERAL SERVICES, INC. Independent Medical Review', weight: 1 },
    { says: /\bFinal Determination: ?(?:UPHOLD|OVERTURN|PARTIAL OVERTURN)\b/, weight: 2 },
    { says: 'The Physician Reviewer based his/her decision on', weight: 1 },
    { says: "The Physician Reviewer's decision rationale:", weight: 2 },
  ],
  head: HEAD,
  headerLabels: HEADER_LABELS,
  sections: [
    { kind: 'determination', headings: ['HOW THE IMR FINAL DETERMINATION WAS MADE'], weight: 3 },
    { kind: 'documents', headings: ['DOCUMENTS REVIEWED'], openings: [DOCUMENTS_OPENING], weight: 1 },
    {
      kind: 'summary',
      headings: ['CLINICAL CASE SUMMARY'],
      openings: [
        'The physician reviewer developed the following clinical case summary based on a review of the case file, ' +
          'including all medical records:',
      ],
      weight: 1,
    },
    {
      kind: 'issues',
      headings: ['IMR DECISION(S) AND RATIONALE(S)'],
      openings: ['The Final Determination was based on decisions for the disputed items/services set forth below:'],
      weight: 4,
    },
    { ...CLOSING, weight: 1 },
  ],
  items: {
    kind: 'labelled',
    outcomes: NECESSARY_AND_APPROPRIATE,
    labels: [
      {
        part: 'claimsAdministrator',
        says: citingSentences('The Claims Administrator'),
        opensSentence: true,
      },
      {
        part: 'reviewer',
        says: citingSentences('The Physician Reviewer'),
        opensSentence: true,
      },
      { part: 'rationale', says: ["The Physician Reviewer's decision rationale:"] },
    ],
    numbered: true,
  },
  promises: HEADER_TABLE,
}
