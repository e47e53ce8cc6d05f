import type { LetterForm } from './form.ts'
import { DOCUMENTS_OPENING, HEAD, HEADER_LABELS } from './phrases.ts'

const BEFORE = 'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE'

const VERBS = ['IS/WAS', 'IS', 'WAS', 'IS/ARE', 'WAS/WERE', 'ARE', 'WERE']

/**
 * Form A, first half of 2013: a single issue, decided by the heading of its rationale. Known from its headings alone.
 */
export const formA: LetterForm = {
  name: 'A',
  markers: [{ says: 'MEDICAL PROFESSIONAL REVIEW', weight: 2 }],
  head: [...HEAD, 'MEDICAL PROFESSIONAL REVIEW'],
  headerLabels: HEADER_LABELS,
  sections: [
    { kind: 'issue', headings: ['ISSUE AT DISPUTE:'], weight: 2 },
    { kind: 'summary', headings: ['CASE SUMMARY:'], weight: 1 },
    {
      kind: 'documents',
      headings: ['DOCUMENTS REVIEWED FOR DETERMINATION:'],
      openings: [DOCUMENTS_OPENING],
      weight: 1,
    },
    {
      kind: 'guideline',
      headings: ['MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY:'],
      weight: 3,
    },
    {
      kind: 'rationale',
      headings: VERBS.flatMap(verb => [
        `${BEFORE} ${verb} NOT MEDICALLY NECESSARY:`,
        `${BEFORE} ${verb} MEDICALLY NECESSARY:`,
      ]),
      weight: 3,
    },
    // With any other wording the heading decides nothing, but the text below it is still the rationale.
    { kind: 'rationale', headings: [BEFORE], weight: 0, optional: true },
    { kind: 'determination', headings: ['MEDICAL REVIEWER QUALIFICATIONS:'], weight: 2 },
  ],
  items: {
    kind: 'single',
    outcomes: VERBS.flatMap(verb => [
      { says: `${verb} NOT MEDICALLY NECESSARY`, decision: 'upheld' },
      { says: `${verb} MEDICALLY NECESSARY`, decision: 'overturned' },
    ]),
    decidesBehind: BEFORE,
    frames: [
      // "Whether the request for a cane is medically necessary."; "Is the requested cane, 1, medically necessary?"
      /^(?:Whether(?: or not)?|Is|Are|Was|Were) (?:the )?(?:requests? for |requested )?(?<item>.+?),?(?: (?:is|are|was|were))? medically necessary(?: and appropriate)?[.?]?$/i,
    ],
  },
  promises: ['caseNumber', 'dates/injury', 'dates/applicationReceived', 'dates/assigned', 'dates/decision', 'priority'],
}
