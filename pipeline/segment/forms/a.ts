import type { LetterForm } from './form.ts'
import { DOCUMENTS_OPENING, HEAD, HEADER_LABELS } from './phrases.ts'

/** Form A, first half of 2013: one issue, decided by the heading of its rationale. Known from its headings alone. */
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
      headings: [
        'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY:',
        'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS MEDICALLY NECESSARY:',
        'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS NOT MEDICALLY NECESSARY:',
        'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS MEDICALLY NECESSARY:',
        'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE WAS NOT MEDICALLY NECESSARY:',
        'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE WAS MEDICALLY NECESSARY:',
      ],
      weight: 3,
    },
    { kind: 'determination', headings: ['MEDICAL REVIEWER QUALIFICATIONS:'], weight: 2 },
  ],
  items: {
    kind: 'single',
    outcomes: [
      { says: 'IS/WAS NOT MEDICALLY NECESSARY', decision: 'upheld' },
      { says: 'IS/WAS MEDICALLY NECESSARY', decision: 'overturned' },
      { says: 'IS NOT MEDICALLY NECESSARY', decision: 'upheld' },
      { says: 'IS MEDICALLY NECESSARY', decision: 'overturned' },
      { says: 'WAS NOT MEDICALLY NECESSARY', decision: 'upheld' },
      { says: 'WAS MEDICALLY NECESSARY', decision: 'overturned' },
    ],
    frames: [
      // "Whether the request for a cane is medically necessary."; "Is the requested cane, 1, medically necessary?"
      /^(?:Whether(?: or not)?|Is|Are|Was|Were) (?:the )?(?:requests? for |requested )?(?<item>.+?),?(?: (?:is|are|was|were))? medically necessary(?: and appropriate)?[.?]?$/i,
    ],
  },
  promises: ['caseNumber', 'dates/injury', 'dates/applicationReceived', 'dates/assigned', 'dates/decision', 'priority'],
}
