import PDFDocument from 'pdfkit'
import { slashed } from './compose/dates.ts'
import { compose } from './compose/index.ts'
import { hasTable, type LetterSource } from './letter.ts'
import { unkerned } from './print-pdf.ts'
import { setType, TOP, type TypeLine } from './set-type.ts'

/** The letter as text like the text samples: every line followed by an empty one, pages by two more. */
export function printText(letter: LetterSource): string {
  const pages = setType(compose(letter), TOP, measured()).map(page => page.map(line => double(printed(line))).join(''))
  return ` ${headerLines(letter).map(double).join('')}${pages.join('\n\n')}${' \n\n'.repeat(2)}`
}

function printed({ runs }: TypeLine): string {
  const text = runs.map(run => run.text).join('')
  return `${text.trimEnd()} `
}

function headerLines(letter: LetterSource): readonly string[] {
  if (!hasTable(letter)) return []
  const { name, header } = letter
  return [
    `Case Number: ${name}  `,
    `Date Assigned: ${slashed(header.assigned)} Date of Injury:  ${slashed(header.injury)} `,
    `Decision Date: ${slashed(header.decision)} UR Denial Date:  ${slashed(header.urDenial)} `,
    `Priority:  ${header.priority} Application `,
    'Received:  ',
    `${slashed(header.applicationReceived)} `,
    ' ',
  ]
}

function double(line: string): string {
  return `${line}\n\n`
}

function measured(): (text: string, bold: boolean) => number {
  const document = new PDFDocument({ autoFirstPage: false })
  return (text, bold) => unkerned(document, text, bold)
}
