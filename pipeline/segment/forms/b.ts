import type { LetterForm } from './form.ts'
import {
  CLOSING,
  citingSentences,
  DOCUMENTS_OPENING,
  HEAD,
  HEADER_TABLE,
  NECESSARY_AND_APPROPRIATE,
} from './phrases.ts'

/**
 * Form B, July to October 2013: outcomes listed twice, then each item with its guidelines and rationale. Its opening
 * was read in one letter; what follows the case summary is from memory alone.
 */
export const formB: LetterForm = {
  name: 'B',
  markers: [
    { says: 'Notice of Independent Medical Review Determination', weight: 2 },
    { says: 'MAXIMUS Federal Services, Inc. has determined the request', weight: 2 },
  ],
  head: [...HEAD, 'Notice of Independent Medical Review Determination'],
  // Separate lines instead of a table. "Dated:", which precedes them, is in letters of any form.
  headerLabels: ['Date of UR Decision:', 'Date of Injury:', 'IMR Application Received:', 'Case Number:'],
  sections: [
    { kind: 'notice', headings: ['INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE'], weight: 3 },
    { kind: 'determination', headings: ['Medical Qualifications of the Expert Reviewer:'], weight: 2 },
    {
      kind: 'summary',
      headings: ['Case Summary:'],
      openings: [
        /Disclaimer: ?The following case summary was taken directly from the utilization review denial\/modification dated [A-Za-z]{3,9} \d{1,2}, ?\d{4}\.?/i,
      ],
      weight: 1,
    },
    {
      kind: 'documents',
      headings: ['Documents Reviewed for Determination:'],
      openings: [DOCUMENTS_OPENING],
      weight: 1,
    },
    {
      kind: 'issues',
      headings: ['1) Regarding the request for', 'Regarding the request for'],
      weight: 2,
      repeats: true,
    },
    { ...CLOSING, weight: 1 },
  ],
  items: {
    kind: 'listed',
    opens: [
      'MAXIMUS Federal Services, Inc. has determined the request for',
      'MAXIMUS Federal Services, Inc. has determined the requests for',
      'MAXIMUS Federal Services has determined the request for',
      'MAXIMUS Federal Services has determined the requests for',
    ],
    outcomes: NECESSARY_AND_APPROPRIATE,
    reopens: ['Regarding the request for', 'Regarding the requests for'],
    labels: [
      {
        // If no sentence names a side, the text here is the reviewer's.
        part: 'reviewer',
        says: [
          'Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision',
          'Medical Treatment Guideline(s) Relied Upon by the Expert Reviewer to Make His/Her Decision',
        ],
      },
      {
        part: 'claimsAdministrator',
        says: citingSentences('The Claims Administrator'),
        opensSentence: true,
      },
      {
        part: 'reviewer',
        says: citingSentences('The Expert Reviewer'),
        opensSentence: true,
      },
      { part: 'rationale', says: ['Rationale for the Decision:'] },
    ],
  },
  // None of the known lines of its head states a priority.
  promises: HEADER_TABLE.filter(one => one !== 'priority'),
}
