import PDFDocument from 'pdfkit'
import { slashed } from './compose/dates.ts'
import { compose } from './compose/index.ts'
import { type Header, hasTable, type LetterSource } from './letter.ts'
import { LEFT, setType, TOP, type TypeLine, WIDTH } from './set-type.ts'

const FONTS = { regular: 'Times-Roman', bold: 'Times-Bold', label: 'Helvetica-Bold', value: 'Helvetica' } as const
const SIZE = { body: 12, header: 11 } as const
const BELOW_HEADER = 183.4

/** The header table of the real letters: column edges, row edges, and the baselines of its rows. */
const COLUMNS = [66.6, 174, 323.4, 421.4, 545.4] as const
const ROWS = [93, 106.2, 119.4, 132.5, 158.8] as const
const BASELINES = [103.4, 116.5, 129.7, 142.8] as const
const GREY = '#d9d9d9'

/**
 * The letter as PDF with the layout of the published ones. The same source gives the same bytes, unless they are
 * compressed: deflate differs between builds of zlib.
 */
export async function printPdf(letter: LetterSource, compress = false): Promise<Buffer> {
  return await withFixedRandomness(async () => {
    const document = open(letter, compress)
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    const ended = new Promise(resolve => document.on('end', resolve))
    draw(document, letter)
    document.end()
    await ended
    return Buffer.concat(chunks)
  })
}

function open({ name, encrypted }: LetterSource, compress: boolean): PDFKit.PDFDocument {
  const made = new Date('2020-01-01T00:00:00Z')
  return new PDFDocument({
    size: 'LETTER',
    margin: 0,
    autoFirstPage: false,
    compress,
    pdfVersion: encrypted ?? '1.6',
    info: { Title: name, Producer: 'imr corpus', Creator: 'imr corpus', CreationDate: made, ModDate: made },
    ...(encrypted ? { ownerPassword: 'owner', permissions: { printing: 'highResolution', copying: false } } : {}),
  })
}

/** Encryption needs a random initialization vector per stream; these letters protect nothing, so a counter will do. */
async function withFixedRandomness<T>(make: () => Promise<T>): Promise<T> {
  let next = 0
  const counter = <A extends ArrayBufferView>(bytes: A): A => {
    new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength).fill(next++)
    return bytes
  }
  Object.defineProperty(globalThis.crypto, 'getRandomValues', { value: counter, configurable: true })
  try {
    return await make()
  } finally {
    Reflect.deleteProperty(globalThis.crypto, 'getRandomValues')
  }
}

function draw(document: PDFKit.PDFDocument, letter: LetterSource): void {
  const measure = (text: string, bold: boolean) => unkerned(document, text, bold)
  const pages = setType(compose(letter), hasTable(letter) ? BELOW_HEADER : TOP, measure)
  for (const [index, page] of pages.entries()) {
    document.addPage()
    if (index === 0 && hasTable(letter)) drawHeader(document, letter.name, letter.header)
    else if (index === 0) put(document, ' ', LEFT, TOP)
    for (const line of page) drawLine(document, line)
  }
}

function width(document: PDFKit.PDFDocument, text: string, bold: boolean): number {
  return document.font(bold ? FONTS.bold : FONTS.regular, SIZE.body).widthOfString(text)
}

/** Lines break where Word breaks them, which does not kern. */
export function unkerned(document: PDFKit.PDFDocument, text: string, bold: boolean): number {
  return [...text].reduce((sum, character) => sum + width(document, character, bold), 0)
}

function drawLine(document: PDFKit.PDFDocument, { style, runs, baseline }: TypeLine): void {
  const whole = runs.reduce((sum, run) => sum + width(document, run.text, run.bold), 0)
  let x = style === 'heading' ? LEFT + (WIDTH - whole) / 2 : LEFT
  for (const [index, run] of runs.entries()) {
    const text = index === runs.length - 1 ? `${run.text.trimEnd()} ` : run.text
    document.font(run.bold ? FONTS.bold : FONTS.regular, SIZE.body)
    put(document, text, x, baseline)
    x += width(document, run.text, run.bold)
  }
}

function drawHeader(document: PDFKit.PDFDocument, caseNumber: string, header: Required<Header>): void {
  drawTable(document)
  const rows: readonly (readonly string[])[] = [
    ['Case Number:', caseNumber],
    ['Date Assigned:', slashed(header.assigned), 'Date of Injury:', slashed(header.injury)],
    ['Decision Date:', slashed(header.decision), 'UR Denial Date:', slashed(header.urDenial)],
    ['Priority:', header.priority, 'Application\nReceived:', slashed(header.applicationReceived)],
  ]
  document.font(FONTS.regular, SIZE.body)
  put(document, ' ', LEFT, TOP)
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) drawCell(document, cell, column, BASELINES[index]!)
  }
}

function drawCell(document: PDFKit.PDFDocument, cell: string, column: number, baseline: number): void {
  document.font(column % 2 === 0 ? FONTS.label : FONTS.value, SIZE.header)
  for (const [line, text] of cell.split('\n').entries()) {
    put(document, `${text} `, COLUMNS[column]! + 5.4, baseline + line * 12.7)
  }
}

function drawTable(document: PDFKit.PDFDocument): void {
  const [left, , middle, , right] = COLUMNS
  document.rect(middle, ROWS[0], right - middle, ROWS[1] - ROWS[0]).fill(GREY)
  for (const edge of [0, 2] as const) {
    document.rect(COLUMNS[edge], ROWS[0], COLUMNS[edge + 1]! - COLUMNS[edge], ROWS[4] - ROWS[0]).fill(GREY)
  }
  document.lineWidth(0.5)
  for (const y of ROWS) document.moveTo(left, y).lineTo(right, y)
  for (const x of COLUMNS) document.moveTo(x, x === COLUMNS[3] ? ROWS[1] : ROWS[0]).lineTo(x, ROWS[4])
  document.stroke('black').fillColor('black')
}

function put(document: PDFKit.PDFDocument, text: string, x: number, baseline: number): void {
  document.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' })
}
