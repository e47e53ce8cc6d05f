import { type PdfObject, type Stream, stream, writePdf } from './pdf/write.ts'

const CASE_NUMBER = 'CM16-9000077'

/** The letter that all others disguise: form D3, every word invented, one line of source per printed line. */
export const CLEAN = `Case Number: ${CASE_NUMBER}
Date Assigned: 05/09/2016 Date of Injury: 03/04/2016
Decision Date: 06/02/2016 UR Denial Date: 04/20/2016
Priority: Standard Application
Received:
05/02/2016

HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer. The reviewer weighed the medical
condition and disputed items/Service.

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Family Practice

CLINICAL CASE SUMMARY

The expert reviewer developed the following clinical case summary based on a review of the case
file, including all medical records:

The injured worker is a 41 year old female who sustained an industrial injury on 3-4-16. The office staff found
the worker fit for sedentary work. The diagnoses have included left knee sprain and cervical strain. Treatment to
date has included physical therapy, naproxen and a knee brace.

IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:

Aquatic therapy for the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: Nothing in the file shows why exercise on land would fail. The request is not medically
necessary.
`

/** A second letter: another case, the same form. */
export const SECOND = CLEAN.replace(CASE_NUMBER, 'CM16-9000078').replace('Upheld', 'Overturned')

export const withSummary = (sentence: string): string =>
  CLEAN.replace('The office staff', `${sentence} The office staff`)

const LINES_A_PAGE = 34
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'

const escaped = (line: string): string => line.replace(/[\\()]/g, '\\$&')

/** Draws lines from the top of a page downwards. */
export function drawn(lines: readonly string[]): string {
  const shown = lines.map(line => `(${escaped(line)} ) Tj T*`)
  return `BT /F1 10 Tf 16 TL 40 750 Td\n${shown.join('\n')}\nET`
}

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>'

/** Objects of a PDF that shows `contents`, one page each. */
export function pagesOf(contents: readonly (string | Stream)[], more = ''): PdfObject[] {
  const kids = contents.map((_, index) => `${4 + 2 * index} 0 R`)
  return [
    CATALOGUE.replace(' >>', `${more} >>`),
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${contents.length} >>`,
    FONT,
    ...contents.flatMap((content, index): PdfObject[] => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + 2 * index} 0 R ` +
        '/Resources << /Font << /F1 3 0 R >> >> >>',
      typeof content === 'string' ? stream(content) : content,
    ]),
  ]
}

/** The content stream of each page of the letter. */
export function letterPages(letter = CLEAN): string[] {
  const lines = letter.split('\n')
  const pages = Array.from({ length: Math.ceil(lines.length / LINES_A_PAGE) }, (_, index) =>
    lines.slice(index * LINES_A_PAGE, (index + 1) * LINES_A_PAGE),
  )
  return pages.map(drawn)
}

export const letterObjects = (letter = CLEAN): PdfObject[] => pagesOf(letterPages(letter))

export const cleanPdf = (letter = CLEAN): Buffer => writePdf(letterObjects(letter))
