import { type PdfObject, stream, writePdf } from '../../../../corpus/hostile/pdf/write.ts'
import { type CaseRecord, Rejected } from '../../../../document/index.ts'
import { extractRecords, type Recognizer, readLetter } from '../../../../pipeline/index.ts'
import { item, letterText } from '../../../letters.ts'
import { readsAlike } from './both.ts'
import { wordFont } from './plain/word-font.ts'

/** A line of a letter and its place on the page. */
export interface DrawnLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly bold: boolean
}

const LETTER = letterText({
  summary:
    'The injured worker is a 47 year old male who sustained an industrial injury on 3-4-16 when a\npallet tipped over. The diagnoses have included right ankle sprain and lumbar radiculopathy.\nTreatment to date has included ibuprofen 600 mg, a brace and eight sessions of physical therapy.',
  items: [
    item({
      heading: 'MRI of the right ankle',
      outcome: ': Overturned',
      rationale: 'The ankle gives way. The request is medically necessary.',
    }),
    item({ heading: 'Ibuprofen 600mg #90', claims: 'Decision based on MTUS Chronic Pain Treatment Guidelines.' }),
  ],
})

const LINES_A_PAGE = 30
const LEADING = 15
const HEADING = /^[A-Z ,]{12,}$|: (?:Upheld|Overturned)$/

/** A letter of two pages, in lines of 11 points. */
export const PAGES: readonly (readonly DrawnLine[])[] = pagesOf(LETTER)

function pagesOf(letter: string): DrawnLine[][] {
  const lines = letter.split('\n').map((text, at) => ({
    text,
    x: 72,
    y: 740 - (at % LINES_A_PAGE) * LEADING,
    bold: HEADING.test(text),
  }))
  const count = Math.ceil(lines.length / LINES_A_PAGE)
  return Array.from({ length: count }, (_, page) =>
    lines.slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE).filter(({ text }) => text !== ''),
  )
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&')

/** The operators that draw a string at a place. */
export const drawText = (text: string, x: number, y: number, { font = 'F1', size = 11 } = {}): string =>
  `BT /${font} ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`

export const drawLine = ({ text, x, y, bold }: DrawnLine): string => drawText(text, x, y, { font: bold ? 'F2' : 'F1' })

/** The operators of each page, line by line. */
export const CONTENTS: readonly string[] = PAGES.map(lines => lines.map(drawLine).join('\n'))

export interface PdfParts {
  /** Entries of each page's dictionary and of its resources, and of the catalogue. */
  readonly page?: string
  readonly resources?: string
  readonly catalogue?: string
  /** Objects that they refer to, from number 5 on. */
  readonly objects?: readonly PdfObject[]
  readonly fonts?: readonly [string, string]
}

const FONTS = [wordFont('TimesNewRomanPSMT'), wordFont('TimesNewRomanPS-BoldMT')] as const

/** Fonts in which all characters have the same width. */
export const COURIER: PdfParts = {
  fonts: ['Courier', 'Courier-Bold'].map(name => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`) as [
    string,
    string,
  ],
}

/** A PDF with these pages; its fonts are F1, and F2, which is bold. */
export const pdfOf = (contents: readonly string[], parts: PdfParts = {}): Buffer => writePdf(objectsOf(contents, parts))

/** The objects of such a file. */
export function objectsOf(contents: readonly string[], parts: PdfParts = {}): PdfObject[] {
  const { page = '', resources = '', catalogue = '', objects = [] } = parts
  const first = 5 + objects.length
  const last = first + 2 * contents.length
  const fonts = parts.fonts ?? FONTS.map(({ dictionary }, at) => dictionary(last + at))
  const kids = contents.map((_, at) => `${first + 2 * at} 0 R`)
  return [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${contents.length} >>`,
    ...fonts,
    ...objects,
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${page} /Contents ${first + 2 * at + 1} 0 R ` +
        `/Resources << ${resources.includes('/Font <<') ? '' : '/Font << /F1 3 0 R /F2 4 0 R >>'} ${resources} >> >>`,
      stream(content),
    ]),
    ...(parts.fonts ? [] : FONTS.map(({ descriptor }) => descriptor)),
  ]
}

/** The records of a file, or the code of its rejection. If it is plain, both readers must read the same. */
export async function recordsIn(bytes: Uint8Array, recognizer?: Recognizer): Promise<CaseRecord[] | string> {
  await readsAlike(bytes)
  try {
    return extractRecords(await readLetter({ bytes, name: 'letter.pdf', recognizer }))
  } catch (error) {
    if (error instanceof Rejected) return error.code
    throw error
  }
}

/** What a record says, except for places and the file. */
export const factsOf = ({ id: _id, source: _source, evidence: _evidence, messages, ...facts }: CaseRecord) => ({
  ...facts,
  codes: messages.map(({ code }) => code),
})

/** What a file says, without the codes of expected messages. */
export async function factsIn(bytes: Uint8Array): Promise<unknown> {
  const records = await recordsIn(bytes)
  return typeof records === 'string' ? records : records.map(factsOf)
}

/** The letter with additions at the end of each page. */
export const withMore = (more: string, parts: PdfParts = {}): Buffer =>
  pdfOf(
    CONTENTS.map(content => `${content}\n${more}`),
    parts,
  )

/** The lines of a letter as they were read, and the codes of its messages. */
export async function readText(bytes: Uint8Array): Promise<{ lines: string[]; codes: string[] }> {
  const source = await readLetter({ bytes, name: 'letter.pdf' })
  const codes = extractRecords(source).flatMap(({ messages }) => messages.map(({ code }) => code))
  return { lines: source.text.trimEnd().split('\n'), codes }
}
