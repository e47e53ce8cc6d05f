import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import PDFDocument from 'pdfkit'

/**
 * Makes a scan of a letter of the corpus: `npm run scan CM16-9000001`. It is made once and committed, since text
 * rendering differs slightly between machines.
 */
const DOTS_AN_INCH = 150
const POINTS_AN_INCH = 72
const QUALITY = 38
/** Angle of the sheet on the glass. */
const SKEW_DEGREES = 0.35
/** Variation of the paper's shade, in grey levels of 255. */
const GRAIN = 12

const FIXED = new Date('2020-01-01T00:00:00Z')

async function scanOf(pdf: Uint8Array): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'LETTER',
    margin: 0,
    autoFirstPage: false,
    compress: false,
    info: { Producer: 'imr corpus', Creator: 'imr corpus', CreationDate: FIXED, ModDate: FIXED },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise(resolve => document.on('end', resolve))
  for (const sheet of await sheetsOf(pdf)) {
    document.addPage()
    document.image(sheet.toBuffer('image/jpeg', QUALITY), 0, 0, { width: 612, height: 792 })
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}

/** Each page as it comes from the scanner. */
async function sheetsOf(pdf: Uint8Array): Promise<Canvas[]> {
  const task = getDocument({
    data: new Uint8Array(pdf),
    verbosity: 0,
    disableFontFace: true,
    standardFontDataUrl: FONTS,
  })
  const letter = await task.promise
  const chance = seeded(letter.numPages)
  const sheets: Canvas[] = []
  for (let number = 1; number <= letter.numPages; number++) {
    const page = await letter.getPage(number)
    const viewport = page.getViewport({ scale: DOTS_AN_INCH / POINTS_AN_INCH })
    const sheet = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    await page.render({ canvas: sheet, canvasContext: sheet.getContext('2d'), viewport } as never).promise
    sheets.push(worn(sheet, chance))
  }
  await task.destroy()
  return sheets
}

const FONTS = new URL('../node_modules/pdfjs-dist/standard_fonts/', import.meta.url).pathname

/** The sheet, rotated and in shades of grey, with the grain of paper. */
function worn(sheet: Canvas, chance: () => number): Canvas {
  const copy = createCanvas(sheet.width, sheet.height)
  const context = copy.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, copy.width, copy.height)
  context.rotate((SKEW_DEGREES * Math.PI) / 180)
  context.drawImage(sheet, 0, 0)
  context.resetTransform()
  grained(context, copy, chance)
  return copy
}

function grained(context: SKRSContext2D, { width, height }: Canvas, chance: () => number): void {
  const picture = context.getImageData(0, 0, width, height)
  const { data } = picture
  for (let at = 0; at < data.length; at += 4) {
    const shade = (data[at]! * 77 + data[at + 1]! * 151 + data[at + 2]! * 28) >> 8
    data.fill(shade - GRAIN * chance(), at, at + 3)
  }
  context.putImageData(picture, 0, 0)
}

/** Numbers between 0 and 1, the same ones in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 0) / 2 ** 32
  }
}

for (const name of process.argv.slice(2)) {
  const at = (path: string) => new URL(path, import.meta.url)
  for (const folder of ['scans/letters/', 'scans/gold/']) mkdirSync(at(folder), { recursive: true })
  writeFileSync(at(`scans/letters/${name}.pdf`), await scanOf(readFileSync(at(`letters/${name}.pdf`))))
  writeFileSync(at(`scans/gold/${name}.json`), readFileSync(at(`gold/${name}.json`)))
}
