import { DOCUMENTS_OPENING } from '../fixed-text.ts'
import type { LetterSource } from '../letter.ts'
import { slashed } from './dates.ts'
import { body, heading, listed, type Paragraph, title, withBlankLines } from './paragraph.ts'

/** Form A: six headings known from the code of a reader from 2017; the text under them is a guess. */
export function composeA({ name, header, summary, items, documents, credentials }: LetterSource): Paragraph[] {
  const [item] = items
  if (!header || !item || !documents || typeof credentials !== 'string')
    throw new Error(`${name} lacks a part of form A`)
  return withBlankLines(
    [heading('MEDICAL PROFESSIONAL REVIEW')],
    [
      body(`Case Number: ${name}`),
      body(`Date Assigned: ${slashed(header.assigned)} Date of Injury: ${slashed(header.injury)}`),
      body(`Decision Date: ${slashed(header.decision)}`),
      body(`Priority: ${header.priority} Application Received: ${slashed(header.applicationReceived)}`),
    ],
    [title('ISSUE AT DISPUTE:'), body(item.heading)],
    [title('CASE SUMMARY:'), body(summary)],
    [
      title('DOCUMENTS REVIEWED FOR DETERMINATION:'),
      body(DOCUMENTS_OPENING),
      ...listed(documents.entries, documents.mark),
    ],
    [title('MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL \nREVIEWER AND WHY:'), body(item.reviewer.says)],
    [
      title(
        `RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS ${item.decision === 'upheld' ? 'NOT \n' : ''}MEDICALLY NECESSARY:`,
      ),
      body(item.rationale),
    ],
    [title('MEDICAL REVIEWER QUALIFICATIONS:'), body(credentials)],
  )
}
